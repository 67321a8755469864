"""The paintbox: paper, ink and the few colours that all twelve pictures share."""

Colour = tuple[int, int, int]

PAPER: Colour = (255, 253, 246)
INK: Colour = (29, 26, 36)

BRICK: Colour = (206, 118, 88)
ROOF: Colour = (178, 92, 74)
RED: Colour = (205, 82, 62)
ROSE: Colour = (228, 150, 150)
PLUM: Colour = (150, 112, 170)
OCHRE: Colour = (226, 170, 72)
SUN: Colour = (248, 208, 92)
CREAM: Colour = (248, 232, 196)
WOOD: Colour = (200, 154, 104)
BARK: Colour = (146, 116, 96)
SAGE: Colour = (196, 210, 160)
LEAF: Colour = (150, 180, 104)
PINE: Colour = (92, 136, 100)
CANAL: Colour = (164, 200, 212)
SLATE: Colour = (116, 146, 166)
DENIM: Colour = (104, 132, 178)
DUSK: Colour = (92, 100, 150)
NIGHT: Colour = (66, 76, 124)
SKY: Colour = (206, 226, 234)
DAWN: Colour = (252, 214, 190)
STONE: Colour = (216, 208, 196)
GREY: Colour = (160, 160, 166)
DARK: Colour = (84, 78, 92)
HAIR: Colour = (64, 54, 60)
CHESTNUT: Colour = (140, 92, 66)
WHITE: Colour = (255, 255, 250)

SKINS: tuple[Colour, ...] = (
    (255, 226, 204),
    (250, 208, 174),
    (236, 182, 138),
    (212, 150, 104),
    (178, 116, 80),
    (142, 90, 64),
)
"""From light to dark; a person is given one by number."""
