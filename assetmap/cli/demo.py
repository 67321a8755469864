"""The demo: a real neighbourhood in Delft on the map, with people and gifts invented for it."""

import io
import json
import os
import shutil
import uuid
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import click
from sqlite_utils import Database

from .. import imports
from ..actions import attaching, founding, signing_in, taking_in
from ..demo import DATA, pictures
from ..domain.asset import Translation
from ..domain.audience import Audience
from ..domain.connection import Verb
from ..domain.draft import Draft, DraftAttachment, DraftPerson, DraftTie
from ..domain.kind import Kind
from ..domain.neighbourhood import Neighbourhood, Saying
from ..domain.person import Part
from ..domain.precision import Precision
from ..domain.rhythm import Rhythm
from ..domain.role import COMMAND, Role
from ..domain.round import Round
from ..domain.state import KeyHolder, State
from ..drawing.base_drawing import draw_base
from ..drawing.base_file import keep_base
from ..imports.boundary import read_boundary
from ..imports.streets import read_streets
from ..store import assets, neighbourhoods
from ..store.opening import open_database
from . import serving
from .here import now, settings
from .speaking import progress

SLUG = "aan-de-schie"
_IDS = uuid.uuid5(uuid.NAMESPACE_URL, "assetmap:demo:aan-de-schie")


@click.command()
@click.option("--no-serve", is_flag=True, help="Only set it up.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=5050, show_default=True, type=click.IntRange(1, 65535))
def demo(no_serve: bool, host: str, port: int) -> None:
    """Set up the demo neighbourhood and serve it."""
    folder = settings().neighbourhoods
    if (folder / SLUG / "assetmap.db").exists():
        click.echo("The demo neighbourhood is here already; it is left as it is.")
    else:
        _set_up(folder)
    if no_serve:
        return
    db = open_database(folder / SLUG / "assetmap.db")
    token = signing_in.invite(db, COMMAND, now(), Role.STEWARD, 1)
    db.close()
    click.echo(f"The map: http://{host}:{port}/{SLUG}/")
    click.echo(f"To record something yourself, come in by: http://{host}:{port}/{SLUG}/invitation/{token}")
    serving.run(host, port)


def _set_up(folder: Path) -> None:
    """Makes the demo beside its place and moves it there when it is whole."""
    draft = folder.parent / f".demo-{uuid.uuid4().hex[:8]}"
    try:
        home = _build(draft)
        folder.mkdir(parents=True, exist_ok=True)
        home.rename(folder / SLUG)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _build(folder: Path) -> Path:
    data = DATA / "aan_de_schie"
    invented = json.loads((data / "invented.json").read_text("utf-8"))
    told = invented["neighbourhood"]
    boundary = read_boundary(data / "boundary.geojson")
    home = founding.found(
        folder, COMMAND, now(),
        Neighbourhood(SLUG, told["name"], told["language"], told["purpose"], told["mandate"], told["notice"],
                      told["attribution"], sayings=tuple(Saying(**each) for each in told["translations"])), boundary)
    db = open_database(home / "assetmap.db")
    with progress("Streets and houses") as tell:
        streets = read_streets(data / "delft-area.osm.pbf", boundary, progress=lambda share: tell(share, ""))
        keep_base(streets, home / "base")
    with progress("Drawing the neighbourhood") as tell:
        draw_base(home / "base", boundary, SLUG, progress=lambda share: tell(share, ""))
    with progress("Places from OpenStreetMap") as tell:
        incoming = imports.read(
            data / "delft-area.osm.pbf", boundary=boundary, language=told["language"], progress=tell,
            options=imports.Options(audience=Audience.PUBLIC))
        taking_in.take_in(db, COMMAND, now(), incoming.drafts)
    with progress("Drawing twelve pictures") as tell:
        drawn = _draw(db, home, invented["assets"], tell)
    with progress("People, gifts and stories") as tell:
        _take_invented(db, invented, drawn, tell)
    taken = neighbourhoods.read(db)
    count = assets.count(db)
    db.close()
    click.echo(f"{taken.name} is on the map with {count} assets.")
    return home


def _draw(db: Database, home: Path, told: list[dict], tell) -> dict[str, str]:
    """Picture name -> hash of the kept photo, for every picture that some asset shows."""
    names = list(dict.fromkeys(photo["picture"] for asset in told for photo in asset.get("photos", [])))
    hashes = {}
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pens:
        for place, (name, data) in enumerate(zip(names, pens.map(_drawn, names), strict=True)):
            tell(place / len(names), name)
            hashes[name] = attaching.keep_file(
                db, COMMAND, now(), io.BytesIO(data), f"{name}.png", home / "media").hash
    return hashes


def _drawn(name: str) -> bytes:
    """The picture as a PNG file."""
    file = io.BytesIO()
    pictures.draw(name).convert("RGB").save(file, "PNG", compress_level=1)
    return file.getvalue()


def _take_invented(db: Database, invented: dict, drawn: dict[str, str], tell) -> None:
    held = [Round(number, each["title"], each["purpose"], each.get("starts", ""), each.get("ends", ""))
            for number, each in enumerate(invented["rounds"], 1)]
    drafts = [_draft(each, drawn) for each in invented["assets"]]
    ties = [tie for number, each in enumerate(invented["connections"]) if (tie := _tie(db, each, number))]
    taken = taking_in.take_in(db, COMMAND, now(), drafts, ties=ties, held=held, progress=tell)
    for _, title, problem in taken.refused:
        raise RuntimeError(f"The demo can't be recorded: {title}: {problem}")


def _draft(told: dict, drawn: dict[str, str]) -> Draft:
    rhythm = told.get("rhythm") or {}
    return Draft(
        id=_id(told["key"]), kind=Kind(told["kind"]), facet=told.get("facet", ""), title=told["title"],
        why=told["why"], description=told.get("description", ""), story=told.get("story", ""),
        language=told.get("language", "nl"),
        translations=tuple(Translation(**each) for each in told.get("translations", [])),
        tags=tuple(told.get("tags", [])), state=State(told.get("state", "in_use")),
        key_holder=KeyHolder(told["key_holder"]) if told.get("key_holder") else None,
        rhythm=Rhythm(tuple(rhythm.get("seasons", [])), tuple(rhythm.get("weekdays", [])), rhythm.get("time", "")),
        audience=Audience(told.get("audience", "public")), precision=Precision(told.get("precision", "exact")),
        geometry=told.get("geometry"), street=told.get("street", ""),
        attachments=tuple(
            DraftAttachment(drawn[each["picture"]], each["alt"], each.get("credit", ""))
            for each in told.get("photos", [])),
        people=tuple(
            DraftPerson(each["name"], Part(each.get("part", "tells")), bool(each.get("child")),
                        each.get("guardian", ""), tuple(each.get("agreed", {}).items()))
            for each in told.get("people", [])),
        round=told.get("round"), invented=True)


def _tie(db: Database, told: dict, number: int) -> DraftTie | None:
    """A connection between invented assets, or from one to a real place that the map knows by name."""
    if "to_place" in told:
        place = _place_called(db, told["to_place"]["name"])
        if place is None:
            return None
    else:
        place = _id(told["to"])
    return DraftTie(
        str(uuid.uuid5(_IDS, f"tie {number}")), _id(told["from"]), Verb(told["verb"]), place, told.get("since", ""),
        told.get("note", ""))


def _place_called(db: Database, name: str) -> str | None:
    """The id of the real place with this name."""
    found = next((each for each in assets.read_many(db, assets.numbers(db)) if each.title == name), None)
    return found.id if found else None


def _id(key: str) -> str:
    return str(uuid.uuid5(_IDS, key))


COMMANDS = (demo,)
