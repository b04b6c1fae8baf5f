"""Asks `hazir journal` and tests/recount again and again, without starting Python each time: a line of JSON in, a line out.

In: {"journal": [command], "asked": [{"lines": N, "at": "..."}, ...]}, where N may be null for the lines there were at that moment;
out: {"scans": how many have a line, "said": [what tests/recount prints for each], "inside": [[checkpoint, milliseconds since 1970 at which the
visit began], ...]} or {"error": "..."}.
"""
import importlib.util
import json
import pathlib
import subprocess
import sys
from importlib.machinery import SourceFileLoader

path = sys.argv[1] if len(sys.argv) > 1 else str(pathlib.Path(__file__).parent.parent / "recount")
sys.dont_write_bytecode = True
loader = SourceFileLoader("recount", path)
recount = importlib.util.module_from_spec(importlib.util.spec_from_loader("recount", loader))
loader.exec_module(recount)


def said(lines, asked):
    at = recount.moment(asked["at"])
    known = asked["lines"]
    if known is None:
        known = sum(recount.moment(line["at"]) <= at for line in lines)
    forum = recount.Forum(lines[:known])
    return recount.canonical(recount.figures(forum, at, list(forum.scans.values())))


def inside(lines):
    for (_, checkpoint), way in recount.ways(recount.Forum(lines).scans.values()).items():
        since = None
        for scan in way:
            since = None if scan.direction == "out" else since or scan
        if since:
            yield [checkpoint, round(since.taken.timestamp() * 1000)]


def answer(question):
    journal = subprocess.run(question["journal"], check=True, stdout=subprocess.PIPE, text=True).stdout
    lines = recount.checked(journal.splitlines())
    return {
        "scans": sum(line["kind"] == "scan" for line in lines),
        "said": [said(lines, asked) for asked in question["asked"]],
        "inside": list(inside(lines)),
    }


for question in sys.stdin:
    try:
        told = answer(json.loads(question))
    except SystemExit as error:
        told = {"error": str(error)}
    except Exception as error:  # what it cannot count is a finding, not the end
        told = {"error": repr(error)}
    print(json.dumps(told), flush=True)
