"""Neighbours: who they are (a look), what they do (a pose), and how the pen draws them."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from . import curves, ink, palette
from .curves import Point
from .heads import behind, head
from .look import Look
from .paper import Sheet
from .part import part
from .wash import wash


@dataclass(frozen=True)
class Pose:
    """How somebody stands or sits: (upper, lower) for each limb, far one first.

    Angles are degrees from straight down, positive to where they face.

    `hands` are places in the picture that override the arms: None leaves an arm to its angles. `feet` likewise.
    `seated` puts the hip, not the feet, on the given spot. `turn` is how far the face turns: 1 to where they face,
    0 to us. `front` brings both arms before the body.
    """

    lean: float = 0.0
    legs: tuple[tuple[float, float], tuple[float, float]] = ((-5, -3), (6, 3))
    arms: tuple[tuple[float, float], tuple[float, float]] = ((-10, 4), (8, 20))
    hands: tuple[Point | None, Point | None] = (None, None)
    feet: tuple[Point | None, Point | None] = (None, None)
    seated: bool = False
    front: bool = False
    turn: float = 0.8
    nod: float = 0.0
    glad: float = 1.0


STAND = Pose()
WALK = Pose(lean=3, legs=((-22, -38), (24, 12)), arms=((22, 38), (-20, -8)))
RUN = Pose(lean=14, legs=((-34, -92), (58, 16)), arms=((56, 128), (-52, 30)))
SIT = Pose(seated=True, legs=((82, 4), (88, -2)), arms=((14, 62), (10, 58)))
KNEEL = Pose(lean=16, legs=((70, -6), (-8, -96)), arms=((40, 70), (50, 76)))
KICK = Pose(lean=-10, legs=((-10, -16), (66, 52)), arms=((66, 84), (-62, -40)))
CHEER = Pose(legs=((-10, -6), (12, 6)), arms=((-138, -164), (142, 166)), front=True, turn=0.2)


@dataclass(frozen=True)
class Body:
    """Where the joints of somebody came to lie, in pixels of the picture."""

    hip: Point
    shoulder: Point
    head: Point
    radius: float
    hands: tuple[Point, Point] = field(default=((0, 0), (0, 0)))


@dataclass(frozen=True)
class _Build:
    """Lengths of somebody's body, as shares of how tall they are."""

    thigh: float
    shin: float
    torso: float
    radius: float
    upper: float
    lower: float


GROWN = _Build(0.225, 0.22, 0.295, 0.09, 0.165, 0.15)
CHILD = _Build(0.19, 0.185, 0.285, 0.122, 0.15, 0.13)


def person(sheet: Sheet, x: float, y: float, tall: float, look: Look, pose: Pose = STAND, facing: int = 1) -> Body:
    """Draw somebody standing (or seated) at a spot; `facing` 1 looks right, -1 left. Returns the joints."""
    pen = ink.NIB * min(1.1, max(0.5, tall / 400))
    build = CHILD if look.child else GROWN
    legs = [[_angle(a, facing) for a in pair] for pair in pose.legs]
    reach = max(build.thigh * math.cos(a) + build.shin * math.cos(b) for a, b in legs) * tall + 0.03 * tall
    hip = (x, y) if pose.seated else (x, y - reach)
    lean = _angle(pose.lean, facing)
    shoulder = (hip[0] + math.sin(lean) * build.torso * tall, hip[1] - math.cos(lean) * build.torso * tall)
    radius = build.radius * tall
    top = (
        shoulder[0] + (math.sin(lean) * 0.6 + facing * (0.12 + 0.12 * pose.nod)) * radius,
        shoulder[1] - (1.22 - 0.1 * pose.nod) * radius,
    )
    body = Body(hip, shoulder, top, radius)
    if pose.front and None not in pose.hands:
        # Nobody crosses their arms by accident: the hand on the left belongs to the shoulder on the left.
        pose = replace(pose, hands=tuple(sorted(pose.hands, key=lambda hand: hand[0] * facing)))
    if not pose.seated:
        shadow = curves.ellipse(x + tall * 0.07, y - tall * 0.004, tall * 0.17, tall * 0.028)
        wash(sheet, shadow, palette.DUSK, 0.42, loose=2, soft=tall * 0.012, layers=1)
    for side in (0, 1):
        _leg(
            sheet,
            look,
            _leg_joints(body, build, tall, pose, side, legs[side], facing),
            tall,
            facing,
            pen,
            far=side == 0,
        )
    limbs = [_arm_joints(shoulder, build, tall, pose, side, facing) for side in (0, 1)]
    if not pose.front:
        _arm(sheet, look, limbs[0], tall, pen, far=True)
    behind(sheet, look, top, radius, facing * pose.turn, pen)
    _torso(sheet, look, body, tall, lean, facing, pen)
    head(sheet, look, top, radius, shoulder, facing, pose.turn, pose.nod, pose.glad, pen)
    if pose.front:
        _arm(sheet, look, limbs[0], tall, pen)
    _arm(sheet, look, limbs[1], tall, pen)
    return replace(body, hands=(limbs[0][2], limbs[1][2]))


def _angle(degrees: float, facing: int) -> float:
    return math.radians(degrees) * facing


def _leg_joints(
    body: Body, build: _Build, tall: float, pose: Pose, side: int, angles: list[float], facing: int
) -> list[Point]:
    start = (body.hip[0] + (-0.024 if side == 0 else 0.024) * tall * facing, body.hip[1])
    target = pose.feet[side]
    if target is not None:
        return reached(start, target, build.thigh * tall, build.shin * tall, -facing)
    knee = (start[0] + math.sin(angles[0]) * build.thigh * tall, start[1] + math.cos(angles[0]) * build.thigh * tall)
    return [
        start,
        knee,
        (knee[0] + math.sin(angles[1]) * build.shin * tall, knee[1] + math.cos(angles[1]) * build.shin * tall),
    ]


def _leg(sheet: Sheet, look: Look, joints: list[Point], tall: float, facing: int, pen: float, far: bool) -> None:
    start, knee, foot = joints
    bare = look.skirt and look.coat > 0.1
    wide = (0.05 if bare else 0.078) * tall * (1.1 if look.child else 1) * (0.6 + 0.4 * look.girth)
    colour = palette.SKINS[look.skin] if bare else look.legs
    trousers = curves.tube([start, knee, foot], (wide * 1.25, wide, wide * 0.72))
    part(sheet, trousers, colour, pen, shade=far)
    tilt = math.atan2(foot[0] - knee[0], foot[1] - knee[1]) * 0.6
    high = 0.022 * tall
    shoe = [
        (-0.034 * tall, -high),
        (0.0, -high * 1.4),
        (0.03 * tall, -high * 0.7),
        (0.068 * tall, high * 0.2),
        (0.066 * tall, high),
        (-0.034 * tall, high),
    ]
    placed = curves.turned([(px * facing, py) for px, py in shoe], -math.degrees(tilt))
    part(sheet, curves.smooth(curves.moved(placed, foot[0], foot[1] + high * 0.3), 3, closed=True), look.shoes, pen)


def _torso(sheet: Sheet, look: Look, body: Body, tall: float, lean: float, facing: int, pen: float) -> None:
    up = (math.sin(lean), -math.cos(lean))
    across = (math.cos(lean), math.sin(lean))
    length = math.dist(body.hip, body.shoulder)
    full = look.girth * (1.08 if look.child else 1.0)

    def at(share: float, wide: float) -> Point:
        """A spot on the body: `share` from hip (0) to shoulder (1), `wide` sideways as a share of how tall."""
        if share < 0:
            # Below the hip cloth hangs straight down, however far somebody leans.
            return (body.hip[0] + across[0] * wide * tall, body.hip[1] - share * length)
        return (
            body.hip[0] + up[0] * share * length + across[0] * wide * tall,
            body.hip[1] + up[1] * share * length + across[1] * wide * tall,
        )

    hem = 0.082 * full + (0.06 if look.skirt else 0.02) * min(1.0, look.coat * 2.5)
    below = -max(0.06, look.coat)
    belly = 0.012 * facing * full
    right = [
        at(1.1, 0.03),
        at(1.03, 0.062),
        at(0.9, 0.08),
        at(0.5, 0.076 * full + belly),
        at(0.2, 0.08 * full + belly),
        at(below, hem),
    ]
    left = [
        at(1.1, -0.03),
        at(1.03, -0.062),
        at(0.9, -0.08),
        at(0.5, -0.076 * full + belly),
        at(0.2, -0.08 * full + belly),
        at(below, -hem),
    ]
    shape = [*curves.smooth(right, 5), at(below - 0.03, 0), *reversed(curves.smooth(left, 5))]
    part(sheet, shape, look.top, pen)
    back = [
        at(1.1, -facing * 0.03),
        at(0.9, -facing * 0.1),
        at(below, -facing * (hem + 0.02)),
        at(below, -facing * hem * 0.3),
        at(0.5, -facing * 0.03),
    ]
    wash(sheet, back, palette.DUSK, 0.28, loose=2, layers=1, clip=shape)
    _cloth(sheet, look, shape, at, pen)


def _cloth(sheet: Sheet, look: Look, shape: list[Point], at: Callable[[float, float], Point], pen: float) -> None:
    """What is on somebody's coat or jumper."""
    if "stripes" in look.wears:
        for share in (0.06, 0.24, 0.42, 0.6, 0.78):
            ink.line(sheet, [at(share, -0.072), at(share - 0.03, 0), at(share, 0.072)], pen * 2, look.accent, taper=0.2)
    if "buttons" in look.wears:
        ink.line(sheet, [at(1.0, 0.012), at(0.4, 0.018), at(-look.coat, 0.014)], pen * 0.7)
        for share in (0.2, 0.45, 0.7):
            ink.dot(sheet, *at(share, 0.034), pen * 1.5)
    if "dots" in look.wears:
        left, top, right, bottom = curves.bounds(shape)
        gap = (right - left) / 5
        for row in range(int((bottom - top) / gap)):
            for column in range(6):
                x, y = left + (column + row % 2 * 0.5) * gap, top + (row + 0.6) * gap
                found = curves.crossings(shape, y)
                if found and found[0] + gap * 0.3 < x < found[-1] - gap * 0.3:
                    ink.dot(sheet, x, y, gap * 0.28, look.accent)
    if "apron" in look.wears:
        low = -look.coat - 0.3
        bib = [at(0.84, -0.04), at(0.84, 0.05), at(0.44, 0.066), at(low, 0.084), at(low, -0.074), at(0.44, -0.056)]
        part(sheet, bib, look.accent, pen * 0.85)
        ink.line(sheet, [at(0.42, -0.08), at(0.4, 0), at(0.42, 0.08)], pen * 0.8)
        ink.line(sheet, [at(0.84, -0.04), at(1.06, -0.02)], pen * 0.7)
        ink.line(sheet, [at(0.84, 0.05), at(1.06, 0.03)], pen * 0.7)
    if "collar" in look.wears:
        for side in (-1, 1):
            part(sheet, [at(1.1, 0.0), at(1.08, side * 0.04), at(0.92, side * 0.036)], look.accent, pen * 0.7)
    if "scarf" in look.wears:
        end = [at(0.98, -0.03), at(0.75, -0.05), at(0.5, -0.036)]
        thick = math.dist(at(0, 0), at(0, 0.045))
        part(sheet, curves.tube(end, (thick, thick, thick * 1.15)), look.accent, pen)
        ring = [at(1.04, -0.07), at(1.13, 0), at(1.04, 0.07), at(0.93, 0.03), at(0.93, -0.04)]
        part(sheet, curves.smooth(ring, 4, closed=True), look.accent, pen)


def _arm_joints(shoulder: Point, build: _Build, tall: float, pose: Pose, side: int, facing: int) -> list[Point]:
    spread = 0.062 if pose.front else 0.016
    start = (shoulder[0] + (-spread if side == 0 else spread) * tall * facing, shoulder[1] + 0.026 * tall)
    upper, lower = build.upper * tall, build.lower * tall
    target = pose.hands[side]
    if target is not None:
        return reached(start, target, upper, lower, -facing if pose.front and side == 1 else facing)
    a, b = (_angle(value, facing) for value in pose.arms[side])
    elbow = (start[0] + math.sin(a) * upper, start[1] + math.cos(a) * upper)
    return [start, elbow, (elbow[0] + math.sin(b) * lower, elbow[1] + math.cos(b) * lower)]


def reached(start: Point, target: Point, upper: float, lower: float, bend: int) -> list[Point]:
    """Three joints from start towards a target: the elbow or knee lies where two bones of these lengths meet."""
    far = max(abs(upper - lower) + 1, min(math.dist(start, target), (upper + lower) * 0.999))
    angle = math.atan2(target[1] - start[1], target[0] - start[0])
    inner = math.acos(max(-1, min(1, (upper**2 + far**2 - lower**2) / (2 * upper * far))))
    elbow = (start[0] + math.cos(angle + inner * bend) * upper, start[1] + math.sin(angle + inner * bend) * upper)
    return [start, elbow, (start[0] + math.cos(angle) * far, start[1] + math.sin(angle) * far)]


def _arm(sheet: Sheet, look: Look, joints: list[Point], tall: float, pen: float, far: bool = False) -> None:
    start, elbow, (x, y) = joints
    wide = 0.06 * tall
    cuff = (x + (elbow[0] - x) * 0.1, y + (elbow[1] - y) * 0.1)
    size = (0.03 if look.child else 0.026) * tall
    angle = math.degrees(math.atan2(y - elbow[1], x - elbow[0]))
    palm = curves.ellipse(size * 0.35, 0, size * 1.2, size * 0.95)
    thumb = curves.ellipse(size * 0.4, -size * 0.8, size * 0.5, size * 0.3, turn=-30)
    skin = palette.SKINS[look.skin]
    if tall > 220:
        part(sheet, curves.moved(curves.turned(thumb, angle), x, y), skin, pen * 0.8)
    part(sheet, curves.moved(curves.turned(palm, angle), x, y), skin, pen * 0.85)
    part(sheet, curves.tube([start, elbow, cuff], (wide, wide * 0.94, wide * 0.78)), look.top, pen, shade=far)
    if tall > 200:
        # Two creases where the sleeve bends.
        toward = (start[0] + x - 2 * elbow[0], start[1] + y - 2 * elbow[1])
        for share in (0.05, 0.11):
            ink.line(
                sheet,
                [
                    (
                        elbow[0] + toward[0] * share - toward[1] * 0.045,
                        elbow[1] + toward[1] * share + toward[0] * 0.045,
                    ),
                    (elbow[0] - toward[0] * 0.02, elbow[1] - toward[1] * 0.02),
                ],
                pen * 0.55,
            )
