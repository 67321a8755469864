"""An asset as JSON values and back, for its earlier versions."""

from dataclasses import asdict
from typing import Any

from ..domain.asset import Asset, Translation
from ..domain.audience import Audience
from ..domain.kind import Kind
from ..domain.medium import Attachment, MediaFile, Medium
from ..domain.precision import Precision
from ..domain.rhythm import Rhythm
from ..domain.state import KeyHolder, Review, State


def to_json(asset: Asset) -> dict[str, Any]:
    """JSON values of everything but people and their consent: those are never turned back."""
    values = asdict(asset)
    del values["involved"]
    for name in ("geometry", "shown"):
        values[name] = values[name].hex() if values[name] is not None else None
    return values


def from_json(values: dict[str, Any]) -> Asset:
    """The asset that `to_json` wrote, with nobody on it."""
    values = {name: value for name, value in values.items() if name in Asset.__dataclass_fields__}
    return Asset(**values | {
        "kind": Kind(values["kind"]),
        "translations": tuple(Translation(**each) for each in values["translations"]),
        "tags": tuple(values["tags"]),
        "state": State(values["state"]),
        "key_holder": KeyHolder(values["key_holder"]) if values["key_holder"] else None,
        "rhythm": Rhythm(
            tuple(values["rhythm"]["seasons"]), tuple(values["rhythm"]["weekdays"]), values["rhythm"]["time"]),
        "audience": Audience(values["audience"]),
        "precision": Precision(values["precision"]),
        "geometry": bytes.fromhex(values["geometry"]) if values["geometry"] else None,
        "shown": bytes.fromhex(values["shown"]) if values["shown"] else None,
        "attachments": tuple(_attachment(each) for each in values["attachments"]),
        "review": Review(values["review"]),
    })


def _attachment(values: dict[str, Any]) -> Attachment:
    file = values["file"]
    return Attachment(
        MediaFile(**file | {"medium": Medium(file["medium"])}), values["alt"], values["credit"],
        Audience(values["audience"]))
