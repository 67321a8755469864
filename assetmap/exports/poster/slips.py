"""The notes and speech bubbles themselves: title, marker line and words, in several shapes to choose from."""

from dataclasses import dataclass

from ...drawing.letters.written import Written, paragraph
from ...drawing.pen.hand import seed_of
from ...drawing.pen.marks import Mark
from ...drawing.pen.strokes import stroke
from .sheet import Sheet
from .telling import Told

TITLE, WORDS = 5.0, 3.65
"""Sizes of letters, millimetres of grain 1."""
WIDTHS: tuple[tuple[float, int], ...] = ((43.0, 4), (58.0, 3), (34.0, 6))
"""How wide a note may be and how many lines its words then have, in order of liking."""
BUBBLE_WIDTHS: tuple[tuple[float, int], ...] = ((54.0, 7), (70.0, 5), (44.0, 9))
PADDING = 3.4
PHOTO = 34.0
"""Width of a photo on a note."""
TITLE_LINES = 3
AROUND = {"nl": "“”", "en": "“”", "de": "„“", "pl": "„”", "fr": "«»", "es": "«»", "it": "«»", "pt": "«»", "uk": "«»",
          "ru": "«»", "ar": "«»", "fa": "«»", "ti": "«»", "am": "«»", "el": "«»"}
"""What stands around spoken words, by language."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One shape of a note. `picture` is (width, height) of the photo above the words, None for none."""

    told: Told
    width: float
    height: float
    grain: float
    title: Written
    words: Written | None = None
    picture: tuple[float, float] | None = None

    @property
    def stage(self) -> int:
        """How much it gave up: 0 the photo stands on it, 1 only words, 2 only the title."""
        return 0 if self.picture else 1 if self.words else 2

    @property
    def bubble(self) -> bool:
        return self.told.quote and self.words is not None

    def picture_box(self, x: float, y: float) -> tuple[float, float, float, float] | None:
        """Left, top, width and height of the photo of a note whose upper left corner lies at (x, y)."""
        if self.picture is None:
            return None
        wide, tall = self.picture
        if self.bubble:
            return x + (self.width - wide) / 2, y + PADDING * self.grain, wide, tall
        return x + (self.width - wide if self.title.rtl else 0.0), y + 0.5 * self.grain, wide, tall

    def marks(self, x: float, y: float) -> list[Mark]:
        """Letters and marker line of a note whose upper left corner lies at (x, y), without bubble and photo."""
        grain = self.grain
        pad = PADDING * grain if self.bubble else 0.0
        inner = self.width - 2 * pad
        left, top = x + pad, y + pad + (self.picture[1] + 2.2 * grain if self.picture else 0.0)
        start = left + inner - self.title.width if self.title.rtl else left
        under = top + self.title.height - 0.35 * TITLE * 0.28 * grain
        last = line_width(self.title)
        begin = start + self.title.width - last if self.title.rtl else start
        marks = stroke(
            ((begin - 0.4 * grain, under), (begin + last * 0.5, under - 0.25 * grain), (begin + last + 0.8 * grain,
             under + 0.1 * grain)),
            seed_of("marker", self.told.number), 1.05 * grain, amount=0.2 * grain, taper=0.55,
            ink=f"kind-{self.told.kind}", strength=0.9)
        marks += self.title.at(start, top)
        if self.words:
            marks += self.words.at(
                left + inner - self.words.width if self.words.rtl else left, top + self.title.height + 0.9 * grain)
        return marks


def line_width(written: Written) -> float:
    """How wide the marker line under a title is: as its last line, or all of it where there is one."""
    if len(written.lines) < 2:
        return written.width
    return written.width * min(1.0, 0.12 + len(written.lines[-1]) / max(map(len, written.lines)))


def slips(told: Told, sheet: Sheet, picture: float | None = None) -> tuple[Slip, ...]:
    """The shapes a note may take: with its photo where it has one to show (`picture` is the ratio of width to height),
    then with words only, and last its title alone. Among each the best one first.
    """
    grain = sheet.grain
    found = []
    bubble = told.quote and told.text
    around = AROUND.get(told.language.split("-")[0], "“”")
    text = f"{around[0]}{told.text}{around[1]}" if bubble else told.text
    most = 6 if bubble else 4
    for width, lines in BUBBLE_WIDTHS if bubble else WIDTHS:
        one = _slip(told, text, width * grain, max(lines, most), grain, bubble=bool(bubble))
        # A title that has to be torn in this width is a note of another width.
        if found and any(part.endswith("-") for part in one.title.lines) and not any(
                part.endswith("-") for part in found[0].title.lines):
            continue
        if not any(abs(one.width - other.width) < 3 * grain and one.height >= other.height for other in found):
            found.append(one)
    if picture:
        widths = (48.0, 56.0) if bubble else (42.0, 52.0)
        found[:0] = [_slip(told, text, width * grain, most + 2, grain, bubble=bool(bubble), ratio=picture)
                     for width in widths]
    found.append(_slip(told, "", 46 * grain, 0, grain))
    return tuple(found)


def _slip(told: Told, text: str, width: float, lines: int, grain: float, *, bubble: bool = False,
          ratio: float | None = None) -> Slip:
    pad = PADDING * grain if bubble else 0.0
    title = paragraph(told.title, "title", TITLE * grain, width - 2 * pad, seed=told.number, most_lines=TITLE_LINES,
                      language=told.language)
    words = paragraph(text, "note", WORDS * grain, width - 2 * pad, seed=told.number, most_lines=lines,
                      language=told.language) if text else None
    wide = max(title.width + 0.8 * grain, words.width if words else 0)
    tall = title.height + (0.9 * grain + words.height if words else 0.9 * grain)
    picture = None
    if ratio:
        across = min(PHOTO * grain, width - 2 * pad)
        picture = (across, across / min(max(ratio, 0.75), 1.9))
        wide, tall = max(wide, across + grain), tall + picture[1] + 2.2 * grain + 0.5 * grain
    return Slip(told, wide + 2 * pad, tall + 2 * pad, grain, title, words, picture)
