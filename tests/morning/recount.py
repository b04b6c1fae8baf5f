"""Asks tests/recount again and again without starting Python each time: a line of JSON in, a line out.

In: {"journal": [lines], "asked": [{"lines": N, "at": "..."}, ...]}; out: {"said": [the line it prints for each], "inside": [[checkpoint,
milliseconds since 1970 at which the visit began], ...]} or {"error": "..."}.
"""
import importlib.util
import json
import pathlib
import sys
from importlib.machinery import SourceFileLoader

path = sys.argv[1] if len(sys.argv) > 1 else str(pathlib.Path(__file__).parent.parent / "recount")
sys.dont_write_bytecode = True
loader = SourceFileLoader("recount", path)
recount = importlib.util.module_from_spec(importlib.util.spec_from_loader("recount", loader))
loader.exec_module(recount)


def said(lines, question):
    for asked in question["asked"]:
        forum = recount.Forum(lines[: asked["lines"]])
        yield recount.canonical(recount.figures(forum, recount.moment(asked["at"]), list(forum.scans.values())))


def inside(lines):
    for (_, checkpoint), way in recount.ways(recount.Forum(lines).scans.values()).items():
        since = None
        for scan in way:
            since = None if scan.direction == "out" else since or scan
        if since:
            yield [checkpoint, round(since.taken.timestamp() * 1000)]


for question in sys.stdin:
    try:
        question = json.loads(question)
        lines = recount.checked(question["journal"])
        answer = {"said": list(said(lines, question)), "inside": list(inside(lines))}
    except SystemExit as error:
        answer = {"error": str(error)}
    except Exception as error:  # what it cannot count is a finding, not the end
        answer = {"error": repr(error)}
    print(json.dumps(answer), flush=True)
