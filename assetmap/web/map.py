"""The map of a neighbourhood, and the same as a list."""

import hashlib
import os
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from flask import Blueprint, render_template, request, url_for
from shapely import from_wkb

from ..config import Settings
from ..domain.problems import Problem
from ..folders import STATIC
from ..inventory import Item, Selection, find, take
from ..maps.page import MapParts, MapSettings, map_parts
from ..packs.asked import selection_of
from ..packs.facets import Facets, facets
from ..packs.first_look import AT_ONCE, first_look
from ..packs.gathering import by_kind, by_street
from ..visit import Visit, language, visit
from .showing import asset_url

maps = Blueprint("map", __name__)

ON_A_PAGE = 50
WORDS_LIMIT = 20_000
"""Up to this many assets the map takes all their names along; beyond, it asks for those in view."""

GROUPS = {"kind": by_kind, "street": by_street}
ENTRIES = ("base-layer", "shapes-layer", "connections-layer", "extra-layer", "asset-layer", "page")
FIRST = ("asset-layer", "page")
"""What the markers wait for; the other entries come after them, in this order."""
STREETS = ("base-layer",)
WORKER = "base-worker"
BESIDE = ("shapes-layer", "beside", "connections-layer", "pack", "sources", "spot-words")


@maps.get("/<slug>/")
def map_page(slug: str) -> str:
    """The map. What it shows comes over the API; where the filters are read again is static/js/map/choices.js."""
    here = visit()
    bounds = from_wkb(here.neighbourhood.boundary).bounds
    look = first_look(here.db, here.audience, bounds, here.settings.pack_limit)
    counts = look.facets
    takes = _takes(here, counts)
    crowds = look.crowds if not request.args.get("at") else ""
    modules = _modules()
    versions = tuple(modules.values())
    waits = (*FIRST, "sources", "pack") if takes == "all" else FIRST if crowds else (*FIRST, "sources")
    return render_template(
        "map/map.html", parts=_parts(here, bounds, takes), facets=counts, selection=selection_of(request.args),
        crowds=crowds, modules=modules, first=_with_imports(waits, versions), streets=_with_imports(STREETS, versions),
        beside=_with_imports(BESIDE, versions), apis=_apis(here), takes=takes,
        list_address=url_for("map.list_page", slug=slug), kept=_kept(),
        words_at_once=takes != "view" and counts.total <= WORDS_LIMIT)


@maps.get("/<slug>/list")
def list_page(slug: str) -> str:
    """The list: ?kind=&tag=&state=&q= choose, ?group=kind|street gathers, ?page= turns the page."""
    here = visit()
    selection = selection_of(request.args)
    group = request.args.get("group", "") if request.args.get("group") in GROUPS else ""
    page = max(request.args.get("page", 1, type=int) or 1, 1)
    listed = _listed(here, selection, group, page)
    if listed.total and not listed.chapters:
        raise Problem("unknown-page")
    return render_template(
        "list/list.html", listed=listed, page=page, pages=-(-listed.total // ON_A_PAGE), group=group,
        selection=selection, facets=facets(here.db, here.audience), address=_addresses(here, selection, group),
        first=(page - 1) * ON_A_PAGE + 1, kept=_kept())


@dataclass(frozen=True, slots=True)
class Chapter:
    """Items under one heading: the kind or street they share, "" where nothing is gathered or there is no street."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list; `total` counts all pages."""

    chapters: tuple[Chapter, ...]
    total: int


def _listed(here: Visit, selection: Selection, group: str, page: int) -> Listed:
    after = (page - 1) * ON_A_PAGE
    if not group:
        numbers, total = find(here.db, here.audience, replace(selection, most=ON_A_PAGE, after=after), language())
        return Listed(tuple(Chapter("", items) for items in [_items(here, selection, numbers)] if items), total)
    numbers, total = find(here.db, here.audience, selection, language())
    ordered = GROUPS[group](here.db, here.audience, numbers)[after:after + ON_A_PAGE]
    items = {item.number: item for item in _items(here, selection, [number for number, _ in ordered])}
    chapters: dict[str, list[Item]] = {}
    for number, name in ordered:
        if number in items:
            chapters.setdefault(name, []).append(items[number])
    return Listed(tuple(Chapter(name, tuple(each)) for name, each in chapters.items()), total)


def _items(here: Visit, selection: Selection, numbers: list[int]) -> tuple[Item, ...]:
    """These assets in this order, as the audience sees them."""
    if not numbers:
        return ()
    chosen = Selection(numbers=tuple(numbers), states=selection.states)
    found = {item.number: item for item in take(here.db, here.folder, here.audience, here.now, chosen).items}
    return tuple(found[number] for number in numbers if number in found)


def _parts(here: Visit, bounds: tuple[float, float, float, float], takes: str) -> MapParts:
    slug = here.neighbourhood.slug
    apis = _apis(here)
    return map_parts(MapSettings(
        bounds=tuple(round(edge, 6) for edge in bounds),
        leaflet_js=asset_url("vendor/leaflet/leaflet.js"), leaflet_css=asset_url("vendor/leaflet/leaflet.css"),
        modules=tuple((name, url_for("static", filename=f"js/map/{name}.js")) for name in ENTRIES),
        base=url_for("base.base_file", slug=slug), pack=apis["pack"], view=apis["view"], shapes=apis["shapes"],
        connections=apis["connections"], takes=takes, extra=_extra(here.settings)))


def _extra(settings: Settings) -> tuple[str, str, str] | None:
    """Another map that visitors may switch on, where this installation names one."""
    if not settings.extra_layer:
        return None
    return settings.extra_layer, settings.extra_layer_name, settings.extra_layer_attribution


def _takes(here: Visit, counts: Facets) -> str:
    """How the points come to the map (maps.page.MapSettings)."""
    if counts.placed > here.settings.pack_limit:
        return "view"
    return "all" if counts.placed <= AT_ONCE else "all-later"


def _apis(here: Visit) -> dict[str, str]:
    """Name -> address of what the modules ask for, for the same audience as the page."""
    slug, same = here.neighbourhood.slug, _kept()
    return {
        "pack": url_for("packs.pack_file", slug=slug, **same), "view": url_for("views.view_answer", slug=slug, **same),
        "words": url_for("packs.words_file", slug=slug, **same),
        "shapes": url_for("packs.shapes_file", slug=slug, **same),
        "connections": url_for("packs.connections_file", slug=slug, **same),
        "search": url_for("views.search_answer", slug=slug, **same),
        "details": url_for("details.asset_details", slug=slug, number=0, **same),
    }


def _kept() -> dict[str, str]:
    """What stays in every address: whose eyes somebody asked to look with."""
    return {"audience": request.args["audience"]} if request.args.get("audience") else {}


def _modules() -> dict[str, str]:
    """The import map: each module of the map by its plain address -> the address with its content's hash.

    So that modules can import one another by name and a browser never mixes old with new.
    """
    with os.scandir(STATIC / "js" / "map") as entries:
        found = [(entry.name, entry.stat().st_mtime_ns) for entry in entries if entry.name.endswith(".js")]
    return _import_map(request.script_root, tuple(sorted(found)))


@lru_cache(maxsize=4)
def _import_map(_root: str, found: tuple[tuple[str, int], ...]) -> dict[str, str]:
    addresses = {url_for("static", filename=f"js/map/{name}"): asset_url(f"js/map/{name}") for name, _ in found}
    # An import map does not reach into a worker: its own imports go by where it lies.
    team = _with_imports((WORKER,), tuple(addresses.values()))
    edition = hashlib.sha256("\n".join(team).encode()).hexdigest()[:12]
    addresses[url_for("static", filename=f"js/map/{WORKER}.js")] = url_for(
        "edition", edition=edition, filename=f"js/map/{WORKER}.js")
    return addresses


@lru_cache(maxsize=64)
def _with_imports(entries: tuple[str, ...], versions: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses of these modules and all that they import from the start.

    `versions` are the addresses of all modules with hashes: other contents, another answer.
    """
    found: set[str] = set()
    waiting = [f"{name}.js" for name in entries]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            text = (STATIC / "js" / "map" / name).read_text("utf-8")
            waiting += re.findall(r"""^import .*?from "\./([\w-]+\.js)";""", text, re.M | re.S)
    return tuple(address for address in versions if address.split("?")[0].rsplit("/", 1)[-1] in found)


def _addresses(here: Visit, selection: Selection, group: str):
    """A function for the template: the address of a page ("map.list_page") with this selection, changed by keywords."""
    chosen = {
        "q": selection.words, "kind": list(selection.kinds), "tag": list(selection.tags),
        "state": list(selection.states), "group": group}

    def address(endpoint: str = "map.list_page", **changes: object) -> str:
        values = {name: value for name, value in (chosen | _kept() | changes).items() if value}
        return url_for(endpoint, slug=here.neighbourhood.slug, **values)

    return address
