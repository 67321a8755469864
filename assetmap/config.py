"""Each setting once: its name, default, meaning and check."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from .domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation runs. Environment `ASSETMAP_<NAME>` wins over instance/config.py, that over the default."""

    instance: Path
    """The folder with everything that residents entrusted to this installation."""
    exports: Path
    """Where exports go without -o."""
    address: str = ""
    """The public base address, "https://kaart.voorbeeld.nl", for links and QR codes outside a web request."""
    trusted_hosts: tuple[str, ...] = ()
    """Host names that may be asked for, comma-separated; empty accepts any (an office laptop has no name)."""
    upload_megabytes: int = 60
    """The largest form that is accepted, files included."""
    photo_megabytes: int = 40
    """The largest photo that is accepted, as it comes from the camera; never more than a whole form."""
    sound_megabytes: int = 50
    """The largest recording that is accepted; never more than a whole form."""
    photo_megapixels: int = 120
    """The most pixels a photo may have. Twice as much takes twice the memory while it is made smaller."""
    session_days: int = 30
    """How long somebody stays signed in without coming by."""
    invitation_days: int = 14
    """How long an invitation is good for."""
    secure_cookies: bool = False
    """Cookies over HTTPS only. Set it wherever there is HTTPS; an http laptop needs it off."""
    behind_proxies: int = 0
    """How many proxies of ours stand in front: their X-Forwarded headers are believed."""
    book_seconds: int = 600
    """How long making one book may take."""
    book_megabytes: int = 3000
    """How much memory making one book may take."""
    pack_limit: int = 100_000
    """Up to this many assets the map takes all positions along at once; beyond, it asks per view."""

    extra_layer: str = ""
    """The address of another map's tiles, with {z}, {x} and {y} in it, that visitors may switch on over the drawing.
    Without it no other host is ever asked for anything."""
    extra_layer_name: str = "OpenStreetMap"
    """What the switch for those tiles calls them."""
    extra_layer_attribution: str = "© OpenStreetMap contributors"
    """Whom those tiles are by; shown on the map with them."""

    @property
    def neighbourhoods(self) -> Path:
        """The folder with one folder per neighbourhood."""
        return self.instance / "neighbourhoods"

    @property
    def styles(self) -> Path:
        """The folder with this installation's own styles of drawing."""
        return self.instance / "styles"


def load_settings(
    instance: Path, exports: Path, environ: Mapping[str, str] = os.environ, **given: object
) -> Settings:
    """The settings of the installation in folder `instance`; raises Problem("setting-wrong")."""
    instance = Path(environ.get("ASSETMAP_INSTANCE") or instance).resolve()
    found: dict[str, object] = {"instance": instance, "exports": exports} | _from_file(instance / "config.py")
    for field in fields(Settings):
        if (value := environ.get(f"ASSETMAP_{field.name.upper()}")) is not None and field.name != "instance":
            found[field.name] = value
    found |= given
    return Settings(**{name: _checked(name, value) for name, value in found.items()})


def _from_file(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    names: dict[str, object] = {}
    exec(compile(path.read_text("utf-8"), str(path), "exec"), names)  # the installer's own file
    known = {field.name for field in fields(Settings)} - {"instance"}
    return {name.lower(): value for name, value in names.items() if name.isupper() and name.lower() in known}


def _whole(least: int, most: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        number = int(str(value))
        if not least <= number <= most:
            raise ValueError(f"it must lie between {least} and {most}")
        return number

    return check


def _yes_or_no(value: object) -> bool:
    word = str(value).strip().lower()
    if word not in {"1", "true", "yes", "on", "0", "false", "no", "off", ""}:
        raise ValueError("say yes or no")
    return word in {"1", "true", "yes", "on"}


def _address(value: object) -> str:
    address = str(value).rstrip("/")
    if address and not address.startswith(("http://", "https://")):
        raise ValueError("it starts with http:// or https://")
    return address


def _tiles(value: object) -> str:
    address = str(value).strip()
    if not address:
        return ""
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:\d+)?/[^\s'\"<>;,]*", address):
        raise ValueError("it starts with https:// and a host, without spaces, quotes, commas or semicolons")
    if missing := [each for each in ("{z}", "{x}", "{y}") if each not in address]:
        raise ValueError(f"it lacks {' and '.join(missing)}")
    return address


def _names(value: object) -> tuple[str, ...]:
    words = value.split(",") if isinstance(value, str) else list(value)  # type: ignore[call-overload]
    return tuple(word.strip() for word in words if word.strip())


CHECKS: dict[str, Callable[[object], object]] = {
    "instance": lambda value: Path(str(value)),
    "exports": lambda value: Path(str(value)),
    "address": _address,
    "trusted_hosts": _names,
    "upload_megabytes": _whole(1, 2000),
    "photo_megabytes": _whole(1, 2000),
    "sound_megabytes": _whole(1, 2000),
    "photo_megapixels": _whole(1, 220),
    "session_days": _whole(1, 366),
    "invitation_days": _whole(1, 366),
    "secure_cookies": _yes_or_no,
    "behind_proxies": _whole(0, 5),
    "book_seconds": _whole(5, 7200),
    "book_megabytes": _whole(500, 100_000),
    "pack_limit": _whole(100, 10_000_000),
    "extra_layer": _tiles,
    "extra_layer_name": str,
    "extra_layer_attribution": str,
}


def _checked(name: str, value: object) -> object:
    try:
        return CHECKS[name](value)
    except (ValueError, TypeError) as error:
        raise Problem("setting-wrong", name=f"ASSETMAP_{name.upper()}", value=value, reason=error) from error
