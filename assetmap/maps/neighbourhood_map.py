"""The map itself: a Folium map that asks nothing of other hosts and brings no script but Leaflet, from our own."""

import folium
from folium.template import Template


class NeighbourhoodMap(folium.Map):
    """A map that fits `bounds` = (west, south, east, north), with Leaflet from our own addresses.

    Stock Folium brings scripts and styles from four hosts, three style blocks and a viewport that forbids to pinch;
    this one writes an element and a few lines of a module, which run under a strict policy.
    """

    _template = Template("""
        {% macro html(this, kwargs) %}
        <div class="map" id="{{ this.get_name() }}"></div>
        {% endmacro %}

        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {{ this.options|tojavascript }});
        {{ this.get_name() }}.fitBounds({{ this.corners|tojson }}, {animate: false});
        {% endmacro %}
    """)

    def __init__(
        self, bounds: tuple[float, float, float, float], leaflet_js: str, leaflet_css: str, *,
        min_zoom: int = 11, max_zoom: int = 20,
    ):
        west, south, east, north = bounds
        super().__init__(
            ((south + north) / 2, (west + east) / 2), tiles=None, zoom_control=False, attribution_control=False,
            tap_hold=False, bounce_at_zoom_limits=False, fade_animation=False)
        # Folium keeps these two for its tiles.
        self.options |= {"min_zoom": min_zoom, "max_zoom": max_zoom}
        # Own lists: Folium's are shared by every map of the program.
        self.default_js = [("leaflet", leaflet_js)]
        self.default_css = [("leaflet_css", leaflet_css)]
        self.corners = [[south, west], [north, east]]
