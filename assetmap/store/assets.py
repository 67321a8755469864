"""Assets as rows and back: one asset with everything that hangs on it, or many in a few questions."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlite_utils import Database

from ..domain.asset import Asset, Translation
from ..domain.audience import Audience
from ..domain.kind import Kind
from ..domain.medium import Attachment, MediaFile, Medium
from ..domain.person import Consent, Involved, Part, Person
from ..domain.precision import Precision
from ..domain.rhythm import Rhythm
from ..domain.source import sources_of
from ..domain.state import KeyHolder, Review, State


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What the map needs to know of a shown shape: its GeoJSON type, one (lon, lat) on it, and that point's cell."""

    type: str = ""
    lon: float | None = None
    lat: float | None = None
    cell: int | None = None


def write(db: Database, asset: Asset, where: Whereabouts, reach: int, place_reach: int, sequence: int) -> Asset:
    """Writes the asset with all that hangs on it: a new one where `asset.number` is 0, else over the old one.

    `reach` and `place_reach` are audience levels (0..3) computed by the consent rule. Returns it with its number.
    """
    row = _row(asset) | {
        "shown_type": where.type, "lon": where.lon, "lat": where.lat, "cell": where.cell,
        "reach": reach, "place_reach": place_reach, "sequence": sequence,
    }
    names = list(row)
    if asset.number:
        sets = ", ".join(f"{name} = :{name}" for name in names)
        db.execute(f"UPDATE assets SET {sets} WHERE number = :number", row | {"number": asset.number})
        number = asset.number
        _clear(db, number)
    else:
        marks = ", ".join(f":{name}" for name in names)
        number = db.execute(f"INSERT INTO assets ({', '.join(names)}) VALUES ({marks})", row).lastrowid
    _write_parts(db, number, asset)
    return replace(asset, number=number)


def read(db: Database, number: int) -> Asset | None:
    """The whole asset, or None."""
    return next(iter(read_many(db, [number])), None)


def number_of(db: Database, id: str) -> int | None:
    """The number of the asset with this UUID."""
    row = db.execute("SELECT number FROM assets WHERE id = ?", [id]).fetchone()
    return row[0] if row else None


def numbers_by_source(db: Database, sources: Iterable[str]) -> dict[str, int]:
    """Which of these origins ("osm:node/123") are here already, and as which asset."""
    wanted = json.dumps(list(sources))
    rows = db.execute(
        "SELECT source, asset FROM asset_sources WHERE source IN (SELECT value FROM json_each(?))", [wanted])
    return dict(rows.fetchall())


def add_sources(db: Database, number: int, sources: Iterable[str]) -> None:
    """Notes more origins of an asset: it stands for these too."""
    new = list(sources)
    db.execute("UPDATE assets SET source = trim(source || ' ' || ?) WHERE number = ?", [" ".join(new), number])
    _write_sources(db, number, new)


def count(db: Database, level: int = 0) -> int:
    """How many assets an audience of this level may see; level 0 counts them all."""
    return db.execute("SELECT count(*) FROM assets WHERE reach >= ?", [level]).fetchone()[0]


def numbers(db: Database) -> list[int]:
    """All assets there are, by number."""
    return [row[0] for row in db.execute("SELECT number FROM assets ORDER BY number")]


def read_many(db: Database, numbers: Iterable[int]) -> list[Asset]:
    """The whole assets with these numbers, in that order; unknown numbers are passed over."""
    order = list(numbers)
    wanted = json.dumps(order)
    among = "IN (SELECT value FROM json_each(?))"
    rows = {row["number"]: row for row in db.query(f"SELECT * FROM assets WHERE number {among}", [wanted])}
    tags = _grouped(db, f"SELECT asset, tag FROM asset_tags WHERE asset {among} ORDER BY asset, place", wanted)
    texts = _grouped(db, f"SELECT * FROM asset_texts WHERE asset {among} ORDER BY asset, language", wanted)
    media = _grouped(
        db,
        f"""SELECT m.asset, m.alt, m.credit, m.audience, f.hash, f.medium, f.mime, f.bytes, f.width, f.height, f.seconds
            FROM asset_media m JOIN media f USING (hash) WHERE m.asset {among} ORDER BY m.asset, m.place""", wanted)
    people = _grouped(
        db, f"""SELECT a.asset, a.part, p.id, p.name, p.child FROM asset_people a JOIN people p ON p.id = a.person
                WHERE a.asset {among} ORDER BY a.asset, p.created, p.id""", wanted)
    consents = _grouped(
        db, f"""SELECT asset, person, medium, audience, given, withdrawn, guardian FROM consents
                WHERE asset {among} ORDER BY number""", wanted)
    return [
        _asset(rows[number], tags[number], texts[number], media[number], people[number], consents[number])
        for number in order if number in rows
    ]


def _row(asset: Asset) -> dict:
    rhythm = asset.rhythm
    return {
        "id": asset.id, "kind": asset.kind, "facet": asset.facet, "title": asset.title, "why": asset.why,
        "description": asset.description, "story": asset.story, "language": asset.language, "state": asset.state,
        "key_holder": asset.key_holder or "",
        "rhythm": json.dumps(
            {"seasons": rhythm.seasons, "weekdays": rhythm.weekdays, "time": rhythm.time}, ensure_ascii=False),
        "audience": asset.audience, "precision": asset.precision, "geometry": asset.geometry, "shown": asset.shown,
        "street": asset.street, "review": asset.review, "round": asset.round, "source": asset.source,
        "attribution": asset.attribution, "invented": int(asset.invented), "created": asset.created,
        "created_by": asset.created_by, "updated": asset.updated, "confirmed": asset.confirmed,
        "revision": asset.revision,
    }


def _clear(db: Database, number: int) -> None:
    for table in ("asset_texts", "asset_tags", "asset_media", "asset_people", "consents"):
        db.execute(f"DELETE FROM {table} WHERE asset = ?", [number])


def _write_parts(db: Database, number: int, asset: Asset) -> None:
    many = db.conn.executemany
    if asset.tags:
        many("INSERT INTO asset_tags VALUES (?, ?, ?)", [(number, tag, n) for n, tag in enumerate(asset.tags)])
    if asset.translations:
        many("INSERT INTO asset_texts VALUES (?, ?, ?, ?, ?, ?)",
             [(number, t.language, t.title, t.why, t.description, t.story) for t in asset.translations])
    if asset.attachments:
        many("INSERT INTO asset_media VALUES (?, ?, ?, ?, ?, ?)",
             [(number, a.file.hash, n, a.alt, a.credit, str(a.audience)) for n, a in enumerate(asset.attachments)])
    _write_sources(db, number, sources_of(asset.source))
    for each in asset.involved:
        db.execute(
            """INSERT INTO people VALUES (?, ?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, child = excluded.child""",
            [each.person.id, each.person.name, int(each.person.child), asset.updated])
        db.execute("INSERT INTO asset_people VALUES (?, ?, ?)", [number, each.person.id, str(each.part)])
        many("""INSERT INTO consents (asset, person, medium, audience, given, withdrawn, guardian)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
             [(number, c.person, str(c.medium), str(c.audience), c.given, c.withdrawn, c.guardian)
              for c in each.consents])


def _write_sources(db: Database, number: int, sources: Iterable[str]) -> None:
    # Never cleared: an earlier version of the asset, brought back, still stands for all that was found since.
    db.conn.executemany(
        "INSERT OR IGNORE INTO asset_sources VALUES (?, ?)", [(source, number) for source in sources])


def _grouped(db: Database, sql: str, wanted: str) -> dict[int, list[dict]]:
    found: dict[int, list[dict]] = defaultdict(list)
    for row in db.query(sql, [wanted]):
        found[row["asset"]].append(row)
    return found


def _asset(row: dict, tags: list, texts: list, media: list, people: list, consents: list) -> Asset:
    rhythm = json.loads(row["rhythm"])
    return Asset(
        number=row["number"], id=row["id"], kind=Kind(row["kind"]), facet=row["facet"], title=row["title"],
        why=row["why"], description=row["description"], story=row["story"], language=row["language"],
        translations=tuple(
            Translation(t["language"], t["title"], t["why"], t["description"], t["story"]) for t in texts),
        tags=tuple(tag["tag"] for tag in tags),
        state=State(row["state"]), key_holder=KeyHolder(row["key_holder"]) if row["key_holder"] else None,
        rhythm=Rhythm(tuple(rhythm["seasons"]), tuple(rhythm["weekdays"]), rhythm["time"]),
        audience=Audience(row["audience"]), precision=Precision(row["precision"]),
        geometry=row["geometry"], shown=row["shown"], street=row["street"],
        attachments=tuple(
            Attachment(
                MediaFile(m["hash"], Medium(m["medium"]), m["mime"], m["bytes"], m["width"], m["height"], m["seconds"]),
                m["alt"], m["credit"], Audience(m["audience"]))
            for m in media),
        involved=tuple(
            Involved(
                Person(p["id"], p["name"], bool(p["child"])), Part(p["part"]),
                tuple(Consent(c["person"], Medium(c["medium"]), Audience(c["audience"]), c["given"], c["withdrawn"],
                              c["guardian"]) for c in consents if c["person"] == p["id"]))
            for p in people),
        review=Review(row["review"]), round=row["round"], source=row["source"], attribution=row["attribution"],
        invented=bool(row["invented"]), created=row["created"], created_by=row["created_by"], updated=row["updated"],
        confirmed=row["confirmed"], revision=row["revision"],
    )
