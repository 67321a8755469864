"""The map that Folium renders: ours alone, without a word of another host, and the same again for the same settings."""

import re
from dataclasses import replace

import folium

from assetmap.maps.layers import AssetLayer, ModuleLayer
from assetmap.maps.neighbourhood_map import NeighbourhoodMap
from assetmap.maps.page import MapSettings, map_parts

SETTINGS = MapSettings(
    bounds=(4.35, 51.99, 4.37, 52.004), leaflet_js="/static/leaflet.js?v=1", leaflet_css="/static/leaflet.css?v=1",
    modules=tuple((name, f"/static/js/map/{name}.js") for name in (
        "base-layer", "shapes-layer", "connections-layer", "asset-layer", "page")),
    base="/api/tuinwijk/base", pack="/api/tuinwijk/pack", view="/api/tuinwijk/assets", shapes="/api/tuinwijk/shapes",
    connections="/api/tuinwijk/connections")


def whole(settings: MapSettings = SETTINGS) -> str:
    parts = map_parts(settings)
    return "\n".join((*parts.scripts, *parts.styles, parts.html, parts.script))


def test_it_is_a_folium_map():
    assert issubclass(NeighbourhoodMap, folium.Map)
    assert issubclass(AssetLayer, folium.map.Layer)


def test_nothing_comes_from_another_host():
    assert not re.search(r"https?:|//[a-z]", whole())


def test_no_script_but_leaflet_and_no_styles_in_the_page():
    parts = map_parts(SETTINGS)
    assert parts.scripts == ("/static/leaflet.js?v=1",)
    assert parts.styles == ("/static/leaflet.css?v=1",)
    assert "<style" not in whole() and "<script" not in whole() and "viewport" not in whole()
    assert not re.search("jquery|bootstrap|awesome", whole(), re.I)


def test_the_page_stays_small_whatever_the_neighbourhood_holds():
    assert len(whole()) < 4_000


def test_every_layer_is_made_by_its_module_and_handed_to_the_page():
    script = map_parts(SETTINGS).script
    for maker, module in (("assetLayer", "asset-layer"), ("startPage", "page")):
        assert f'import {{ {maker} }} from "/static/js/map/{module}.js"' in script
    for maker, module in (("baseLayer", "base-layer"), ("shapeLayer", "shapes-layer"),
                          ("connectionLayer", "connections-layer")):
        assert f'import("/static/js/map/{module}.js")' in script and f".then(({{ {maker} }}) =>" in script
    assert script.count(".addTo(map_") == 4
    assert "fitBounds([[51.99, 4.35], [52.004, 4.37]]" in script
    start = script[script.index("startPage(map_"):]
    assert all(f"{part}: " in start for part in ("base", "shapes", "connections", "assets", "home"))


def test_the_same_settings_give_the_same_parts_and_others_others():
    assert map_parts(SETTINGS) is map_parts(replace(SETTINGS))
    assert map_parts(replace(SETTINGS, pack="/api/elders/pack")).script != map_parts(SETTINGS).script


def test_beyond_the_limit_the_layer_asks_per_view():
    script = map_parts(replace(SETTINGS, takes="view")).script
    assert 'assetLayer("/api/tuinwijk/assets", {"allAtOnce": false, "pack": ""})' in script


def test_with_many_assets_the_first_view_comes_before_all_points():
    script = map_parts(replace(SETTINGS, takes="all-later")).script
    assert 'assetLayer("/api/tuinwijk/assets", {"allAtOnce": false, "pack": "/api/tuinwijk/pack"})' in script


def test_an_address_can_not_break_out_of_the_script():
    script = map_parts(replace(SETTINGS, base='/api/x"</script><script>alert(1)</script>')).script
    assert "</script>" not in script


def test_stock_folium_is_left_as_it_is():
    before = list(folium.Map.default_js)
    map_parts(replace(SETTINGS, leaflet_js="/static/other.js"))
    assert folium.Map.default_js == before
    assert not ModuleLayer.default_js
