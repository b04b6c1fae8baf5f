"""`verify_dkim.py LETTER NAME RECORD`: whether the letter's signature holds, where RECORD is published at NAME."""

import sys

import dkim

letter, name, record = sys.argv[1:]
published = {f"{name}.".encode(): record.encode()}
with open(letter, "rb") as file:
    holds = dkim.verify(file.read(), dnsfunc=lambda asked, timeout=5: published.get(asked))
print("holds" if holds else "forged")
