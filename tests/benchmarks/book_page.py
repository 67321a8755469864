"""The book as one HTML page for a rival engine: the same words, drawings and parts, laid out with today's CSS."""

from html import escape
from pathlib import Path

from assetmap.domain.kind import Kind
from assetmap.exports.book.content import plan_of
from assetmap.exports.book.fonts import font_folder, shown_by
from assetmap.exports.book.maps import maps_for
from assetmap.exports.book.ornaments import blot_svg, icon_svg, shape_svg
from assetmap.exports.book.photos import Photo
from assetmap.exports.book.teller import Teller
from assetmap.exports.form import Order
from assetmap.inventory import Inventory, Picture

STYLE = Path(__file__).with_suffix(".css")
FACES = (
    ("Noto Sans", 400, "NotoSans_400Regular.ttf"),
    ("Noto Sans", 700, "NotoSans_700Bold.ttf"),
    ("Noto Naskh Arabic", 400, "NotoNaskhArabic_400Regular.ttf"),
    ("Patrick Hand", 400, "PatrickHand_400Regular.ttf"),
    ("Pangolin", 400, "Pangolin_400Regular.ttf"),
    ("Amatic SC", 700, "AmaticSC_700Bold.ttf"),
)
"""Family, weight and file of the faces on the page."""


def page(inventory: Inventory, photos: dict[str, Path], paper: str, drawings: Path) -> str:
    """The page; `photos` are the files to use by hash, drawings are written into `drawings`."""
    order = Order(
        inventory,
        "nl",
        {"paper": paper},
        str,
        lambda one, more, count: one if count == 1 else more,
        lambda done, step: None,
    )
    say = Teller(order, shown_by(font_folder()))
    shots = {item.number: [_shot(picture, photos) for picture in item.pictures] for item in inventory.items}
    plan = plan_of(order, say, shots)
    numbers = [item.number for item in inventory.items]
    maps, drawn = maps_for(order, say, numbers, plan.data["bubble"])
    drawings.mkdir()
    for kind in Kind:
        drawn[f"shape-{kind}.svg"] = shape_svg(kind, plan.data["bubble"])
        drawn[f"icon-{kind}.svg"] = icon_svg(kind)
        drawn[f"blot-{kind}.svg"] = blot_svg(kind)
    for name, svg in drawn.items():
        (drawings / name).write_text(svg, "utf-8")
    for number, one in enumerate(plan.data["assets"].values(), 1):
        one["n"] = number
    return _Page(plan.data, maps, shots, drawings).whole()


def _shot(picture: Picture, photos: dict[str, Path]) -> Photo:
    ratio = picture.width / picture.height
    return Photo(picture.hash, picture.hash, photos[picture.hash], ratio, picture.alt, picture.credit)


def style(paper: str) -> str:
    """Without the thumb tabs: pages named per kind make WeasyPrint break the page before every asset."""
    faces = [
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; "
        f"src: url('{(font_folder() / file).as_uri()}') }}"
        for family, weight, file in FACES
    ]
    return "\n".join((*faces, f"@page {{ size: {paper.upper()} }}", STYLE.read_text("utf-8")))


def tag(name: str, *inside: str, css: str = "", **attributes: object) -> str:
    """An element with what stands in it, which is HTML already."""
    told = {"class": css} if css else {}
    told |= attributes
    inner = "".join(f' {key}="{escape(str(value), quote=True)}"' for key, value in told.items())
    return f"<{name}{inner}>{''.join(inside)}" + ("" if name in ("img", "br") else f"</{name}>")


def said(words: dict | str | None) -> str:
    """A text of the book's data as HTML, in its own language and direction."""
    if not words:
        return ""
    if isinstance(words, str):
        return escape(words)
    return "".join(
        tag("span", "<br>".join(map(escape, lines)), lang=words["l"], dir=words["d"]) + " " for lines in words["p"]
    )


class _Page:
    def __init__(self, data: dict, maps: dict, photos: dict[int, list[Photo]], drawings: Path):
        self.data, self.maps, self.photos, self.drawings = data, maps, photos, drawings
        self.numbers = {key: one["n"] for key, one in data["assets"].items()}

    def whole(self) -> str:
        data, words = self.data, self.data["words"]
        cover, opening = data["cover"], data["opening"]
        body = [
            tag("h1", said(cover["name"])) + tag("p", escape(cover["line"]), css="hand"),
            tag("div", self.svg("cover.svg", "Tekening"), css="cover"),
            tag("p", escape(cover["for"]), css="hand") + tag("p", escape(cover["edition"])),
            tag("p", said(data["notice"]), css="notice"),
            tag("h1", words["why-book"]) + said(opening["purpose"]),
            tag("h2", words["mandate"]) + said(opening["mandate"]),
            *(self.key(chapter) for chapter in data["chapters"]),
            tag("h1", words["where"]),
            tag("div", self.svg("overview.svg", "Kaart"), *map(self.mark, self.maps["overview"]["marks"]), css="map"),
            tag("h1", words["numbers"]) + tag("div", *map(self.entry, data["assets"].values()), css="index"),
            *map(self.chapter, data["chapters"]),
            tag("h1", words["web"]) + tag("div", *map(self.tie, data["web"]), css="columns"),
            tag("h1", words["streets"]) + tag("div", *map(self.street, data["streets"]), css="columns"),
            tag("h1", words["index"]) + tag("div", *map(self.letter, data["index"]), css="index"),
            tag("h1", words["more"]),
            *(tag("h3", escape(part["title"])) + said(part["text"]) for part in data["colophon"]["parts"]),
        ]
        return tag("html", tag("head", tag("title", escape(data["title"]))), tag("body", *body), lang="nl")

    def key(self, chapter: dict) -> str:
        icon = self.svg(f"icon-{chapter['kind']}.svg", "")
        link = tag("a", icon, escape(f" {chapter['title']} {chapter['short']}"), href=f"#k-{chapter['kind']}")
        return tag("p", link, css="key")

    def mark(self, one: dict) -> str:
        place = f"left:{one['x']}mm;top:{one['y']}mm;{self.shape(one['kind'])}"
        return tag("a", str(self.numbers[one["id"]]), css="number", href=f"#a{one['id']}", style=place)

    def chapter(self, chapter: dict) -> str:
        kind = chapter["kind"]
        title = tag("div", tag("h1", escape(chapter["title"])), tag("p", escape(chapter["hint"]), css="hand"))
        drawings = self.svg(f"blot-{kind}.svg", "", "blot") + self.svg(f"icon-{kind}.svg", "", "icon")
        out = [tag("div", drawings, title, css="opener", id=f"k-{kind}")]
        slips: list[str] = []
        for one in (one for one in self.data["assets"].values() if one["kind"] == kind):
            shots = [self.photo(shot) for shot in self.photos[int(one["id"])]]
            words, facts = tag("div", self.words(one)), self.facts(one)
            if not shots and not one["story"] and one["length"] < 330:
                slips.append(tag("article", self.words(one), facts, id=f"a{one['id']}"))
                if len(slips) == 2:
                    out.append(tag("div", *slips, css="slips"))
                    slips = []
                continue
            if len(shots) == 1:
                inside = tag("div", shots[0], tag("div", words, facts), css="beside")
            else:
                inside = tag("div", *shots, css="photos") + tag("div", facts, words, css="aside")
            out.append(tag("article", inside, id=f"a{one['id']}"))
        return tag("section", *out, *slips)

    def words(self, one: dict) -> str:
        return "".join(
            (
                tag("h2", self.number(one), " ", said(one["title"])),
                tag("p", said(one["title2"]), css="soft"),
                tag("div", said(one["why"]), css="why"),
                tag("p", said(one["why2"]), css="soft"),
                said(one["description"]),
                self.story(one) if one["story"] else "",
            )
        )

    def story(self, one: dict) -> str:
        return tag("blockquote", said(one["story"]), said(one["story2"]), tag("p", said(one["teller"]), css="hand"))

    def facts(self, one: dict) -> str:
        pairs = [tag("dt", escape(label)) + tag("dd", said(value)) for label, value in one["facts"]]
        return tag("dl", *pairs, *(tag("dd", escape(tie["verb"]), " ", self.end(tie)) for tie in one["ties"]))

    def tie(self, tie: dict) -> str:
        verb = tag("span", escape(tie["verb"]), css="hand")
        return tag("p", self.end(tie["first"]), f" {verb} ", self.end(tie["second"]), "<br>", said(tie["more"]))

    def end(self, one: dict) -> str:
        return tag("a", tag("b", said(one["title"])), " ", self.number(one), href=f"#a{one['id']}")

    def street(self, street: dict) -> str:
        return tag("h3", said(street["name"])) + "".join(map(self.entry, street["entries"]))

    def letter(self, group: dict) -> str:
        return tag("h3", escape(group["letter"])) + "".join(map(self.entry, group["entries"]))

    def entry(self, one: dict) -> str:
        return tag("a", f"{self.numbers[one['id']]} ", said(one["title"]), css="entry", href=f"#a{one['id']}")

    def number(self, one: dict) -> str:
        return tag("span", str(self.numbers[one["id"]]), css="number", style=self.shape(one["kind"]))

    def shape(self, kind: str) -> str:
        return f"background-image:url({(self.drawings / f'shape-{kind}.svg').as_uri()})"

    def svg(self, name: str, alt: str, css: str = "") -> str:
        return tag("img", css=css, src=(self.drawings / name).as_uri(), alt=alt)

    @staticmethod
    def photo(shot: Photo) -> str:
        return tag("img", css="photo", src=shot.path.as_uri(), alt=shot.alt)
