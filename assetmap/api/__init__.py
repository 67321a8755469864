"""JSON for the map and the tablet."""

from .media import media

BLUEPRINTS = (media,)
