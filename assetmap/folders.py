"""Where the folders that travel with the code lie, in a checkout and in an installed wheel."""

from importlib.util import find_spec
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_CHECKOUT = _HERE.parent


def _travelling(name: str) -> Path:
    beside = _CHECKOUT / name
    if (_CHECKOUT / "setup.cfg").exists() and beside.is_dir():
        return beside
    spec = find_spec(f"assetmap.{name}")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError(f"The folder {name} is missing from this installation of Assetmap")
    return Path(next(iter(spec.submodule_search_locations)))


TEMPLATES = _travelling("templates")
STATIC = _travelling("static")
VENDOR = STATIC / "vendor"
"""Leaflet, fonts and other libraries, brought in at set-up."""


def default_instance() -> Path:
    """Where neighbourhoods are kept unless ASSETMAP_INSTANCE says otherwise: beside the checkout's code, or under the
    working folder of an installed program."""
    return _CHECKOUT / "instance" if (_CHECKOUT / "setup.cfg").exists() else Path.cwd() / "assetmap-instance"


def default_exports(instance: Path) -> Path:
    """Where exports go without -o: exports/ in a checkout that keeps its own instance, else <instance>/exports."""
    return _CHECKOUT / "exports" if instance == _CHECKOUT / "instance" else instance / "exports"
