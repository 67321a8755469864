"""Neighbours in the street and in the green, each a few strokes high: walking, talking, cycling, making music."""

from .parts import Part, board, line, moved, ring, shape, straight

Spot = tuple[float, float]


def person(*, feet: tuple[Spot, Spot] = ((-0.13, 0.0), (0.14, 0.0)), hands: tuple[Spot, ...] = (
        (-0.17, -0.42), (0.18, -0.44)), hair: str = "short", dress: bool = False, lean: float = 0.02,
        shirt: str = "shirt", skin: str = "skin", strands: str = "hair") -> list[Part]:
    """Somebody on their feet, looking to the right."""
    head = lean, -0.86
    parts = _behind(hair, head, strands)
    hem = -0.24 if dress else -0.4
    for number, (x, y) in enumerate(feet):
        hip = (-0.045, 0.045)[number], hem + 0.03
        knee = (hip[0] + x) / 2 + 0.025, (hip[1] + y) / 2
        parts.append(line(hip, knee, (x, y - 0.015), (x + 0.065, y), pen=1.0 if dress else 1.7,
                          ink="ink" if dress else "cloth-1"))
    wide = 0.19 if dress else 0.105
    parts.append(shape(shirt, (lean - 0.1, -0.76), (lean + 0.1, -0.76), (lean + 0.13, -0.64), (wide * 0.72, -0.5),
                       (wide, hem), (wide, hem + 0.02), (-wide, hem + 0.02), (-wide, hem), (-wide * 0.72, -0.5),
                       (lean - 0.13, -0.64)))
    for number, (x, y) in enumerate(hands):
        start = lean + (-0.09, 0.09)[number % 2], -0.68
        elbow = (start[0] + x) / 2 + (-0.05, 0.02)[number % 2], (start[1] + y) / 2 + 0.05
        parts.append(line(start, elbow, (x, y)))
    return parts + face(*head, hair, skin, strands)


def face(x: float, y: float, hair: str = "short", skin: str = "skin", strands: str = "hair") -> list[Part]:
    """A head that looks to the right, with what is on it."""
    if hair == "scarf":
        return [
            shape("other-shirt", (x - 0.1, y - 0.11), (x + 0.06, y - 0.16), (x + 0.15, y - 0.03), (x + 0.12, y + 0.1),
                  (x + 0.13, y + 0.19), (x - 0.13, y + 0.19), (x - 0.15, y + 0.02)),
            ring(x + 0.045, y, 0.075, skin, pen=0.7, flat=1.2), *_look(x + 0.02, y)]
    parts = [ring(x, y, 0.115, skin)]
    if hair == "cap":
        parts.append(shape("third-shirt", (x - 0.125, y - 0.02), (x - 0.11, y - 0.15), (x + 0.09, y - 0.16),
                           (x + 0.11, y - 0.05), (x + 0.22, y - 0.03), (x + 0.1, y - 0.03)))
    elif hair != "bald":
        parts.append(shape(strands, (x - 0.12, y + 0.06), (x - 0.15, y - 0.08), (x - 0.04, y - 0.165),
                           (x + 0.1, y - 0.14), (x + 0.12, y - 0.05), (x + 0.02, y - 0.05), (x - 0.06, y - 0.01),
                           pen=0.6))
    if hair == "bun":
        parts.append(ring(x - 0.12, y - 0.11, 0.055, strands, pen=0.6))
    return parts + _look(x, y)


def _look(x: float, y: float) -> list[Part]:
    """Two eyes and a smile, for who is near enough."""
    return [
        Part(((x + 0.028, y - 0.004), (x + 0.03, y + 0.012)), pen=0.8, fine=True),
        Part(((x + 0.078, y - 0.004), (x + 0.08, y + 0.012)), pen=0.8, fine=True),
        Part(((x + 0.02, y + 0.045), (x + 0.045, y + 0.068), (x + 0.078, y + 0.046)), pen=0.6, fine=True)]


def _behind(hair: str, head: Spot, strands: str) -> list[Part]:
    x, y = head
    if hair != "long":
        return []
    return [shape(strands, (x - 0.02, y - 0.15), (x + 0.06, y), (x + 0.04, y + 0.16), (x - 0.17, y + 0.2),
                  (x - 0.16, y - 0.06), pen=0.6)]


def seated(x: float, seat: float, *, hair: str = "short", shirt: str = "shirt", skin: str = "skin",
           strands: str = "hair", hand: Spot = (0.24, -0.2), foot: Spot = (0.3, 0.0)) -> list[Part]:
    """Somebody who sits and looks to the right; `seat` is how low the hips are (negative is up)."""
    top = seat - 0.36
    parts = [
        line((0, seat), (0.2, seat - 0.03), (0.22, seat + 0.05), foot, (foot[0] + 0.07, foot[1]), pen=1.7,
             ink="cloth-1"),
        shape(shirt, (-0.09, top + 0.02), (0.08, top), (0.12, top + 0.2), (0.11, seat + 0.03), (-0.12, seat + 0.03),
              (-0.13, top + 0.16)),
        line((0.03, top + 0.1), (0.08, top + 0.26), (hand[0], seat + hand[1])),
        *_behind(hair, (0.02, top - 0.1), strands), *face(0.02, top - 0.1, hair, skin, strands)]
    return moved(parts, x)


WALKER = person(hands=((-0.2, -0.45), (0.2, -0.47)), feet=((-0.17, 0), (0.17, 0)))
LADY = [
    *person(dress=True, hair="bun", hands=((-0.15, -0.45), (0.22, -0.46)), feet=((-0.08, 0), (0.1, 0))),
    board("third-shirt", (0.15, -0.43), (0.33, -0.43), (0.35, -0.22), (0.13, -0.22)),
    line((0.18, -0.43), (0.2, -0.52), (0.27, -0.52), (0.3, -0.43), pen=0.8)]
TALKING = [
    *moved(person(hair="long", dress=True, hands=((-0.13, -0.43), (0.2, -0.6)), feet=((-0.06, 0), (0.08, 0))), -0.3),
    *moved(person(hair="short", hands=((-0.15, -0.42), (0.21, -0.56)), feet=((-0.08, 0), (0.06, 0)),
                  shirt="other-shirt", skin="other-skin", strands="other-hair"), 0.3, turned=True),
    line((-0.1, -1.1), (-0.04, -1.18), (0.0, -1.19), pen=0.7), line((0.1, -1.14), (0.08, -1.2), (0.03, -1.25), pen=0.7)]
BALLOON = [
    *moved(person(hands=((-0.17, -0.42), (0.16, -0.95)), feet=((-0.1, 0), (0.12, 0)), strands="young-hair"), 0,
           tall=0.72),
    line((0.115, -0.68), (0.16, -0.9), (0.1, -1.0), (0.14, -1.1), pen=0.6),
    shape("shirt-1", (0.08, -1.14), (-0.02, -1.26), (0.0, -1.42), (0.14, -1.48), (0.29, -1.42), (0.31, -1.26),
          (0.19, -1.14)),
    line((0.22, -1.39), (0.26, -1.34), (0.26, -1.28), pen=0.5, ink="paper")]
KIDS = [
    *moved(person(hands=((-0.17, -0.42), (0.3, -0.56)), feet=((-0.13, 0), (0.1, 0)), hair="long", dress=True,
                  strands="young-hair"), -0.21, tall=0.68),
    *moved(person(hands=((-0.3, -0.56), (0.2, -0.5)), feet=((-0.1, 0), (0.15, 0)), shirt="other-shirt",
                  skin="other-skin", strands="other-hair"), 0.2, tall=0.76)]
PRAM = [
    *person(hair="long", hands=((0.22, -0.52), (0.3, -0.5)), feet=((-0.18, 0), (0.12, 0)), lean=0.05),
    line((0.26, -0.5), (0.36, -0.44), (0.4, -0.34), pen=0.9),
    shape("other-shirt", (0.36, -0.36), (0.86, -0.36), (0.84, -0.18), (0.66, -0.13), (0.48, -0.15), (0.38, -0.24)),
    shape("other-shirt", (0.6, -0.35), (0.62, -0.54), (0.8, -0.58), (0.9, -0.4), (0.86, -0.35)),
    line((0.46, -0.16), (0.6, -0.06), pen=0.8), line((0.76, -0.16), (0.62, -0.06), pen=0.8),
    ring(0.47, -0.06, 0.06, "paper"), ring(0.76, -0.06, 0.06, "paper")]
DOG = [
    shape("fur", (0.0, -0.3), (0.12, -0.31), (0.34, -0.3), (0.42, -0.24), (0.38, -0.14), (0.06, -0.14),
          (-0.02, -0.22)),
    line((0.02, -0.16), (0.03, -0.06), (0.0, 0.0), pen=1.1), line((0.1, -0.15), (0.09, 0.0), pen=1.1),
    line((0.32, -0.15), (0.31, -0.06), (0.29, 0.0), pen=1.1), line((0.38, -0.16), (0.39, 0.0), pen=1.1),
    line((0.0, -0.28), (-0.08, -0.36), (-0.07, -0.43)),
    shape("fur", (0.38, -0.42), (0.48, -0.42), (0.6, -0.34), (0.6, -0.29), (0.46, -0.27), (0.37, -0.32)),
    shape("fur", (0.39, -0.43), (0.45, -0.42), (0.42, -0.3), (0.36, -0.32), pen=0.8)]
DOG_WALKER = [
    *person(hands=((-0.18, -0.42), (0.22, -0.5)), feet=((-0.16, 0), (0.16, 0)), hair="cap"),
    line((0.22, -0.5), (0.45, -0.28), (0.72, -0.34), pen=0.6), *moved(DOG, 0.4, tall=0.85)]


def _bicycle(paint: str = "ink") -> list[Part]:
    return [
        ring(-0.36, -0.2, 0.2, pen=0.9), ring(0.4, -0.2, 0.2, pen=0.9),
        straight((-0.36, -0.2), (-0.18, -0.5), (0.25, -0.52), (0.02, -0.2), (-0.36, -0.2), pen=1.1, ink=paint),
        straight((-0.21, -0.56), (0.02, -0.2), pen=1.1, ink=paint), straight((0.4, -0.2), (0.24, -0.6), pen=1.1,
                                                                             ink=paint),
        line((0.17, -0.63), (0.25, -0.64), (0.3, -0.58)), line((-0.29, -0.57), (-0.13, -0.58), pen=1.5)]


CYCLIST = [
    line((-0.18, -0.58), (0.12, -0.5), (0.08, -0.36), (0.04, -0.14), (0.12, -0.13), pen=1.7, ink="cloth-1"),
    *_bicycle(),
    shape("shirt", (-0.08, -1.0), (0.06, -0.98), (0.08, -0.86), (-0.04, -0.7), (-0.06, -0.55), (-0.28, -0.56),
          (-0.24, -0.76)),
    line((0.0, -0.92), (0.08, -0.78), (0.22, -0.64)), *face(0.04, -1.12, "short")]
CARGO_BIKE = [
    line((-0.3, -0.58), (0.0, -0.5), (-0.04, -0.36), (-0.08, -0.14), (0.0, -0.13), pen=1.7, ink="cloth-1"),
    ring(-0.46, -0.2, 0.2, pen=0.9), ring(0.86, -0.15, 0.15, pen=0.9),
    straight((-0.46, -0.2), (-0.3, -0.5), (-0.1, -0.2), (-0.46, -0.2), pen=1.1),
    line((-0.1, -0.2), (0.2, -0.12), (0.86, -0.15), pen=1.1), line((-0.38, -0.57), (-0.22, -0.58), pen=1.5),
    *moved(face(0.0, 0.0, "short", "other-skin", "other-hair"), 0.36, -0.56, tall=0.72),
    *moved(face(0.0, 0.0, "bun", "other-skin", "young-hair"), 0.6, -0.54, tall=0.68),
    board("door-4", (0.14, -0.46), (0.86, -0.46), (0.76, -0.16), (0.22, -0.16)),
    straight((0.2, -0.36), (0.82, -0.36), pen=0.6),
    line((-0.02, -0.2), (0.08, -0.6), (0.0, -0.66)),
    shape("shirt", (-0.2, -1.0), (-0.06, -0.98), (-0.04, -0.86), (-0.16, -0.7), (-0.18, -0.55), (-0.4, -0.56),
          (-0.36, -0.76)),
    line((-0.12, -0.92), (-0.1, -0.76), (0.02, -0.66)), *face(-0.08, -1.12, "long")]
WHEELCHAIR = [
    straight((-0.2, -0.7), (-0.16, -0.36), (0.18, -0.36), (0.26, -0.08), (0.36, -0.06), pen=1.0),
    line((-0.2, -0.7), (-0.28, -0.72), pen=1.0),
    *seated(0.0, -0.42, hair="short", hand=(0.12, -0.02), foot=(0.3, -0.08)),
    ring(-0.02, -0.23, 0.23, pen=1.0), ring(-0.02, -0.23, 0.17, pen=0.5), ring(0.28, -0.06, 0.055, "paper")]
MUSICIAN = [
    *person(hands=(), feet=((-0.1, 0), (0.1, 0)), hair="cap"),
    shape("door-4", (-0.15, -0.5), (-0.08, -0.62), (0.02, -0.56), (0.1, -0.58), (0.15, -0.47), (0.02, -0.38),
          (-0.1, -0.38)),
    ring(0.0, -0.49, 0.03, "ink", pen=0.5), straight((0.08, -0.53), (0.4, -0.68), pen=1.5),
    line((-0.09, -0.7), (-0.17, -0.58), (-0.02, -0.5)), line((0.1, -0.7), (0.2, -0.56), (0.3, -0.63)),
    straight((0.5, -0.95), (0.5, -1.15), (0.62, -1.19), (0.62, -0.99), pen=0.8), ring(0.47, -0.94, 0.035, "ink"),
    ring(0.59, -0.98, 0.035, "ink")]
BALL = [
    *moved(person(hands=((-0.24, -0.56), (0.22, -0.6)), feet=((-0.16, 0), (0.24, -0.1)), lean=-0.04,
                  strands="young-hair"), -0.1, tall=0.8),
    ring(0.3, -0.09, 0.085, "paper"), line((0.24, -0.11), (0.3, -0.09), (0.34, -0.14), pen=0.6),
    line((0.3, -0.09), (0.31, -0.02), pen=0.6)]
GARDENER = [
    line((-0.06, -0.34), (-0.14, -0.18), (-0.1, 0.0), (-0.02, 0.0), pen=1.7, ink="cloth-1"),
    line((-0.04, -0.34), (0.12, -0.3), (0.08, -0.02), (0.15, 0.0), pen=1.7, ink="cloth-1"),
    shape("shirt", (0.16, -0.68), (0.28, -0.6), (0.24, -0.48), (0.04, -0.3), (-0.12, -0.31), (-0.1, -0.44)),
    line((0.22, -0.56), (0.32, -0.4), (0.36, -0.22)), *moved(face(0, 0, "bald"), 0.3, -0.74),
    shape("door-4", (0.14, -0.79), (0.22, -0.9), (0.36, -0.92), (0.42, -0.8), (0.52, -0.74), (0.28, -0.75),
          (0.06, -0.8)),
    line((0.36, -0.24), (0.42, -0.1), (0.44, 0.0), pen=1.2), shape("ink", (0.4, -0.08), (0.5, -0.06), (0.46, 0.03)),
    line((0.6, 0.0), (0.61, -0.14), (0.58, -0.22), ink="green-line"),
    shape("leaf-2", (0.6, -0.1), (0.7, -0.2), (0.72, -0.12), pen=0.7),
    shape("leaf-2", (0.6, -0.13), (0.5, -0.24), (0.5, -0.16), pen=0.7),
    ring(0.58, -0.27, 0.06, "shirt-1", pen=0.8)]
_SEAT = [
    board("wall", (-0.5, -0.36), (0.34, -0.36), (0.36, -0.3), (-0.52, -0.3)),
    straight((-0.44, -0.3), (-0.46, 0.0)), straight((0.28, -0.3), (0.3, 0.0)),
    board("wall", (-0.5, -0.62), (0.3, -0.62), (0.3, -0.52), (-0.5, -0.52))]
BENCH = [
    *_SEAT, *seated(-0.24, -0.4, hair="bun", strands="hair-3", hand=(0.18, 0.02)),
    *seated(0.1, -0.4, hair="bald", shirt="other-shirt", skin="other-skin", hand=(0.18, 0.02)),
    straight((0.6, 0.0), (0.55, -0.5), (0.47, -0.52)), straight((0.84, 0.0), (0.62, -0.46)),
    straight((0.59, -0.2), (0.76, -0.2), pen=0.8), ring(0.6, -0.03, 0.045, "paper"), ring(0.84, -0.03, 0.045, "paper")]
SCARF = [
    *person(hair="scarf", dress=True, hands=((-0.24, -0.44), (0.17, -0.48)), feet=((-0.08, 0), (0.1, 0))),
    line((-0.24, -0.44), (-0.33, -0.42), (-0.38, -0.3), pen=0.9),
    board("third-shirt", (-0.54, -0.44), (-0.34, -0.42), (-0.32, -0.09), (-0.5, -0.09)),
    ring(-0.37, -0.05, 0.05, "paper")]
READER = [
    line((0.02, -0.06), (0.2, -0.26), (0.28, -0.1), (0.36, 0.0), (0.43, 0.0), pen=1.7, ink="cloth-1"),
    shape("shirt", (-0.16, -0.42), (-0.02, -0.42), (0.05, -0.24), (0.08, -0.03), (-0.14, -0.03), (-0.18, -0.2)),
    line((-0.04, -0.34), (0.04, -0.2), (0.14, -0.26)), *face(-0.06, -0.53, "long"),
    board("paper", (0.08, -0.36), (0.2, -0.34), (0.18, -0.2), (0.06, -0.22)),
    *_behind("long", (-0.06, -0.53), "hair")]
DANCERS = [
    *moved(person(hands=((-0.25, -0.6), (0.28, -0.9)), feet=((-0.14, 0), (0.08, -0.03)), dress=True, hair="long",
                  lean=-0.03), -0.24),
    *moved(person(hands=((-0.22, -0.55), (0.2, -0.9)), feet=((-0.1, 0), (0.14, -0.05)), shirt="other-shirt",
                  skin="other-skin", strands="other-hair"), 0.26, turned=True)]

PEOPLE: dict[str, list[Part]] = {
    "walker": WALKER, "lady": LADY, "talking": TALKING, "balloon": BALLOON, "kids": KIDS, "pram": PRAM,
    "dog-walker": DOG_WALKER, "cyclist": CYCLIST, "cargo-bike": CARGO_BIKE, "wheelchair": WHEELCHAIR,
    "musician": MUSICIAN, "ball": BALL, "gardener": GARDENER, "bench": BENCH, "scarf": SCARF, "reader": READER,
    "dancers": DANCERS,
}
