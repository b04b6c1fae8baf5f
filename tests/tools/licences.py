"""Says which dependencies have a licence that the product could not be shipped with."""

import json
import re
import subprocess
import sys

PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0",
    "CDLA-Permissive-2.0", "ISC", "MIT", "MIT-0", "NCSA", "OpenSSL", "PostgreSQL", "Unicode-3.0",
    "Unicode-DFS-2016", "Unlicense", "Zlib",
}
EXCEPTIONS = {"LLVM-exception"}
# Copyleft by file, so it asks nothing of our own code; each one named, with what needs it.
BY_FILE = {
    "cssparser": "MPL-2.0",  # scraper, which only the tests use
    "cssparser-macros": "MPL-2.0",
    "dtoa-short": "MPL-2.0",
    "selectors": "MPL-2.0",
}


def allowed(expression, also):
    """Whether the SPDX expression leaves a choice made of permissive licences alone."""
    # Before SPDX expressions a slash stood for OR.
    words = re.findall(r"[()]|[\w.+-]+", expression.replace("/", " OR "))
    place = 0

    def either():
        nonlocal place
        answer = both()
        while place < len(words) and words[place] == "OR":
            place += 1
            right = both()
            answer = answer or right
        return answer

    def both():
        nonlocal place
        answer = one()
        while place < len(words) and words[place] == "AND":
            place += 1
            right = one()
            answer = answer and right
        return answer

    def one():
        nonlocal place
        word = words[place]
        place += 1
        if word == "(":
            answer = either()
            place += 1
            return answer
        answer = word in PERMISSIVE or word in also
        if place < len(words) and words[place] == "WITH":
            answer = answer and words[place + 1] in EXCEPTIONS
            place += 2
        return answer

    answer = either()
    if place != len(words):
        raise ValueError(f"not an SPDX expression: {expression}")
    return answer


def main():
    assert allowed("MIT OR GPL-3.0", ()) and not allowed("MIT AND GPL-3.0", ())
    assert allowed("(MIT OR GPL-3.0) AND ISC", ()) and not allowed("MPL-2.0", ())
    assert allowed("Apache-2.0 WITH LLVM-exception OR MPL-2.0", ()) and allowed("MIT/GPL-2.0", ())
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    metadata = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    refused = []
    for package in metadata["packages"]:
        licence = package["license"]
        also = {BY_FILE[package["name"]]} if package["name"] in BY_FILE else ()
        if not licence or not allowed(licence, also):
            refused.append(f"{package['name']} {package['version']}: {licence or 'no licence named'}")
    print("\n".join(refused) or f"{len(metadata['packages'])} packages, all permissive")
    return bool(refused)


sys.exit(main())
