"""Asks tests/recount again and again, without starting Python each time: a line of JSON in, a line out.

In: {"id": any, "journal": [command] or {"file": SQLite's, "forum": short name} for what the program that serves has sealed by
itself, "asked": [{"lines": N, "at": "..."}, ...]}, where N may be null for all of them.
Out: {"id": the same, "lines": how many, "scans": how many of them are of scans, "said": [what tests/recount prints for each],
"inside": [[checkpoint, milliseconds since 1970 at which the visit began], ...]}, or {"id": the same, "error": "..."}.
"""
import importlib.util
import json
import pathlib
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import SourceFileLoader

path = sys.argv[1] if len(sys.argv) > 1 else str(pathlib.Path(__file__).parent.parent / "recount")
sys.dont_write_bytecode = True
loader = SourceFileLoader("recount", path)
recount = importlib.util.module_from_spec(importlib.util.spec_from_loader("recount", loader))
loader.exec_module(recount)


def said(lines, asked):
    at = recount.moment(asked["at"])
    forum = recount.Forum(lines[: asked["lines"]])
    return recount.canonical(recount.figures(forum, at, list(forum.scans.values())))


def inside(lines):
    for (_, checkpoint), way in recount.ways(recount.Forum(lines).scans.values()).items():
        since = None
        for scan in way:
            since = None if scan.direction == "out" else since or scan
        if since:
            yield [checkpoint, round(since.taken.timestamp() * 1000)]


WAITS = """
    SELECT EXISTS (SELECT 1 FROM fact WHERE forum_id = forum.id)
        OR EXISTS (SELECT 1 FROM scan WHERE forum_id = forum.id AND NOT EXISTS (
            SELECT 1 FROM journal WHERE journal.forum_id = forum.id AND journal.scan_id = scan.id))
    FROM forum WHERE slug = ?"""
LINES = "SELECT line FROM journal JOIN forum ON forum.id = forum_id WHERE slug = ? ORDER BY n"


def sealed(file, forum):
    """A journal as it stands once nothing waits for the worker, who comes by every second."""
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    patience = time.monotonic() + 60
    while database.execute(WAITS, [forum]).fetchone()[0]:
        if time.monotonic() > patience:
            sys.exit("what waits for the journal is not sealed")
        time.sleep(0.2)
    lines = [line for (line,) in database.execute(LINES, [forum])]
    database.close()
    return lines


def printed(command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def answer(question):
    journal = question["journal"]
    lines = recount.checked(sealed(**journal) if isinstance(journal, dict) else printed(journal))
    return {
        "lines": len(lines),
        "scans": sum(line["kind"] == "scan" for line in lines),
        "said": [said(lines, asked) for asked in question["asked"]],
        "inside": list(inside(lines)),
    }


def tell(question):
    try:
        told = answer(question)
    except SystemExit as error:
        told = {"error": str(error)}
    except Exception as error:  # what it cannot count is a finding, not the end
        told = {"error": repr(error)}
    sys.stdout.write(json.dumps({"id": question["id"], **told}) + "\n")
    sys.stdout.flush()


with ThreadPoolExecutor(64) as everybody:
    for question in sys.stdin:
        everybody.submit(tell, json.loads(question))
