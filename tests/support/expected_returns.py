"""What flufl.bounce expects of each returned mail that it ships, from the table of its own tests:
`expected_returns.py FOLDER` prints one JSON object, file name -> {"failed": [addresses], "delayed": [addresses]}.
"""

import ast
import json
import pathlib
import sys


def table(source):
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "DETECTORS":
            return ast.literal_eval(node.value)
    sys.exit("flufl.bounce has no table of detectors")


tests = pathlib.Path(sys.argv[1], "tests")
expected = {}
for _detector, file, addresses, is_temporary in table((tests / "test_detectors.py").read_text()):
    of_file = expected.setdefault(file, {"failed": [], "delayed": []})
    of_file["delayed" if is_temporary else "failed"].extend(address.decode() for address in addresses)
print(json.dumps(expected))
