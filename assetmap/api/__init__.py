"""JSON for the map and the tablet."""

from .base import base
from .details import details
from .media import media
from .packs import packs
from .uploads import uploads
from .views import views

BLUEPRINTS = (media, uploads, packs, views, details, base)
