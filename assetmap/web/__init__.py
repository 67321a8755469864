"""Pages: parse, then an action or an inventory, then a template. Never SQL."""


from .signing import signing
from .welcome import welcome


BLUEPRINTS = (welcome, signing)
