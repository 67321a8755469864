"""Dates as neighbours know them: a year, a month or a day."""

import re

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
"""ISO 8601, as far as it is known: "2019", "2024-05" or "2024-05-17"."""
