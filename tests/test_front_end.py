"""What screens are made of: libraries and fonts that are not kept here, colours everybody can tell apart, icons."""

import json
import re
import runpy
import subprocess
import xml.etree.ElementTree as ElementTree
from itertools import combinations
from pathlib import Path

import pytest

from assetmap.domain.kind import KINDS, Kind

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
VENDOR = STATIC / "vendor"
ICONS = sorted((STATIC / "icons").glob("*.svg"))
DRAWINGS = {"favicon", "houses", "mark", "wordmark"}
LOOKS = ("paper", "night", "sun")

gather = runpy.run_path(str(STATIC / "gather.py"))


# -- libraries and fonts


def test_set_up_brings_the_same_files_twice_and_takes_away_what_nobody_asked_for(tmp_path: Path) -> None:
    count = gather["gather"](gather["PACKAGES"], tmp_path)
    first = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    (tmp_path / "fonts" / "woff2" / "left-over.woff2").write_bytes(b"of last year")
    (tmp_path / "jquery").mkdir()
    assert gather["gather"](gather["PACKAGES"], tmp_path) == count == len(first)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == first
    assert not (tmp_path / "jquery").exists()


def test_without_packages_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make setup"):
        gather["gather"](tmp_path / "node_modules", tmp_path / "vendor")


def test_a_package_without_the_file_we_need_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "leaflet").mkdir()
    with pytest.raises(SystemExit, match=r"leaflet has no dist/leaflet\.js"):
        gather["gather"](tmp_path, tmp_path / "vendor")


def test_every_library_and_font_travels_with_its_licence() -> None:
    families = {family for family, *_ in gather["SCREEN_FONTS"]} | set(gather["PRINT_FONTS"])
    for licence in [VENDOR / name / "LICENSE" for name in gather["LIBRARIES"]] + [
            VENDOR / "fonts" / "licences" / f"{family}.txt" for family in families]:
        assert licence.stat().st_size > 500, licence.name


def test_every_font_face_stands_ready_here_and_loads_only_for_its_letters() -> None:
    faces = (VENDOR / "fonts.css").read_text("utf-8").split("@font-face")[1:]
    assert len(faces) > 40
    for face in faces:
        assert (VENDOR / re.search(r'url\("([^"]+)"\)', face)[1]).is_file()
        assert "font-display: swap" in face and "unicode-range: U+" in face and "://" not in face


def test_the_lock_file_holds_no_download_addresses_and_versions_are_exact() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    for name, package in lock["packages"].items():
        assert [key for key in package if key.startswith("resol")] == [], name
        assert not name or package["integrity"].startswith("sha512-")
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


def test_nothing_of_others_is_kept_in_the_project() -> None:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    strange = re.compile(r"(^|/)(node_modules|vendor)/|\.(woff2?|ttf|otf|eot)$|\.min\.(js|css)$|leaflet\.(js|css)$")
    assert [name for name in listed.split("\0") if strange.search(name)] == []


# -- colours


def _luminance(colour: tuple[float, ...]) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), colour, strict=True))


def _linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def _contrast(one: str, other: str) -> float:
    """WCAG 2: 1 to 21."""
    low, high = sorted((_luminance(_linear(one)), _luminance(_linear(other))))
    return (high + 0.05) / (low + 0.05)


# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
EYES = {
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "without green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "without blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def _seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """The colour in CIE L*a*b* (D65) as these eyes see it."""
    raw = _linear(colour)
    red, green, blue = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, raw, strict=True)))) for row in EYES[eyes])
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
    z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _tokens(look: str) -> dict[str, str]:
    text = (STATIC / "css" / "tokens.css").read_text("utf-8")
    block = re.search(rf'\[data-theme="{look}"\] \{{(.*?)\}}', text, re.S)[1]
    return dict(re.findall(r"--([\w-]+): ([^;]+);", block))


def test_every_look_has_the_same_tokens_and_paper_those_of_the_book() -> None:
    names = {look: {name for name in _tokens(look) if name != "text"} for look in LOOKS}
    assert names["paper"] == names["night"] == names["sun"]
    paper = _tokens("paper")
    assert {kind: paper[f"kind-{kind}"] for kind in Kind} == {kind: facts.colour for kind, facts in KINDS.items()}


def test_a_device_that_is_dark_gets_the_same_night_as_a_person_who_chose_it() -> None:
    text = (STATIC / "css" / "tokens.css").read_text("utf-8")
    block = re.search(r":root:not\(\[data-theme\]\) \{(.*?)\}", text, re.S)[1]
    assert dict(re.findall(r"--([\w-]+): ([^;]+);", block)) == _tokens("night")


@pytest.mark.parametrize("look", LOOKS)
def test_what_must_be_read_can_be_read(look: str) -> None:
    tokens = _tokens(look)
    pairs = [(ink, ground) for ink in ("ink", "ink-soft") for ground in ("paper", "sheet", "shade", "notice")]
    pairs += [(ink, "paper") for ink in ("link", "good", "careful")]
    pairs += [("link", "shade"), ("careful", "careful-wash"), ("on-marker", "marker"), ("on-marker", "marker-strong")]
    pairs += [(f"kind-{kind}", ground) for kind in Kind for ground in ("paper", "sheet")]
    pairs += [("ink", f"{ground}-{kind}") for kind in Kind for ground in ("wash", "blot")]
    low = {pair: round(ratio, 2) for pair in pairs if (ratio := _contrast(tokens[pair[0]], tokens[pair[1]])) < 4.5}
    assert low == {}
    assert _contrast(tokens["ink"], tokens["paper"]) > (20 if look == "sun" else 14)
    assert _contrast(tokens["focus"], tokens["paper"]) > 3


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("eyes", EYES)
def test_no_two_kinds_look_the_same_to_anybody(look: str, eyes: str) -> None:
    tokens = _tokens(look)
    colours = {kind: _seen(tokens[f"kind-{kind}"], eyes) for kind in Kind}
    apart = {
        (one, other): sum((a - b) ** 2 for a, b in zip(colours[one], colours[other], strict=True)) ** 0.5
        for one, other in combinations(Kind, 2)}
    assert min(apart.values()) > 12, min(apart, key=apart.get)


def test_no_two_kinds_have_the_same_shape() -> None:
    assert len({facts.shape for facts in KINDS.values()}) == len(KINDS)


# -- style sheets


def test_style_sheets_use_only_tokens_that_exist_and_files_that_are_here() -> None:
    known = set(re.findall(r"(--[\w-]+):", (STATIC / "css" / "tokens.css").read_text("utf-8")))
    for sheet in sorted((STATIC / "css").rglob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
        own = set(re.findall(r"(--[\w-]+):", text))
        without_other_choice = set(re.findall(r"var\((--[\w-]+)\)", text))
        assert without_other_choice - known - own == set(), sheet.name
        for address in re.findall(r'url\("?([^")]+)"?\)', text):
            assert (sheet.parent / address).resolve().is_file(), f"{sheet.name}: {address}"


def test_pages_mirror_by_themselves_for_languages_from_right_to_left() -> None:
    physical = re.compile(
        r"(?<![\w-])((margin|padding|border)-(left|right)|(left|right)\s*:|text-align:\s*(left|right))")
    assert physical.findall((STATIC / "css" / "base.css").read_text("utf-8")) == []


# -- icons


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_one_stroke_of_ink_on_the_grid(path: Path) -> None:
    svg = ElementTree.fromstring(path.read_text("utf-8"))
    parts = [part.tag.split("}")[1] for part in svg.iter()]
    assert set(parts) <= {"svg", "g", "path", "title"}
    assert not any(name.startswith(("on", "style")) or "href" in name for part in svg.iter() for name in part.attrib)
    if path.stem in DRAWINGS:
        return
    assert parts == ["svg", "path"], "a canvas draws it with one Path2D"
    assert svg.attrib["viewBox"] == "0 0 24 24" and svg.attrib["stroke"] == "currentColor"
    assert path.stat().st_size < 2_500


def test_every_kind_has_its_icon() -> None:
    assert {f"kind-{kind}" for kind in Kind} == {path.stem for path in ICONS if path.stem.startswith("kind-")}


def test_every_icon_that_a_page_asks_for_is_drawn() -> None:
    drawn = {path.stem for path in ICONS}
    for page in sorted((ROOT / "templates").rglob("*.html")):
        asked = set(re.findall(r"""icon\(["']([a-z-]+)["']\)""", page.read_text("utf-8")))
        assert asked - drawn == set(), page.name


# -- in the browser


@pytest.mark.browser
def test_the_look_that_somebody_chose_is_there_again_before_the_first_paint(browser_page) -> None:
    browser_page.goto("/")
    assert browser_page.evaluate("document.documentElement.dataset.theme") is None
    browser_page.click("details.more > summary")
    browser_page.click("[data-look=night]")
    assert browser_page.get_attribute("[data-look=night]", "aria-pressed") == "true"
    browser_page.route("**/theme.js*", lambda route: route.abort())
    browser_page.reload()
    assert browser_page.evaluate("document.documentElement.dataset.theme") == "night"
    assert browser_page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 26, 33)"


@pytest.mark.browser
def test_escape_closes_the_menu_and_gives_the_keys_back(browser_page) -> None:
    browser_page.goto("/")
    browser_page.click("details.more > summary")
    browser_page.keyboard.press("Escape")
    assert browser_page.evaluate("document.querySelector('details.more').open") is False
    assert browser_page.evaluate("document.activeElement.localName") == "summary"


@pytest.mark.browser
def test_a_passphrase_can_be_looked_at_while_typing(browser_page) -> None:
    browser_page.goto("/tuinwijk/sign-in")
    browser_page.fill("#passphrase", "appel fiets maan")
    browser_page.click("[data-reveal=passphrase]")
    assert browser_page.get_attribute("#passphrase", "type") == "text"
    browser_page.click("[data-reveal=passphrase]")
    assert browser_page.get_attribute("#passphrase", "type") == "password"


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/", "/tuinwijk/sign-in", "/nowhere"])
def test_at_four_times_zoom_nothing_runs_off_the_page(browser_page, address: str) -> None:
    browser_page.set_viewport_size({"width": 320, "height": 256})
    browser_page.goto(address)
    assert browser_page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.browser
def test_thumbs_find_what_they_press(browser_page) -> None:
    browser_page.set_viewport_size({"width": 390, "height": 844})
    browser_page.goto("/tuinwijk/sign-in")
    browser_page.click("details.more > summary")
    small = browser_page.evaluate(
        """() => [...document.querySelectorAll('button, input, summary, nav a')]
            .filter((each) => each.offsetParent && each.type !== "hidden")
            .map((each) => [each.textContent.trim() || each.name, Math.round(each.getBoundingClientRect().height)])
            .filter(([, height]) => height < 48)""")
    assert small == []
