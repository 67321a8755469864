"""The layers of the map: each carries an address and options, and is drawn by a module of its own in the browser."""

from folium.elements import JSCSSMixin
from folium.map import Layer
from folium.template import Template


class ModuleLayer(JSCSSMixin, Layer):
    """A layer that a module makes: `maker` is the function it exports, called with an address and options.

    `module` is the address of the module, `url` where the layer gets its data.
    """

    maker = ""

    # Imports may stand anywhere in a module, they are carried out first. Folium itself adds the layer to the map.
    _template = Template("""
        {% macro script(this, kwargs) %}
        import { {{ this.maker }} } from {{ this.module|tojson }};
        const {{ this.get_name() }} = {{ this.maker }}({{ this.url|tojson }}, {{ this.options|tojson }});
        {% endmacro %}
    """)

    def __init__(self, module: str, url: str, options: dict | None = None, *, show: bool = True):
        super().__init__(name=self.maker, overlay=True, control=False, show=show)
        self._name = type(self).__name__
        self.module = module
        self.url = url
        self.options = options or {}


class LaterLayer(ModuleLayer):
    """A layer that comes after the markers: its module is fetched at the event `after`, its name is a promise of it."""

    after = "assets-stand"

    _template = Template("""
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = new Promise((go) => { addEventListener("{{ this.after }}", go, { once: true }); })
          .then(() => import({{ this.module|tojson }}))
          .then(({ {{ this.maker }} }) =>
            {{ this.maker }}({{ this.url|tojson }}, {{ this.options|tojson }}).addTo({{ this._parent.get_name() }}));
        {% endmacro %}
    """)

    def __init__(self, module: str, url: str, options: dict | None = None):
        super().__init__(module, url, options, show=False)


class BaseLayer(LaterLayer):
    """Streets, houses, water and green, drawn on canvas from one compact file."""

    maker = "baseLayer"


class ExtraLayer(LaterLayer):
    """A map from elsewhere that a visitor may switch on; only where the installation names one."""

    maker = "extraLayer"
    after = "page-stands"


class ShapeLayer(LaterLayer):
    """Lines and areas of assets, and the soft areas that stand for a hidden place; they come when the streets stand."""

    maker = "shapeLayer"
    after = "streets-stand"


class ConnectionLayer(LaterLayer):
    """Connections as curved lines; they are drawn from close by, so they come last."""

    maker = "connectionLayer"
    after = "page-stands"


class AssetLayer(ModuleLayer):
    """The assets: markers and crowds."""

    maker = "assetLayer"
