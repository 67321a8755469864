"""How near one stands to the houses, and with which pens they are drawn from there."""

from dataclasses import dataclass

from ..pen.styles import Style

HOUSE_WIDE = 5.6
"""Metres from one party wall of a row to the next."""


@dataclass(frozen=True, slots=True)
class Look:
    """`scale` is millimetres per metre; `outline`, `inner`, `fine` are widths of pens and `over` how far a line runs
    beyond a corner, in millimetres. `bare`: the style has no shade of its own, so that shade is hatched. `hatched`:
    how many of the shaded roofs get tiles, 0 to 1; `gap`: millimetres between tiles.
    """

    scale: float
    outline: float
    inner: float
    fine: float
    over: float
    bare: bool
    hatched: float
    gap: float

    @property
    def windows(self) -> bool:
        """Whether a window would be large enough to be seen."""
        return self.scale >= 0.2

    @property
    def trifles(self) -> bool:
        """Whether dormers, panes, awnings and door steps would be."""
        return self.scale >= 0.3

    @property
    def apart(self) -> bool:
        """Whether houses are drawn one by one. Else a row is one body with one roof."""
        return self.scale * HOUSE_WIDE >= 0.7


def look_for(scale: float, style: Style) -> Look:
    """The look at houses of a style at so many millimetres per metre."""
    pen, hatching = style.pens.get("house", 0.13), style.pens.get("hatch", 0.09)
    near = max(0.5, min(1.7, (scale / 0.45) ** 0.5))
    bare = style.colour("wall-shade") in ("", style.colour("wall"))
    return Look(scale, pen * near * 1.15, pen * near * 0.8, hatching * max(0.6, min(1.4, near)),
                min(0.22, 0.4 * scale), bare, 1.0 if bare else style.amounts.get("tiles", 0.5) * max(1.0, near),
                0.46 * near)
