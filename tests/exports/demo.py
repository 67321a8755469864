"""The demo's invented assets as an Inventory, without a database: long, varied and in seven languages."""

import io
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from shapely.geometry import Point, shape

from assetmap.demo import DATA, pictures
from assetmap.domain.asset import Translation
from assetmap.domain.connection import Verb
from assetmap.domain.kind import Kind
from assetmap.domain.precision import Precision
from assetmap.domain.rhythm import Rhythm
from assetmap.domain.round import Round
from assetmap.domain.state import KeyHolder, State
from assetmap.inventory import Inventory, Item, Picture, Tie
from assetmap.media import file_path

from . import sample

FOLDER = DATA / "aan_de_schie"


def aan_de_schie(folder: Path, size: int = 1600) -> Inventory:
    """The demo's invented part; its twelve drawn pictures kept in `folder`, `size` pixels wide."""
    told = json.loads((FOLDER / "invented.json").read_text("utf-8"))
    about = told["neighbourhood"]
    drawn: dict[str, str] = {}
    numbers = {one["key"]: number for number, one in enumerate(told["assets"], 1)}
    empty = sample.neighbourhood(folder)
    boundary = json.loads((FOLDER / "boundary.geojson").read_text("utf-8"))
    boundary = boundary["features"][0] if "features" in boundary else boundary
    items = tuple(_item(numbers[one["key"]], one, folder / "media", size, drawn) for one in told["assets"])
    return replace(
        empty,
        boundary=shape(boundary.get("geometry", boundary)),
        items=items,
        purpose=about["purpose"],
        mandate=about["mandate"],
        notice=about["notice"],
        attribution=about["attribution"],
        ties=tuple(
            Tie(str(i), numbers[one["from"]], Verb(one["verb"]), numbers[one["to"]], one["since"], one["note"])
            for i, one in enumerate(told["connections"])
            if "to" in one
        ),
        rounds=tuple(
            Round(i, one["title"], one["purpose"], one["starts"], one["ends"])
            for i, one in enumerate(told["rounds"], 1)
        ),
    )


def _item(number: int, one: dict, media: Path, size: int, drawn: dict[str, str]) -> Item:
    place = shape(one["geometry"]) if one.get("geometry") else None
    masked = one["precision"] != "exact" and place is not None
    point = (place.representative_point().x, place.representative_point().y) if place else None
    rhythm = one.get("rhythm", {})
    return Item(
        number,
        f"00000000-0000-4000-8000-{number:012d}",
        Kind(one["kind"]),
        one["title"],
        one["why"],
        facet=one.get("facet", ""),
        description=one.get("description", ""),
        story=one.get("story", ""),
        language=one["language"],
        translations=tuple(Translation(**other) for other in one.get("translations", ())),
        tags=tuple(one.get("tags", ())),
        state=State(one.get("state", "in_use")),
        key_holder=KeyHolder(one["key_holder"]) if one.get("key_holder") else None,
        rhythm=Rhythm(tuple(rhythm.get("seasons", ())), tuple(rhythm.get("weekdays", ())), rhythm.get("time", "")),
        precision=Precision(one["precision"]),
        shape=Point(point).buffer(0.0008) if masked else place,
        point=point,
        masked=masked,
        street=one.get("street", ""),
        people=tuple(
            (her["name"], her["part"]) for her in one.get("people", ()) if her["agreed"].get("name") == "public"
        ),
        pictures=tuple(_picture(photo, media, size, drawn) for photo in one.get("photos", ())),
        invented=True,
        confirmed="2026-10-30T09:00:00Z" if number % 3 == 0 else "",
        created="2026-09-20T10:00:00Z",
        updated="2026-09-20T10:00:00Z",
    )


def _picture(photo: dict, media: Path, size: int, drawn: dict[str, str]) -> Picture:
    name = photo["picture"]
    if name not in drawn:
        image = pictures.draw(name).resize((size, size * 3 // 4))
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=88)
        drawn[name] = sha256(buffer.getvalue()).hexdigest()
        path = file_path(media, drawn[name], "print")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(buffer.getvalue())
    return Picture(drawn[name], photo["alt"], photo["credit"], size, size * 3 // 4)
