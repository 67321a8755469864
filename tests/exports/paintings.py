"""Small paintings made with Pillow, so that the book's tests need no photo of anybody."""

import hashlib
import io
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from assetmap.inventory import Picture

SKIES = ("#f3d9b1", "#cfe3ea", "#f0c9a8", "#d9e4c8", "#e4d3e6", "#f6e3a8")
WALLS = ("#b4573b", "#c98a52", "#8f4a3c", "#d8b98a", "#6f7d88", "#a86b4c")
LEAVES = ("#3f7a4d", "#5c8f4a", "#7ea356", "#2f6a55")


def painting(width: int, height: int, seed: int) -> Image.Image:
    """A street with trees and water, different for each seed."""
    dice = random.Random(seed)
    image = Image.new("RGB", (width, height), dice.choice(SKIES))
    draw = ImageDraw.Draw(image)
    sun = min(width, height) * 0.12
    x, y = width * dice.uniform(0.15, 0.85), height * dice.uniform(0.12, 0.3)
    draw.ellipse((x - sun, y - sun, x + sun, y + sun), fill="#f7b84b")
    ground = height * dice.uniform(0.68, 0.78)
    draw.rectangle((0, ground, width, height), fill=dice.choice(("#9db98a", "#8fb3c4", "#c9b89a")))
    left = -width * 0.05
    while left < width:
        wide, tall = width * dice.uniform(0.08, 0.16), height * dice.uniform(0.22, 0.42)
        wall = dice.choice(WALLS)
        draw.rectangle((left, ground - tall, left + wide, ground), fill=wall)
        draw.polygon(
            (
                (left - 6, ground - tall),
                (left + wide / 2, ground - tall - wide * 0.6),
                (left + wide + 6, ground - tall),
            ),
            fill="#5a4038",
        )
        for row in range(2):
            for column in range(2):
                a, b = left + wide * (0.18 + 0.4 * column), ground - tall * (0.85 - 0.4 * row)
                draw.rectangle(
                    (a, b, a + wide * 0.22, b + tall * 0.2), fill="#fbe9b7" if dice.random() < 0.6 else "#44525c"
                )
        left += wide * dice.uniform(1.0, 1.25)
    for _ in range(dice.randint(3, 7)):
        x, y, r = width * dice.random(), ground + height * dice.uniform(-0.04, 0.12), height * dice.uniform(0.05, 0.11)
        draw.rectangle((x - r * 0.12, y - r, x + r * 0.12, y + r * 0.6), fill="#5b4632")
        draw.ellipse((x - r, y - 2.4 * r, x + r, y - 0.4 * r), fill=dice.choice(LEAVES))
    for _ in range(dice.randint(2, 5)):
        x, y, r = width * dice.random(), height * dice.uniform(0.82, 0.95), height * 0.022
        draw.ellipse((x - r, y - 4 * r, x + r, y - 2 * r), fill="#4a3328")
        draw.polygon(
            ((x, y - 2 * r), (x - 1.6 * r, y + 3 * r), (x + 1.6 * r, y + 3 * r)),
            fill=dice.choice(("#c8452f", "#2b6c9b", "#b3730b", "#7a4fa3")),
        )
    return image.filter(ImageFilter.GaussianBlur(max(width, height) / 900))


def keep_painting(folder: Path, width: int, height: int, seed: int, alt: str, credit: str = "") -> Picture:
    """The painting as a kept photo in its print size, under the name that the media room gives it."""
    buffer = io.BytesIO()
    painting(width, height, seed).save(buffer, "JPEG", quality=88)
    digest = hashlib.sha256(buffer.getvalue()).hexdigest()
    path = folder / digest[:2] / f"{digest}.print.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
    return Picture(digest, alt, credit, width, height)
