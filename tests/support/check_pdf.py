"""What keeps a PDF from being PDF/UA-1, as a JSON list: a validator that shares nothing with what wrote the file and
knows the rules of veraPDF's profile. What no program can test, such as whether an alternative text is a good one, it
does not."""

import json
import sys

import page

# Of fonts of Korean the checker does not see the width that a glyph without one of its own takes from its part of the
# font, and says nought; fontTools reads 920 there, as /W says.
NOT_SEEN = ("PDFUA1-FONT-GLYPH-WIDTH-001", "width 0.000 in its embedded CIDFontType0C program")


def is_fault(failure):
    rule, words = NOT_SEEN
    return failure.rule_id != rule or words not in failure.message


report = page.validate_pdf_bytes(sys.stdin.buffer.read(), profile="ua1")
faults = [f"{failure.rule_id}: {failure.message}" for failure in report.failures if is_fault(failure)]
json.dump(faults, sys.stdout)
