"""Whatever stands in whatever field: it is printed as it was written, and the book is made."""

import json
from dataclasses import replace
from pathlib import Path

from assetmap import exports
from assetmap.domain.asset import Translation
from assetmap.domain.connection import Verb
from assetmap.domain.kind import Kind
from assetmap.domain.rhythm import Rhythm
from assetmap.domain.round import Round
from assetmap.exports.book.fonts import font_folder, shown_by
from assetmap.exports.book.texts import text_of
from assetmap.inventory import Tie

from . import sample
from .conftest import make
from .paintings import keep_painting
from .pdf import plain, words_of

STRINGS = json.loads((Path(__file__).parent.parent / "data" / "text" / "blns.json").read_text("utf-8"))
TYPST = (
    "#panic(1)",
    "#set page(width: 1cm)",
    "$ frac(1,0) $",
    '#import "@preview/x:1.0.0"',
    "*a* _b_ `c` <label> @ref",
    '#image("/etc/passwd")',
    "= Kop",
    "- punt",
    "/ a: b",
    "\\u{1F600}",
    '#read("data.json")',
    "// weg",
    "/* weg */",
    "\\",
    "#",
    "]",
    "[",
    "{",
    "}",
    '"',
)


def packed(strings: list[str], most: int) -> list[str]:
    """The strings together on as few texts of at most so many characters as it takes, each on its own line."""
    texts: list[str] = []
    for string in strings:
        if texts and len(texts[-1]) + len(string) < most:
            texts[-1] += "\n" + string
        else:
            texts.append(string[:most])
    return texts


def hostile_book(street, folder: Path, strings: list[str], most: int) -> exports.Export:
    """A book with these strings in every field there is, as many together as fit `most` characters."""
    texts = packed(strings, most)
    picture = keep_painting(street.media_folder, 200, 150, 3, "")

    def near(i: int, further: int) -> str:
        return texts[(i + further) % len(texts)]

    items = tuple(
        sample.item(
            i + 1,
            list(Kind)[i % 7],
            near(i, 1)[:200],
            near(i, 2)[:1_000],
            (i * 9 - 200, i * 7 - 150),
            story=near(i, 3),
            description=text,
            street=near(i, 4)[:200] if i % 3 else "",
            facet=near(i, 5)[:30],
            tags=tuple(near(i, 6).split("\n")[:3]),
            language=near(i, 7)[:9],
            attribution=near(i, 8)[:200],
            confirmed=near(i, 9)[:9],
            people=((near(i, 10)[:60], "tells"), (near(i, 11)[:60], "holds"), ("x", "odd")),
            rhythm=Rhythm(("x",), ("y",), near(i, 12)[:60]),
            pictures=(replace(picture, alt=text, credit=text[:40]),) if i % 9 == 0 else (),
            translations=(Translation("nl", near(i, 1)[:200], "", text, near(i, 2)),) if i % 4 == 0 else (),
        )
        for i, text in enumerate(texts)
    )
    ties = tuple(Tie(str(i), i + 1, Verb.KNOWS, i + 2, text[:20], text[:200]) for i, text in enumerate(texts[:-1]))
    hostile = replace(
        street,
        name=texts[0][:60],
        slug="x",
        purpose=texts[-1],
        mandate=texts[-2],
        notice=strings[0],
        attribution=texts[-1],
        items=items,
        ties=ties,
        rounds=(Round(1, near(0, 1), near(0, 2), near(0, 3)[:10], "2026-13-45"),),
    )
    return make(hostile, "pdf", folder / "hostile.pdf", address="https://x.example/?q=" + "%3C" * 20)


def test_strange_signs_in_every_field_make_a_whole_and_accessible_book(street, tmp_path):
    odd = [string for string in STRINGS if not string.isascii() or not string.isprintable()]
    made = hostile_book(street, tmp_path, odd, 190)
    assert len(made.numbers) == len(packed(odd, 190)) and made.remarks == ()


def test_strings_that_break_programs_are_printed_as_they_were_written(street, tmp_path):
    told = [*TYPST, *(string for string in STRINGS if string.isascii() and string.isprintable())]
    made = hostile_book(street, tmp_path, told, 1_500)
    words = words_of(made.path)
    shown = shown_by(font_folder())
    for string in told:
        printed = text_of(string, "nl", shown)
        # A page may end between two words of a longer one.
        assert printed is None or len(string) > 90 or plain("".join(printed["p"][0])) in words, string
    data = made.path.read_bytes()
    assert b"root:x:0:0" not in data and b"/JavaScript" not in data and b"/Launch" not in data
