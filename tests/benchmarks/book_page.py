"""The book as one HTML page for a rival engine: the same words, drawings and parts, laid out with today's CSS."""

from html import escape
from pathlib import Path

from assetmap.domain.kind import Kind
from assetmap.exports.book.content import plan_of
from assetmap.exports.book.fonts import font_folder, icon_folder, shown_by
from assetmap.exports.book.maps import maps_for
from assetmap.exports.book.ornaments import blot_svg, icon_svg, shape_svg
from assetmap.exports.book.photos import Photo
from assetmap.exports.book.teller import Teller
from assetmap.exports.form import Order
from assetmap.inventory import Inventory, Picture


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
        drawn[f"icon-{kind}.svg"] = icon_svg(kind, icon_folder())
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
    faces = "".join(
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; src: url('{(font_folder() / file).as_uri()}') }}"
        for family, weight, file in (
            ("Noto Sans", 400, "NotoSans_400Regular.ttf"),
            ("Noto Sans", 700, "NotoSans_700Bold.ttf"),
            ("Noto Naskh Arabic", 400, "NotoNaskhArabic_400Regular.ttf"),
            ("Patrick Hand", 400, "PatrickHand_400Regular.ttf"),
            ("Pangolin", 400, "Pangolin_400Regular.ttf"),
            ("Amatic SC", 700, "AmaticSC_700Bold.ttf"),
        )
    )
    return (
        faces
        + f"""
        @page {{ size: {paper.upper()}; margin: 21mm 21mm 27mm; background: #fffdf6;
                 @bottom-left {{ content: string(notice); font: 8pt 'Noto Sans'; width: 80% }} @bottom-right {{ content: counter(page); font: 12pt 'Patrick Hand' }} }}
        body {{ font: 10.4pt/1.4 'Noto Sans', 'Noto Naskh Arabic'; color: #1d1a24; hyphens: auto }}
        a {{ color: inherit; text-decoration: none }} p {{ margin: 0 0 3mm }}
        h1 {{ font: 700 60pt 'Amatic SC'; break-before: page; margin: 0 0 8mm; hyphens: none }}
        h2 {{ font: 21pt 'Patrick Hand', 'Pangolin', 'Noto Naskh Arabic'; margin: 0 0 3mm; hyphens: none }}
        .notice {{ string-set: notice content() }} .cover img {{ width: 100%; height: 160mm }} .hand {{ font-family: 'Patrick Hand', 'Pangolin' }}
        .opener {{ display: flex; break-before: page; position: relative; margin-bottom: 14mm }} .opener h1 {{ break-before: avoid; margin: 0 }}
        .opener .blot {{ position: absolute; left: -12mm; top: -8mm; width: 62mm }} .opener .icon {{ width: 30mm; margin-right: 16mm; position: relative }}
        .number {{ display: inline-block; min-width: 8mm; height: 8mm; background-size: 100% 100%; text-align: center; font: 12pt/8mm 'Patrick Hand' }}
        .map {{ position: relative; height: 196mm }} .map img {{ width: 168mm }} .map .number {{ position: absolute; min-width: 5mm; height: 5mm; font: 7pt/5mm 'Patrick Hand' }}
        article {{ break-inside: avoid; margin: 0 0 10mm }} article.long {{ break-inside: auto }}
        .why {{ font: 15pt 'Patrick Hand', 'Pangolin', 'Noto Naskh Arabic'; border-left: 2.6pt solid #ccc; padding-left: 3mm }}
        .photos {{ display: flex; margin-bottom: 5mm }} .photo {{ border: 1.7mm solid white; outline: 0.4pt solid #555; box-shadow: 1mm 1mm #ccc }}
        .photos img {{ flex: 1; margin-right: 4mm; width: 70mm }} .beside {{ display: flex }} .beside > img {{ width: 80mm; height: 60mm; margin-right: 8mm }}
        .beside > div, .aside > div {{ flex: 1 }} .aside {{ display: flex }} .aside dl {{ width: 41mm; margin: 0 8mm 0 0 }}
        .slips {{ display: flex }} .slips article {{ flex: 1; border: 0.6pt solid #555; padding: 5mm; background: #f6efe6; margin-right: 4mm }}
        blockquote {{ background: #fbeec4; border: 0.5pt solid #555; margin: 3mm 0; padding: 4mm 5mm 4mm 11mm }}
        dl {{ font-size: 8.8pt; margin: 2mm 0 }} dt {{ font-family: 'Patrick Hand' }} dd {{ margin: 0 0 2mm }} .soft {{ color: #55505c; font-size: 8.8pt }}
        .columns {{ columns: 2; font-size: 8.8pt }} .index {{ columns: 3; font-size: 8.8pt }}
        .entry {{ display: block }} .entry::after {{ content: leader(' ') target-counter(attr(href), page) }} h3 {{ font: 14pt 'Patrick Hand'; margin: 3mm 0 1mm }}"""
    )


class _Page:
    def __init__(self, data: dict, maps: dict, photos: dict[int, list[Photo]], drawings: Path):
        self.data, self.maps, self.photos, self.drawings = data, maps, photos, drawings
        self.numbers = {key: one["n"] for key, one in data["assets"].items()}

    def whole(self) -> str:
        data, words = self.data, self.data["words"]
        out = [
            f"<html lang='nl'><head><title>{escape(data['title'])}</title></head><body><section class='cover'>",
            f"<h1>{self.text(data['cover']['name'])}</h1><p class='hand'>{escape(data['cover']['line'])}</p>{self.svg('cover.svg', 'Tekening')}",
            f"<p class='hand'>{escape(data['cover']['for'])}</p><p>{escape(data['cover']['edition'])}</p><p class='notice'>{self.text(data['notice'])}</p></section>",
            f"<h1>{words['why-book']}</h1>{self.text(data['opening']['purpose'])}<h2>{words['mandate']}</h2>{self.text(data['opening']['mandate'])}",
        ]
        out += [
            f"<p><a href='#k-{one['kind']}'>{self.svg('icon-' + one['kind'] + '.svg', '', 'height: 9mm')} {escape(one['title'])} {one['short']}</a></p>"
            for one in data["chapters"]
        ]
        out.append(f"<h1>{words['where']}</h1><div class='map'>{self.svg('overview.svg', 'Kaart')}")
        out += [
            f"<a href='#a{one['id']}' class='number' style='left:{one['x']}mm;top:{one['y']}mm;{self.shape(one['kind'])}'>{self.numbers[one['id']]}</a>"
            for one in self.maps["overview"]["marks"]
        ]
        out.append(
            f"</div><h1>{words['numbers']}</h1><div class='index'>{''.join(self.entry(one) for one in data['assets'].values())}</div>"
        )
        for chapter in data["chapters"]:
            out.append(self.chapter(chapter))
        out.append(f"<h1>{words['web']}</h1><div class='columns'>")
        out += [
            f"<p>{self.number(tie['first'])} <b>{self.text(tie['first']['title'])}</b> <span class='hand'>{escape(tie['verb'])}</span> <b>{self.text(tie['second']['title'])}</b> "
            f"{self.number(tie['second'])}<br>{self.text(tie['more'])}</p>"
            for tie in data["web"]
        ]
        out.append(f"</div><h1>{words['streets']}</h1><div class='columns'>")
        out += [
            f"<h3>{self.text(street['name'])}</h3>{''.join(map(self.entry, street['entries']))}"
            for street in data["streets"]
        ]
        out.append(f"</div><h1>{words['index']}</h1><div class='index'>")
        out += [f"<h3>{group['letter']}</h3>{''.join(map(self.entry, group['entries']))}" for group in data["index"]]
        out.append(f"</div><h1>{words['more']}</h1>")
        out += [f"<h3>{escape(part['title'])}</h3>{self.text(part['text'])}" for part in data["colophon"]["parts"]]
        return "".join(out) + "</body></html>"

    def chapter(self, chapter: dict) -> str:
        kind = chapter["kind"]
        out = [
            f"<section class='{kind}'><div class='opener' id='k-{kind}'>{self.svg(f'blot-{kind}.svg', '', css='blot')}{self.svg(f'icon-{kind}.svg', '', css='icon')}"
            f"<div><h1>{escape(chapter['title'])}</h1><p class='hand'>{escape(chapter['hint'])}</p></div></div>"
        ]
        slips: list[str] = []
        for one in (one for one in self.data["assets"].values() if one["kind"] == kind):
            shots = self.photos[int(one["id"])]
            if not shots and not one["story"] and one["length"] < 330:
                slips.append(f"<article id='a{one['id']}'>{self.words(one)}{self.facts(one)}</article>")
                if len(slips) == 2:
                    out.append(f"<div class='slips'>{''.join(slips)}</div>")
                    slips = []
            elif len(shots) == 1:
                out.append(
                    f"<article id='a{one['id']}'><div class='beside'>{self.photo(shots[0])}<div>{self.words(one)}{self.facts(one)}</div></div></article>"
                )
            else:
                row = f"<div class='photos'>{''.join(map(self.photo, shots))}</div>" if shots else ""
                out.append(
                    f"<article id='a{one['id']}'>{row}<div class='aside'>{self.facts(one)}<div>{self.words(one)}</div></div></article>"
                )
        return "".join((*out, *slips, "</section>"))

    def words(self, one: dict) -> str:
        story = (
            f"<blockquote>{self.text(one['story'])}{self.text(one['story2'])}<p class='hand'>{self.text(one['teller'])}</p></blockquote>"
            if one["story"]
            else ""
        )
        return (
            f"<h2>{self.number(one)} {self.text(one['title'])}</h2><p class='soft'>{self.text(one['title2'])}</p><div class='why'>{self.text(one['why'])}</div>"
            f"<p class='soft'>{self.text(one['why2'])}</p>{self.text(one['description'])}{story}"
        )

    def facts(self, one: dict) -> str:
        pairs = "".join(f"<dt>{escape(label)}</dt><dd>{self.text(value)}</dd>" for label, value in one["facts"])
        ties = "".join(
            f"<dd>{escape(tie['verb'])} <a href='#a{tie['id']}'><b>{self.text(tie['title'])}</b> {self.number(tie)}</a></dd>"
            for tie in one["ties"]
        )
        return f"<dl>{pairs}{ties}</dl>"

    def entry(self, one: dict) -> str:
        return f"<a class='entry' href='#a{one['id']}'>{self.numbers[one['id']]} {self.text(one['title'])}</a>"

    def number(self, one: dict) -> str:
        return f"<span class='number' style='{self.shape(one['kind'])}'>{self.numbers[one['id']]}</span>"

    def shape(self, kind: str) -> str:
        return f"background-image:url({(self.drawings / f'shape-{kind}.svg').as_uri()})"

    def svg(self, name: str, alt: str, style: str = "", css: str = "") -> str:
        return f"<img src='{(self.drawings / name).as_uri()}' alt='{alt}' class='{css}' style='{style}'>"

    @staticmethod
    def photo(shot: Photo) -> str:
        return f"<img class='photo' src='{shot.path.as_uri()}' alt='{escape(shot.alt, quote=True)}'>"

    @staticmethod
    def text(words: dict | str | None) -> str:
        if not words:
            return ""
        if isinstance(words, str):
            return escape(words)
        return "".join(
            f"<span lang='{words['l']}' dir='{words['d']}'>{'<br>'.join(map(escape, lines))}</span> "
            for lines in words["p"]
        )
