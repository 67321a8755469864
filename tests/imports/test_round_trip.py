"""What Assetmap wrote comes back word for word, and hostile texts survive every way in."""

import csv
import io
import uuid
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings, strategies
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from assetmap import exports, imports
from assetmap.domain.asset import Translation
from assetmap.domain.audience import Audience
from assetmap.domain.connection import Verb
from assetmap.domain.draft import Draft, DraftAttachment, DraftTie
from assetmap.domain.kind import FACETS, Kind
from assetmap.domain.precision import Precision
from assetmap.domain.rhythm import Rhythm
from assetmap.domain.round import Round
from assetmap.domain.state import KeyHolder, State
from assetmap.i18n import words
from assetmap.imports.plain_words import plain, printable
from assetmap.inventory import Inventory, Item, Picture, Tie

from .bringing import HERE, bring, codes, collection, feature, file_with, point

HOSTILE = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'=1+1", "\tTab", "Regel\nRegel\r\nRegel",
    "<script>alert(1)</script>",
    "&lt;b&gt;", "Robert'); DROP TABLE assets;--", "\u202eomgekeerd", "مرحبا 👩‍👩‍👧 שלום", "İstanbul ıI", "  blanks  ",
    "a;b,c|d\te",
    '"aanhaling" en “ook”', "\ufeffmerk", "null", "NaN", "[1,2]", '{"a":1}', "x" * 9_000, "naam: waarde", "0612345678",
    "\\n",
)
TEXT = strategies.one_of(
    strategies.sampled_from(HOSTILE),
    strategies.text(strategies.characters(exclude_categories=("Cs",)), max_size=40))
SOME = TEXT.filter(str.strip)
DEGREES = strategies.floats(0, 1)
PLACES = strategies.one_of(
    strategies.none(),
    strategies.builds(lambda x, y: Point(4.351 + x * 0.018, 51.991 + y * 0.012), DEGREES, DEGREES),
    strategies.just(LineString([(4.36, 51.991), (4.3601234567890123, 51.992)])),
    strategies.just(Polygon([(4.36, 51.991), (4.361, 51.991), (4.361, 51.992), (4.36, 51.991)])),
    strategies.just(MultiPolygon([box(4.36, 51.991, 4.361, 51.992), box(4.363, 51.991, 4.364, 51.992)])))

ITEMS = strategies.builds(
    Item, number=strategies.just(1), id=strategies.uuids().map(str), kind=strategies.sampled_from(list(Kind)),
    title=SOME.map(lambda text: text[:200]), why=SOME.map(lambda text: text[:1_000]), description=TEXT, story=TEXT,
    facet=strategies.sampled_from(["", *FACETS]), language=strategies.sampled_from(["nl", "tr", "ar", "zh-Hant"]),
    translations=strategies.lists(
        strategies.builds(Translation, strategies.sampled_from(["en", "uk"]), SOME, TEXT, TEXT, TEXT),
        max_size=2).map(tuple),
    tags=strategies.lists(SOME.map(lambda text: text[:40]), max_size=4).map(tuple),
    state=strategies.sampled_from(list(State)), key_holder=strategies.sampled_from([None, *KeyHolder]),
    rhythm=strategies.builds(Rhythm, strategies.sampled_from([(), ("spring", "winter")]),
                             strategies.sampled_from([(), ("mon",)]), TEXT),
    audience=strategies.sampled_from(list(Audience)), precision=strategies.sampled_from(list(Precision)), shape=PLACES,
    street=TEXT.map(lambda text: text[:200]), source=TEXT, attribution=TEXT, invented=strategies.booleans())


def inventory(*items: Item, audience: Audience = Audience.TEAM, **more: object) -> Inventory:
    return Inventory("buurt", "Buurt", "nl", audience, "", "", "", "", HERE, items, more.pop("ties", ()),
                     more.pop("rounds", ()),
                     Path("media"), Path("base"), 1, "2026-09-12T10:00:00Z", total=len(items))


def back_again(whole: Inventory, form: str, folder: Path, **options: object) -> imports.Incoming:
    path = folder / f"buurt.{form}"
    exports.write(whole, form, path, options={"dialect": "exchange"} if form == "csv" else {})
    return bring(path, HERE, **options)


def same(draft: Draft, item: Item) -> None:
    for field in ("id", "kind", "title", "why", "description", "story", "facet", "language", "translations", "tags",
                  "state",
                  "key_holder", "rhythm", "audience", "precision", "street", "source", "attribution", "invented"):
        assert getattr(draft, field) == getattr(item, field), field
    assert place_of(draft) == item.shape


def place_of(draft: Draft) -> BaseGeometry | None:
    return shape(draft.geometry).normalize() if draft.geometry else None


@pytest.mark.parametrize("form", ["geojson", "csv"])
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(items=strategies.lists(ITEMS, min_size=1, max_size=3, unique_by=lambda item: item.id))
def test_every_field_of_hostile_records_comes_back(form: str, items: list[Item]) -> None:
    with TemporaryDirectory() as folder:
        items = [replaced(item, number) for number, item in enumerate(items, start=1)]
        incoming = back_again(inventory(*items), form, Path(folder))
        assert len(incoming.drafts) == len(items)
        for draft, item in zip(incoming.drafts, items, strict=True):
            same(draft, item)


def replaced(item: Item, number: int) -> Item:
    place = item.shape.normalize() if item.shape else None
    return replace(item, number=number, shape=place, point=place.representative_point().coords[0] if place else None)


@pytest.mark.parametrize("form", ["geojson", "csv"])
def test_connections_and_rounds_come_back(tmp_path: Path, form: str) -> None:
    one, two = (Item(n, str(uuid.UUID(int=n)), Kind.PLACE, f"Plek {n}", "Daarom.", round=3) for n in (1, 2))
    tie = Tie("t1", 1, Verb.COULD_HELP, 2, "2024-05", "Vraag Ans")
    incoming = back_again(inventory(one, two, ties=(tie,), rounds=(Round(3, "Najaar", "Kennismaken"),)), form, tmp_path)
    assert incoming.ties == (DraftTie("t1", one.id, Verb.COULD_HELP, two.id, "2024-05", "Vraag Ans"),)
    assert [draft.round for draft in incoming.drafts] == [3, 3]
    if form == "geojson":
        assert incoming.rounds == (Round(3, "Najaar", "Kennismaken"),)


@pytest.mark.parametrize("form", ["geojson", "csv"])
def test_photos_that_are_here_come_back_and_others_are_told(tmp_path: Path, form: str) -> None:
    pictures = (Picture("a" * 64, "Een tafel", "Noor", 10, 10), Picture("b" * 64, "Een kat", "", 10, 10))
    item = Item(1, str(uuid.UUID(int=1)), Kind.PLACE, "Tuin", "Groen.", pictures=pictures)
    whole = inventory(item, audience=Audience.PUBLIC)
    incoming = back_again(whole, form, tmp_path, kept_media=frozenset({"a" * 64}))
    kept, = incoming.drafts[0].attachments
    assert (kept.hash, kept.alt, kept.credit) == ("a" * 64, "Een tafel", "Noor")
    if form == "geojson":
        assert kept == DraftAttachment("a" * 64, "Een tafel", "Noor", Audience.PUBLIC)
    assert "import-media-left-out" in codes(incoming)


@pytest.mark.parametrize("form", ["geojson", "csv"])
def test_names_stay_behind_because_agreement_does_not_travel(tmp_path: Path, form: str) -> None:
    item = Item(1, str(uuid.UUID(int=1)), Kind.SKILL, "Soep", "Warm.", people=(("Joop", "tells"),),
                audience=Audience.PUBLIC)
    incoming = back_again(inventory(item, audience=Audience.NEIGHBOURHOOD), form, tmp_path)
    assert incoming.drafts[0].people == ()
    assert "Joop" not in repr(incoming.drafts)
    assert "import-people-left-out" in codes(incoming)
    # Joop may have agreed for neighbours alone, so the copy goes no further than the file did.
    assert incoming.drafts[0].audience is Audience.NEIGHBOURHOOD


@pytest.mark.parametrize("form", ["geojson", "csv"])
def test_a_public_file_comes_back_public(tmp_path: Path, form: str) -> None:
    item = Item(1, str(uuid.UUID(int=1)), Kind.PLACE, "Tuin", "Groen.", audience=Audience.PUBLIC,
                people=(("Joop", "tells"),))
    assert back_again(inventory(item, audience=Audience.PUBLIC), form, tmp_path).drafts[0].audience is Audience.PUBLIC


@pytest.mark.parametrize(("said", "comes_back"), [("neighbourhood", Audience.NEIGHBOURHOOD), ("", Audience.TEAM),
                                                  ("everybody", Audience.TEAM)])
def test_a_table_put_together_from_several_goes_no_further_than_the_smallest_circle(
        tmp_path: Path, said: str, comes_back: Audience) -> None:
    items = [Item(n, str(uuid.UUID(int=n)), Kind.PLACE, f"Tuin {n}", "Groen.", audience=Audience.PUBLIC,
                  people=(("Joop", "tells"),)) for n in (1, 2)]
    whole = inventory(*items, audience=Audience.PUBLIC)
    path = tmp_path / "buurt.csv"
    exports.write(whole, "csv", path, options={"dialect": "exchange"})
    headings, first, second = csv.reader(io.StringIO(path.read_text("utf-8")))
    second[headings.index("made_for")] = said
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((headings, first, second))
    assert [draft.audience for draft in bring(path, HERE).drafts] == [comes_back] * 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_spreadsheet_dialect_comes_back_by_its_headings(tmp_path: Path, language: str) -> None:
    item = Item(1, str(uuid.UUID(int=1)), Kind.SKILL, "=1+1", "Omdat.", facet="hands", tags=("helpfulness", "soep"),
                state=State.UNDER_USED, key_holder=KeyHolder.RESIDENTS,
                rhythm=Rhythm(("summer",), ("fri",), "vier uur"),
                street="Hooikade", shape=Point(4.36, 51.996), point=(4.36, 51.996), story="Er was eens",
                description="Meer",
                source="osm:node/1")
    path = tmp_path / "buurt.csv"
    speaking = words(language)
    exports.write(inventory(item), "csv", path, language=language, words=speaking.gettext, ngettext=speaking.ngettext)
    draft, = bring(path, HERE, language).drafts
    assert (draft.title, draft.why, draft.kind, draft.facet) == ("=1+1", "Omdat.", Kind.SKILL, "hands")
    assert (draft.tags, draft.state, draft.key_holder) == (("helpfulness", "soep"), State.UNDER_USED,
                                                           KeyHolder.RESIDENTS)
    assert (draft.rhythm, draft.street, draft.geometry) == (item.rhythm, "Hooikade", point())
    assert (draft.description, draft.story) == ("Meer", "Er was eens")
    assert (draft.id, draft.source) == (item.id, "osm:node/1")


def tidied(text: str) -> str:
    """What is left of a text after layout codes, control characters and outer blanks are gone."""
    return plain(printable(text)).strip()


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(title=SOME, why=TEXT, description=TEXT)
def test_no_hostile_text_breaks_somebodys_table(title: str, why: str, description: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["naam", "waarom", "beschrijving"], [title, why, description], ["Zeker", "Er.", "Is."]])
    with TemporaryDirectory() as folder:
        # A lone carriage return in a cell is the one thing that Python's writer leaves bare.
        drafts = bring(file_with(Path(folder), "buurt.csv", out.getvalue()), HERE).drafts
    assert drafts[-1].title == "Zeker"
    told(drafts[0] if len(drafts) == 2 else None, title, why, description)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(title=SOME, why=TEXT, description=TEXT)
def test_no_hostile_text_breaks_somebodys_geojson(title: str, why: str, description: str) -> None:
    with TemporaryDirectory() as folder:
        document = collection(feature(point(), naam=title, waarom=why, beschrijving=description),
                              feature(point(4.361), naam="Zeker"))
        drafts = bring(file_with(Path(folder), "buurt.geojson", document), HERE).drafts
    assert drafts[-1].title == "Zeker"
    told(drafts[0], title, why, description)


def told(draft: Draft | None, title: str, why: str, description: str) -> None:
    """The words came across; a very long one moved on whole."""
    if draft is None:  # Nothing but layout codes and blanks.
        assert not tidied(title)
        return
    everything = f"{draft.title}\n{draft.why}\n{draft.description}\n{draft.story}"
    for text in (title, why, description):
        for line in tidied(text).splitlines():
            assert " ".join(line.split()) in " ".join(everything.split()) or len(line) > 1_000
