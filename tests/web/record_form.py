"""What a browser sends when the form of an asset is filled in, and a few streets to choose from."""

import json
from html.parser import HTMLParser
from pathlib import Path
from uuid import uuid4

DATA = Path(__file__).parents[1] / "data"
STREETS = {"attribution": "", "streets": [
    {"name": "Esdoornstraat", "inside": True, "addresses": 8, "at": [4.3595, 51.9965],
     "lines": [[[4.3580, 51.9965], [4.3610, 51.9965]]]},
    {"name": "Rüyalaan", "inside": True, "addresses": 4, "at": [4.3640, 51.9980],
     "lines": [[[4.3640, 51.9970], [4.3640, 51.9990]]]},
    {"name": "Klein Plein", "inside": True, "addresses": 0, "at": [4.3655, 51.9950], "lines": []},
]}


def typed(**boxes: object) -> dict:
    """The boxes of a new asset with the least that is needed; further ones with "_" for "-"."""
    least = {"id": str(uuid4()), "kind": "place", "title": "Het lange bankje", "why": "Hier wacht je nooit alleen.",
             "language": "nl", "audience": "public", "state": "in_use"}
    return least | {name.replace("__", "-"): value for name, value in boxes.items()}


def with_streets(folder: Path) -> None:
    """Gives the neighbourhood in `folder` the three streets above."""
    (folder / "base").mkdir(exist_ok=True)
    (folder / "base" / "streets.json").write_text(json.dumps(STREETS), "utf-8")


def photo(name: str = "Landscape_6.jpg") -> bytes:
    """A real photo; number 6 was taken with the camera on its side."""
    return (DATA / "photos" / name).read_bytes()


def naughty() -> list[str]:
    """The big list of naughty strings."""
    return json.loads((DATA / "text" / "blns.json").read_text("utf-8"))


def text_of(page: str) -> str:
    """What a person reads on the page, with single blanks."""
    found: list[str] = []

    class Reader(HTMLParser):
        quiet = 0

        def handle_starttag(self, tag: str, attributes: list) -> None:
            self.quiet += tag in ("script", "style", "template")

        def handle_endtag(self, tag: str) -> None:
            self.quiet -= tag in ("script", "style", "template")

        def handle_data(self, data: str) -> None:
            if not self.quiet:
                found.append(data)

    Reader().feed(page)
    return " ".join(" ".join(found).split())


def sent_by(page: str) -> dict:
    """What a browser without script would send for this page: every named box with its value."""
    boxes: dict[str, list[str]] = {}

    class Reader(HTMLParser):
        select = textarea = ""
        inside_form = False
        depth_of_template = 0

        def handle_starttag(self, tag: str, attributes: list) -> None:
            given = dict(attributes)
            if tag == "template":
                self.depth_of_template += 1
            if tag == "form":
                self.inside_form = given.get("id") == "record"
            if not self.inside_form or self.depth_of_template:
                return
            name = given.get("name", "")
            if tag == "input" and name and given.get("type") not in ("file",):
                if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                    boxes.setdefault(name, []).append(given.get("value") or "")
            elif tag == "textarea":
                self.textarea = name
                boxes[name] = [""]
            elif tag == "select":
                self.select = name
                boxes[name] = []
            elif tag == "option" and self.select and ("selected" in given or not boxes[self.select]):
                boxes[self.select] = [given.get("value") or ""]

        def handle_endtag(self, tag: str) -> None:
            if tag == "template":
                self.depth_of_template -= 1
            elif tag == "textarea":
                self.textarea = ""
            elif tag == "select":
                self.select = ""
            elif tag == "form":
                self.inside_form = False

        def handle_data(self, data: str) -> None:
            if self.textarea:
                boxes[self.textarea][0] += data

    Reader().feed(page)
    return {name: [value.removeprefix("\n") for value in values] for name, values in boxes.items()}
