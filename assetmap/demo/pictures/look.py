"""What a neighbour looks like."""

from dataclasses import dataclass

from . import palette
from .palette import Colour


@dataclass(frozen=True)
class Look:
    """`skin` numbers palette.SKINS; `coat` is how far it hangs below the hip (1 = body length); `girth` 1 is ordinary.

    `hair` is a style of hair.HAIR; `wears` any of: glasses, beard, moustache, scarf, collar, apron, stripes, buttons,
    dots. `accent` colours what is worn.
    """

    skin: int = 1
    hair: str = "short"
    hair_colour: Colour = palette.DARK
    top: Colour = palette.DENIM
    legs: Colour = palette.SLATE
    shoes: Colour = palette.DARK
    coat: float = 0.04
    skirt: bool = False
    girth: float = 1.0
    child: bool = False
    wears: tuple[str, ...] = ()
    accent: Colour = palette.RED
