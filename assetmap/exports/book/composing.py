"""Puts the assets of a chapter on pages: who gets a slip, who a photo beside or above, and what fills a page well.

Small records (an AED, a bench, a shop that came from open data) stand close together as entries on one sheet.

Works with heights in millimetres that were measured before, so that a page is full without being crammed: photos give
way a little where that brings another asset onto the page, and what room remains goes between the rows. The order may
change a little for it; the running numbers are given afterwards.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from .paper import COLUMNS, PAPERS
from .photos import Photo

SHORT = 330
"""Characters up to which an asset without a story fits on a slip."""
SMALLEST_PHOTO, SMALLEST_OF_ALL = 0.58, 0.38
"""How far a photo above the words may shrink to make a page close, and so that an asset need not run on."""
FEWEST_ENTRIES = 3
"""Small records from which they share a sheet; fewer get slips like the others."""
TALLEST_SHEET = 0.46
"""How much of a page a sheet of entries may take: small enough to go with others."""
AHEAD = 6
"""How many rows may overtake one that does not fit."""
TRIES = 120
"""How many orders of a chapter are tried."""
MOST_SHUFFLED = 60
SPLITTABLE = 1_100
"""Characters from which an asset may run on over the page."""


@dataclass(slots=True)
class Row:
    """One row on a page: `data` for the template, its height and the least it can do with."""

    data: dict
    height: float
    least: float
    runs_on: bool = False
    shrink: object = None
    """Called with a factor before the row is used smaller than `height`."""


@dataclass(slots=True)
class Sheet:
    """A page: rows, and the room between them."""

    rows: list[Row] = field(default_factory=list)
    lead: float = 0.0
    gap: float = 0.0
    left: float = 0.0
    """Room that is not used yet."""
    runs: bool = False
    """An asset on it runs on over further pages."""
    ask: float = 0.0
    """How tall an invitation to write may stand at the end."""


def composed(
    keys: list[str],
    assets: dict[str, dict],
    photos: dict[str, list[Photo]],
    heights: dict[str, dict[str, float]],
    paper: str,
) -> list[dict]:
    """The pages of a chapter for the template. Every key stands on exactly one of them."""
    rows = _rows(keys, assets, photos, heights, paper)
    sheets = min((_sheets(order, paper) for order in _orders(rows)), key=lambda tried: _unrest(tried, paper))
    for sheet in sheets:
        _close(sheet, paper, last=sheet is sheets[-1])
    return [
        {
            "rows": [row.data for row in sheet.rows],
            "gap": round(sheet.gap, 3),
            "lead": sheet.lead,
            "ask": round(sheet.ask, 1),
        }
        for sheet in sheets
    ]


def columns_worth_measuring(
    length: int, story: bool, ratios: list[float], paper: str, small: bool = False
) -> list[str]:
    """The narrow columns that an asset with so many characters and photos of these ratios may be set in."""
    found = ["slip"] if length <= SHORT and not story else []
    found += ["entry"] if small else []
    if len(ratios) == 1:
        found += [name for name in ("upright", "lying") if name in COLUMNS[paper]]
    return found


def keys_in_order(pages: list[dict]) -> list[str]:
    """The assets as a reader meets them."""
    found: list[str] = []
    for page in pages:
        for row in page["rows"]:
            if row["type"] == "slips":
                found.extend(cell["id"] for cell in row["cells"])
            elif row["type"] == "sheet":
                found.extend(key for line in row["lines"] for key in line["ids"])
            else:
                found.append(row["id"])
    return found


def photos_on(pages: list[dict]) -> list[dict]:
    """Every photo as it stands on the pages: {key, width, height, …} in millimetres."""
    found: list[dict] = []
    for page in pages:
        for row in page["rows"]:
            if row["type"] == "slips":
                found.extend(cell["photo"] for cell in row["cells"] if cell["photo"])
            elif row["type"] == "beside":
                found.append(row["photo"])
            elif row["type"] == "full":
                found.extend(shot for line in row["photos"] for shot in line)
    return found


def _rows(keys: list[str], assets: dict, photos: dict, heights: dict, paper: str) -> list[Row]:
    """The rows of a chapter, in the order in which their assets came."""
    forms = {key: _form(assets[key], photos.get(key, []), heights[key], paper) for key in keys}
    entries = [key for key in keys if "entry" in heights[key]]
    if len(entries) >= FEWEST_ENTRIES:
        forms |= dict.fromkeys(entries, "entry")
    together = _together([key for key in keys if forms[key] == "slip"], photos, heights, paper)
    rows: list[Row] = []
    side = 0
    for key in keys:
        shots, form = photos.get(key, []), forms[key]
        if form == "slip":
            if key in together:
                rows.append(_slips(together[key], photos, heights, paper))
        elif form in ("upright", "lying"):
            side += 1
            rows.append(_beside(key, shots[0], heights[key], paper, form, "left" if side % 2 else "right"))
        elif form == "full":
            rows.append(_full(key, assets[key], shots, heights[key], paper))
    rows += _sheets_of_entries(entries if "entry" in forms.values() else [], heights, paper, alone=not rows)
    shared = {key for slips in together.values() for key in slips}
    for key in keys:
        if forms[key] == "slip" and key not in shared:
            rows.append(_alone(key, assets[key], photos.get(key, []), heights[key], paper))
    return rows


def _together(keys: list[str], photos: dict, heights: dict, paper: str) -> dict[str, list[str]]:
    """Slips of about one height side by side: first of a row -> all of it. One that is left over is in none."""
    across = _across(paper)
    by_height = sorted(keys, key=lambda key: (_slips([key], photos, heights, paper).height, keys.index(key)))
    whole = len(keys) - len(keys) % across
    rows = [sorted(by_height[start : start + across], key=keys.index) for start in range(0, whole, across)]
    return {row[0]: row for row in rows}


def _sheets_of_entries(keys: list[str], heights: dict, paper: str, alone: bool) -> list[Row]:
    """Small records of about one height side by side, and so many such lines on a sheet that all are about as tall.

    On one sheet where there is nothing else in the chapter (`alone`) and they fit below its title.
    """
    lengths, across = PAPERS[paper], _across(paper)
    by_height = sorted(keys, key=lambda key: (-heights[key]["entry"], keys.index(key)))
    lines = [sorted(by_height[start:start + across], key=keys.index) for start in range(0, len(keys), across)]
    # The shortest may be left over: it stands last, by itself.
    lines.sort(key=lambda line: (len(line) < across, keys.index(line[0])))
    tall = [max(heights[key]["entry"] for key in line) for line in lines]
    gap, inset = lengths["entry-gap"], lengths["sheet-inset"]
    whole = sum(tall) + gap * len(tall)
    room = lengths["height"] * TALLEST_SHEET
    if alone and whole + 2 * inset <= lengths["height"] - lengths["opener"]:
        room = lengths["height"]
    most = whole / max(1, math.ceil(whole / (room - 2 * inset)))
    rows: list[Row] = []
    filled = most
    for line, each in zip(lines, tall, strict=True):
        if filled + each / 2 > most:
            rows.append(Row({"type": "sheet", "lines": [], "height": 0}, 2 * inset - gap, 0))
            filled = 0.0
        filled += each + gap
        rows[-1].data["lines"].append({"ids": line, "height": round(each, 3)})
        rows[-1].height += each + gap
    for row in rows:
        row.least = row.height
        row.data["height"] = round(row.height, 3)
    return rows


def _across(paper: str) -> int:
    return 2 if COLUMNS[paper]["slip"] * 2 <= PAPERS[paper]["width"] else 1


def _form(asset: dict, shots: list[Photo], tall: dict[str, float], paper: str) -> str:
    page = PAPERS[paper]["height"]
    short = "slip" in tall and tall["slip"] <= page * 0.42
    if not shots:
        return "slip" if short else "full"
    if len(shots) > 1 or shots[0].ratio >= 1.9 or (asset["kind"] == "photo" and shots[0].ratio >= 1):
        return "full"
    if shots[0].ratio < 1.05:
        return "upright" if "upright" in tall and tall["upright"] <= page * 0.8 else "full"
    if short and asset["length"] <= 170 and _across(paper) == 2:
        return "slip"
    return "lying" if "lying" in tall and tall["lying"] <= page * 0.42 else "full"


def _alone(key: str, asset: dict, shots: list[Photo], tall: dict[str, float], paper: str) -> Row:
    """What was left over from the slips."""
    if len(shots) == 1 and "lying" in tall:
        return _beside(key, shots[0], tall, paper, "lying", "right")
    return _full(key, asset, shots, tall, paper)


def _shot(photo: Photo, width: float, paper: str) -> dict:
    rim = PAPERS[paper]["rim"]
    return {
        "key": photo.key,
        "alt": photo.alt,
        "credit": photo.credit,
        "width": round(width, 3),
        "height": round((width - 2 * rim) / photo.ratio + 2 * rim, 3),
    }


def _as_tall(photo: Photo, height: float, paper: str) -> dict:
    rim = PAPERS[paper]["rim"]
    return _shot(photo, (height - 2 * rim) * photo.ratio + 2 * rim, paper)


def _slips(keys: list[str], photos: dict, heights: dict, paper: str) -> Row:
    lengths = PAPERS[paper]
    wide = COLUMNS[paper]["slip"]
    cells, room = [], []
    for key in keys:
        shots = photos.get(key, [])
        shot = _shot(shots[0], wide - 9, paper) if shots else None
        cells.append({"id": key, "width": wide, "photo": shot})
        room.append(heights[key]["slip"] + (shot["height"] + 4.5 if shot else 0))
    tallest = max(room)
    for cell, tall in zip(cells, room, strict=True):
        # Nearly as tall: made equal. Much shorter: left as it is, like notes on a wall.
        cell["height"] = round(tallest if tallest - tall < lengths["height"] * 0.07 else tall, 3)
    return Row({"type": "slips", "cells": cells}, tallest, tallest)


def _beside(key: str, photo: Photo, tall: dict[str, float], paper: str, form: str, side: str) -> Row:
    lengths = PAPERS[paper]
    words = COLUMNS[paper][form]
    most = lengths["width"] - words - lengths["column-gap"]
    shot = _shot(photo, most, paper)
    if shot["height"] > lengths["height"] * 0.55:
        shot = _as_tall(photo, lengths["height"] * 0.55, paper)
    credit = lengths["credit"] + 1.4 if photo.credit else 0
    height = max(tall[form], shot["height"] + credit)
    return Row({"type": "beside", "id": key, "photo": shot, "side": side, "words": words}, height, height)


def _full(key: str, asset: dict, shots: list[Photo], tall: dict[str, float], paper: str) -> Row:
    lengths = PAPERS[paper]
    row = Row({"type": "full", "id": key, "photos": []}, 0, 0, runs_on=asset["length"] > SPLITTABLE)
    words = tall["full"]
    if not shots:
        row.height = row.least = words
        return row
    credit = lengths["credit"] + 1.4 if any(shot.credit for shot in shots) else 0

    def lay(factor: float) -> float:
        row.data["photos"] = _photo_rows(shots, factor, paper)
        tall = sum(max(shot["height"] for shot in line) for line in row.data["photos"])
        row.height = (
            tall + lengths["photo-gap"] * (len(row.data["photos"]) - 1) + credit + lengths["under-photo"] + words
        )
        return row.height

    row.least = lay(SMALLEST_PHOTO)
    page = lengths["height"] - 0.6
    if row.least > page >= (smallest := lay(SMALLEST_OF_ALL)):
        lay(SMALLEST_OF_ALL + (SMALLEST_PHOTO - SMALLEST_OF_ALL) * (page - smallest) / (row.least - smallest))
        row.least = row.height
        return row
    lay(1.0)
    row.shrink = lay
    return row


def _photo_rows(shots: list[Photo], factor: float, paper: str) -> list[list[dict]]:
    """Photos in lines of equal height over the full width, one or two large ones first."""
    lengths = PAPERS[paper]
    gap, rim = lengths["photo-gap"], lengths["rim"]
    lines: list[list[Photo]] = []
    line: list[Photo] = []
    for i, shot in enumerate(shots):
        line.append(shot)
        full = sum(one.ratio for one in line) >= (1.3 if not lines else 2.7)
        # One left over would stand there alone and large.
        if full and len(shots) - i - 1 != 1:
            lines.append(line)
            line = []
    if line:
        lines.append(line)
    found = []
    for line in lines:
        room = lengths["width"] - gap * (len(line) - 1) - 2 * rim * len(line)
        inner = (
            min(room / sum(one.ratio for one in line), lengths["height"] * (0.47 if len(lines) == 1 else 0.36)) * factor
        )
        found.append([_as_tall(one, inner + 2 * rim, paper) for one in line])
    return found


def _orders(rows: list[Row]) -> Iterator[list[Row]]:
    """The order in which the assets came, and others that may fill the pages better."""
    yield rows
    if 2 < len(rows) <= MOST_SHUFFLED:
        dice = random.Random(len(rows))
        for _ in range(TRIES):
            yield dice.sample(rows, len(rows))


def _unrest(sheets: list[Sheet], paper: str) -> tuple:
    """What to avoid, worst first: many pages, a last page with hardly anything on it, gaps, small photos."""
    page = PAPERS[paper]["height"]
    gaps = [sheet.left / page for sheet in sheets[:-1]]
    gaps += [0.7 * max(0.0, sum(row.height - row.least for row in sheet.rows) - sheet.left) / page for sheet in sheets]
    last = sheets[-1].left / page if sheets else 0.0
    return len(sheets), last > 0.72, round(sum(gap * gap for gap in gaps), 2), -round(last, 1)


def _sheets(rows: list[Row], paper: str) -> list[Sheet]:
    lengths = PAPERS[paper]
    page, gap = lengths["height"] - 0.6, lengths["row-gap"]
    waiting = list(rows)
    sheets: list[Sheet] = []
    lead = lengths["opener"]
    while waiting:
        sheet = Sheet(lead=lead)
        room = page - lead
        lead = 0.0
        while waiting:
            before = gap if sheet.rows else 0.0
            place = next((i for i, row in enumerate(waiting[:AHEAD]) if row.least + before <= room), None)
            first = waiting[0]
            if first.runs_on and first.height + before > room and (not sheet.rows or room > page * 0.4):
                place = 0
            if place is None and not sheet.rows and (not sheet.lead or first.least > page):
                place = 0
            if place is None:
                break
            row = waiting.pop(place)
            sheet.rows.append(row)
            if row.least + before > room:
                # Runs on over the next pages; what follows stands under its end, with a hand's breadth to spare.
                sheet.runs = True
                room = page - (row.height + before - room) % page - 16
                if room < page * 0.35:
                    room = 0.0
                    break
                continue
            room -= row.least + before
        sheet.left = room
        sheets.append(sheet)
    return sheets


def _close(sheet: Sheet, paper: str, last: bool) -> None:
    """Shrink photos just enough for the page, then share out what room is left: between the rows, or to write in."""
    lengths = PAPERS[paper]
    page, gap = lengths["height"] - 0.6, lengths["row-gap"]
    sheet.gap = gap
    if sheet.runs:
        # Words that may not be parted move on together, so less may be left than was reckoned.
        sheet.ask = min(sheet.left - gap, page * 0.42) if last and sheet.left > page * 0.3 else 0.0
        return
    need = sum(row.height for row in sheet.rows) + gap * (len(sheet.rows) - 1) - (page - sheet.lead)
    if need > 0:
        give = sum(row.height - row.least for row in sheet.rows if row.shrink)
        part = min(1.0, need / give) if give else 1.0
        for row in sheet.rows:
            if row.shrink:
                row.shrink(_factor(row, row.height - (row.height - row.least) * part))
        need = sum(row.height for row in sheet.rows) + gap * (len(sheet.rows) - 1) - (page - sheet.lead)
    spare = -need
    places = len(sheet.rows) - (0 if sheet.lead else 1)
    if last and spare > page * 0.24:
        wide = min(6.0, spare * 0.04)
        sheet.gap = gap + wide
        sheet.ask = min(spare - wide * (places + 1) - gap * 1.6, page * 0.42)
    elif places > 0 and spare > 0:
        sheet.gap = gap + min(spare / (places + (1 if sheet.lead else 0)), lengths["row-gap-most"] - gap)


def _factor(row: Row, wanted: float) -> float:
    """The factor at which a row's photos make it `wanted` mm tall: its height goes evenly with the factor."""
    slope = (row.height - row.least) / (1 - SMALLEST_PHOTO)
    return max(SMALLEST_PHOTO, min(1.0, 1.0 - (row.height - wanted) / slope)) if slope > 0 else 1.0
