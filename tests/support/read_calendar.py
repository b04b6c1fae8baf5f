"""Reads a calendar from standard input and says what somebody in Berlin would see: the zones as the file itself
describes them, whatever this machine knows of them."""
import json
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
described = {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}


def moment(value):
    when = value.dt
    if not isinstance(when, datetime):
        return {"day": when.isoformat()}
    name = value.params["TZID"]
    by_file = when.replace(tzinfo=None).replace(tzinfo=described[name]).astimezone(timezone.utc)
    by_machine = when.replace(tzinfo=None).replace(tzinfo=ZoneInfo(name)).astimezone(timezone.utc)
    return {
        "utc": by_file.isoformat(),
        "machine": by_machine.isoformat(),
        "berlin": by_file.astimezone(ZoneInfo("Europe/Berlin")).strftime("%Y-%m-%d %H:%M"),
        "zone": name,
    }


json.dump(
    {
        "method": str(calendar["METHOD"]),
        "events": [
            {
                "uid": str(event["UID"]),
                "sequence": int(event["SEQUENCE"]),
                "status": str(event["STATUS"]),
                "summary": str(event["SUMMARY"]),
                "location": str(event["LOCATION"]),
                "starts": moment(event["DTSTART"]),
                "ends": moment(event["DTEND"]),
            }
            for event in calendar.walk("VEVENT")
        ],
        "errors": [str(error) for part in calendar.walk() for error in part.errors],
    },
    sys.stdout,
)
