"""CSV in two dialects: one that opens well in a spreadsheet, one that comes back whole.

`spreadsheet`: headings and choices in words, UTF-8 with a byte order mark, semicolons and decimal commas where the
language has them, and no cell that a spreadsheet would take for a formula. `exchange`: the field names and values of
record.py, commas, plain UTF-8, lists as JSON, the place as longitude, latitude and WKT, nothing guarded. In both the
last columns of every row say for which audience the file was made, and what the neighbourhood wants known (that it is
an example): a row that is copied into another table still says so.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import shapely
from babel.numbers import get_decimal_symbol

from ..domain.connection import VERBS
from ..domain.kind import FACETS, KINDS
from ..domain.person import PARTS, Part
from ..domain.rhythm import SEASONS, WEEKDAYS
from ..domain.state import KEY_HOLDERS, STATES
from ..domain.tag import SURPLUS_TAGS
from ..inventory import Item, Tie
from .form import Contents, Format, Option, Order
from .record import FIELDS, record_of, ties_by_first

AT_ONCE = 1_000

HEADINGS: tuple[str, ...] = (
    "Number",
    "Kind",
    "Facet",
    "Title",
    "Why it matters",
    "Description",
    "Story",
    "Language",
    "Translations",
    "Tags",
    "State",
    "Who holds the key",
    "Season",
    "Weekday",
    "Time of day",
    "Street",
    "Longitude",
    "Latitude",
    "Position is approximate",
    "People",
    "Connections",
    "Photos",
    "Invented for the demo",
    "Source",
    "Attribution",
    "Confirmed",
    "Id",
    "Made for this audience",
    "Good to know about this file",
)
"""Columns of the spreadsheet dialect (English message ids)."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins with one of these (the last four are their full-width forms) may run as a formula."""


def write(order: Order, file: Path) -> Contents:
    """Fill `file` in the dialect of `order.options["dialect"]`."""
    spreadsheet = order.options["dialect"] == "spreadsheet"
    rows = _spreadsheet_rows(order) if spreadsheet else _exchange_rows(order)
    separator = ";" if spreadsheet and _decimal(order) == "," else ","
    total = max(1, len(order.inventory.items))
    with file.open("w", encoding="utf-8-sig" if spreadsheet else "utf-8", errors="backslashreplace", newline="") as out:
        lines = csv.writer(out, delimiter=separator)
        for count, row in enumerate(rows):
            lines.writerow(row)
            if count % AT_ONCE == 0:
                order.progress(count / total, order.words("Writing the assets"))
    return Contents(numbers=tuple(item.number for item in order.inventory.items))


FORMAT = Format(
    "csv",
    "CSV, for a spreadsheet",
    ".csv",
    "text/csv",
    write,
    {
        "dialect": Option("Made for", {"spreadsheet": "A spreadsheet", "exchange": "Bringing it back into Assetmap"}),
    },
)


def guarded(text: str) -> str:
    """The text so that no spreadsheet runs it: an apostrophe before what looks like a formula, no NUL."""
    text = text.replace("\0", "␀")
    return "'" + text if text.lstrip(" \u00a0\ufeff\u200b").startswith(FORMULA_STARTS) else text


def _decimal(order: Order) -> str:
    try:
        return get_decimal_symbol(order.language.replace("-", "_"))
    except Exception:  # Babel raises several kinds of error for a locale it does not know.
        return "."


def _spreadsheet_rows(order: Order) -> Iterator[list[object]]:
    words, inventory, decimal = order.words, order.inventory, _decimal(order)
    titles = {item.number: item.title for item in inventory.items}
    ties = ties_by_first(inventory)
    edition = words(inventory.audience.label), guarded(_notice(order))
    yield [words(heading) for heading in HEADINGS]
    for item in inventory.items:
        longitude, latitude = (
            (f"{degrees:.7f}".replace(".", decimal) for degrees in item.point) if item.point else ("", "")
        )
        yield [
            item.number,
            words(KINDS[item.kind].label),
            words(FACETS[item.facet]) if item.facet in FACETS else guarded(item.facet),
            guarded(item.title),
            guarded(item.why),
            guarded(item.description),
            guarded(item.story),
            guarded(item.language),
            guarded(_translations(item)),
            guarded(", ".join(words(SURPLUS_TAGS[tag]) if tag in SURPLUS_TAGS else tag for tag in item.tags)),
            words(STATES[item.state][1]),
            words(KEY_HOLDERS[item.key_holder]) if item.key_holder else "",
            ", ".join(words(SEASONS[season]) for season in item.rhythm.seasons if season in SEASONS),
            ", ".join(words(WEEKDAYS[day]) for day in item.rhythm.weekdays if day in WEEKDAYS),
            guarded(item.rhythm.time),
            guarded(item.street),
            longitude,
            latitude,
            words("yes") if item.masked else words("no") if item.point else "",
            guarded(", ".join(_person(order, name, part) for name, part in item.people)),
            guarded("; ".join(_tie(order, tie, titles) for tie in ties.get(item.number, []))),
            len(item.pictures),
            words("yes") if item.invented else "",
            guarded(item.source),
            guarded(item.attribution),
            item.confirmed[:10],
            item.id,
            *edition,
        ]


def _notice(order: Order) -> str:
    return order.inventory.said("notice", order.language).text


def _translations(item: Item) -> str:
    return "\n\n".join(
        "\n".join((f"[{other.language}]", *filter(None, (other.title, other.why, other.description, other.story))))
        for other in item.translations
    )


def _person(order: Order, name: str, part: str) -> str:
    return f"{name} ({order.words(PARTS[Part(part)])})" if part in PARTS else name


def _tie(order: Order, tie: Tie, titles: dict[int, str]) -> str:
    return f"{order.words(VERBS[tie.verb][0])} {titles[tie.second]}"


def _exchange_rows(order: Order) -> Iterator[list[object]]:
    inventory, notice = order.inventory, _notice(order)
    ids = {item.number: item.id for item in inventory.items}
    ties = ties_by_first(inventory)
    yield [*FIELDS, "longitude", "latitude", "geometry", "made_for", "notice"]
    for start in range(0, len(inventory.items), AT_ONCE):
        items = inventory.items[start : start + AT_ONCE]
        # WKT with 17 digits gives back the same numbers.
        places = shapely.to_wkt([item.shape for item in items], rounding_precision=-1)
        for item, place in zip(items, places, strict=True):
            record = record_of(item, ties.get(item.number, []), ids)
            yield [
                *map(_cell, record.values()),
                *(map(repr, map(float, item.point)) if item.point else ("", "")),
                place or "",
                str(inventory.audience),
                notice,
            ]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
    return "" if value is None else value
