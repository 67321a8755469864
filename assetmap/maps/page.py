"""The map for a page: Folium's parts (scripts, styles, element, module) ready to be put into a template of ours."""

from dataclasses import dataclass
from functools import lru_cache

from branca.element import CssLink, JavascriptLink
from folium.elements import MacroElement
from folium.template import Template

from .layers import AssetLayer, BaseLayer, ConnectionLayer, ExtraLayer, ModuleLayer, ShapeLayer
from .neighbourhood_map import NeighbourhoodMap


@dataclass(frozen=True, slots=True)
class MapSettings:
    """What a map is made of. All addresses but that of `extra` are of our own host; `bounds` is (west, south, east,
    north).

    `modules` are (name, address) of the browser modules "base-layer", "shapes-layer", "connections-layer",
    "asset-layer" and "page". `takes` says how points come: "all" at once, "all-later" when the first view stands, or
    only ever by "view".
    """

    bounds: tuple[float, float, float, float]
    leaflet_js: str
    leaflet_css: str
    modules: tuple[tuple[str, str], ...]
    base: str
    pack: str
    view: str
    shapes: str
    connections: str
    takes: str = "all"
    attribution: str = ""
    extra: tuple[str, str, str] | None = None
    """Another map that visitors may switch on: the address of its tiles, its name, whom it is by."""


@dataclass(frozen=True, slots=True)
class MapParts:
    """Addresses of scripts and styles for the head, the element for the body, and the text of one module."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    html: str
    script: str


class _Start(MacroElement):
    """The last line of the module: hands the map and its layers to the page."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        import { startPage } from {{ this.module|tojson }};
        startPage({{ this._parent.get_name() }}, {
          {%- for part, layer in this.layers.items() %}{{ part }}: {{ layer.get_name() }}, {% endfor -%}
          home: L.latLngBounds({{ this._parent.corners|tojson }})});
        {% endmacro %}
    """)

    def __init__(self, module: str, layers: dict[str, ModuleLayer]):
        super().__init__()
        self._name = "Start"
        self.module = module
        self.layers = layers


def _asset_layer(settings: MapSettings, module: str) -> AssetLayer:
    if settings.takes == "all":
        return AssetLayer(module, settings.pack, {"allAtOnce": True})
    return AssetLayer(module, settings.view, {
        "allAtOnce": False, "pack": settings.pack if settings.takes == "all-later" else ""})


@lru_cache(maxsize=256)
def map_parts(settings: MapSettings) -> MapParts:
    """The parts for these settings. Folium's element ids are random, so parts are kept: same settings, same parts."""
    module = dict(settings.modules)
    all_along = {"allAtOnce": settings.takes != "view"}
    whole = NeighbourhoodMap(settings.bounds, settings.leaflet_js, settings.leaflet_css)
    layers: dict[str, ModuleLayer] = {
        "base": BaseLayer(module["base-layer"], settings.base, {"attribution": settings.attribution}),
        "shapes": ShapeLayer(module["shapes-layer"], settings.shapes, all_along),
        "connections": ConnectionLayer(module["connections-layer"], settings.connections, all_along),
        "assets": _asset_layer(settings, module["asset-layer"]),
    }
    for layer in layers.values():
        layer.add_to(whole)
    if settings.extra:
        tiles, name, source = settings.extra
        ExtraLayer(module["extra-layer"], tiles, {"name": name, "attribution": source}).add_to(whole)
    _Start(module["page"], layers).add_to(whole)
    figure = whole.get_root()
    for child in figure._children.values():
        child.render()
    head = list(figure.header._children.values())
    return MapParts(
        tuple(each.url for each in head if isinstance(each, JavascriptLink)),
        tuple(each.url for each in head if isinstance(each, CssLink)),
        figure.html.render().strip(), figure.script.render().strip())
