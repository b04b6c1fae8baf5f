"""Reads a mail from standard input with Python's own parser and says what is in it."""
import email
import email.policy
import json
import sys

letter = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
faults = [str(fault) for part in letter.walk() for fault in part.defects]
json.dump(
    {
        "subject": letter["subject"],
        "auto_submitted": letter["auto-submitted"],
        "unsubscribe": letter["list-unsubscribe"],
        "text": letter.get_body(("plain",)).get_content(),
        "html": letter.get_body(("html",)).get_content(),
        "faults": faults,
    },
    sys.stdout,
)
