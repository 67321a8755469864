"""How a drawing looks, as data: the colour of each paint, the width of each pen, what is drawn and what is left out.

The presets are JSON files in drawing/styles; an installation puts its own beside them in <instance>/styles. A file may
be `based_on` another and say only what differs.
"""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from ...domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Style:
    """`paints`: name -> colour as #rrggbb; "" means that this paint is not used and its marks are left out.

    `pens`: name -> width in millimetres. `amounts`: name -> a number (how much the hand strays, how strong a wash is).
    `without`: names of what is not drawn at all ("people", "waves", …). `label` is an English message id.
    """

    name: str
    label: str
    paints: dict[str, str]
    pens: dict[str, float] = field(default_factory=dict)
    amounts: dict[str, float] = field(default_factory=dict)
    without: frozenset[str] = frozenset()

    def colour(self, paint: str) -> str:
        """The colour of a paint, "" where it is not used. A paint may also be a colour itself (#rrggbb)."""
        return paint if paint.startswith("#") else self.paints.get(paint, "")


def style_named(name: str, own_folder: Path | None = None) -> Style:
    """The style of that name, an installation's own before ours. Raises Problem: unknown-choice, style-damaged."""
    told = _told(name, own_folder)
    return Style(
        name, told.get("label", name), told.get("paints", {}), told.get("pens", {}), told.get("amounts", {}),
        frozenset(told.get("without", ())))


def style_names(own_folder: Path | None = None) -> dict[str, str]:
    """Name -> label of every style there is, ours first."""
    names = [path.name.removesuffix(".json") for path in _presets().iterdir() if path.name.endswith(".json")]
    own = sorted(path.stem for path in own_folder.glob("*.json")) if own_folder and own_folder.is_dir() else []
    return {name: style_named(name, own_folder).label for name in (*sorted(names), *own)}


def _told(name: str, own_folder: Path | None, seen: tuple[str, ...] = ()) -> dict:
    told = _read(name, own_folder)
    if not (parent := told.get("based_on")):
        return told
    if parent in seen:
        raise Problem("style-damaged", name=name)
    under = _told(parent, own_folder, (*seen, name))
    merged = under | told
    for part in ("paints", "pens", "amounts"):
        merged[part] = under.get(part, {}) | told.get(part, {})
    merged["without"] = [*under.get("without", ()), *told.get("without", ())]
    return merged


def _read(name: str, own_folder: Path | None) -> dict:
    if name != Path(name).name:
        raise Problem("unknown-choice", field="style", value=name, choices=", ".join(style_names()))
    own = own_folder / f"{name}.json" if own_folder else None
    try:
        text = own.read_text("utf-8") if own and own.is_file() else _preset(name)
        told = json.loads(text)
    except FileNotFoundError:
        raise Problem("unknown-choice", field="style", value=name, choices=", ".join(style_names())) from None
    except ValueError as error:
        raise Problem("style-damaged", name=name) from error
    if not isinstance(told, dict):
        raise Problem("style-damaged", name=name)
    return told


@lru_cache(maxsize=16)
def _preset(name: str) -> str:
    return _presets().joinpath(f"{name}.json").read_text("utf-8")


def _presets():
    return files("assetmap.drawing").joinpath("styles")
