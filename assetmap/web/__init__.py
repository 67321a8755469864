"""Pages: parse, then an action or an inventory, then a template. Never SQL."""

from .assets import assets
from .inventory import inventory
from .map import maps
from .place_drawing import place_drawing
from .poster import poster
from .sharing import sharing
from .signing import signing
from .squeezing import squeezing
from .welcome import welcome

BLUEPRINTS = (welcome, signing, inventory, poster, assets, place_drawing, maps, sharing, squeezing)
