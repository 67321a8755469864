"""Which files of the front-end packages the screens and the book need; copies them from node_modules to static/vendor.

Run as `python static/gather.py` after `npm ci`. Running it again brings static/vendor to the same state: what is
already there stays untouched, what is no longer needed goes. Nothing in static/vendor is kept in the project.
"""

import io
import json
import sys
from pathlib import Path

try:
    import brotli  # noqa: F401  (woff2 is written with it)
    from fontTools import subset
except ImportError:
    subset = None

PROJECT = Path(__file__).resolve().parent.parent
PACKAGES = PROJECT / "node_modules"
VENDOR = PROJECT / "static" / "vendor"

LIBRARIES: dict[str, tuple[str, ...]] = {
    # The map that Folium renders; the second file is the same library as a module, for the tablet.
    "leaflet": ("dist/leaflet.js", "dist/leaflet-src.esm.js", "dist/leaflet.css", "dist/images/*.png", "LICENSE"),
    # IndexedDB with promises, for what is recorded without network.
    "idb": ("build/index.js", "LICENSE"),
}
"""Package -> its files, copied under static/vendor/<package> without their first folder."""

WESTERN = ("latin", "latin-ext")
SCREEN_FONTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("noto-sans", ("400-normal", "400-italic", "700-normal"),
     (*WESTERN, "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "devanagari")),
    ("noto-naskh-arabic", ("400-normal", "700-normal"), ("arabic",)),
    ("noto-sans-ethiopic", ("400-normal", "700-normal"), ("ethiopic",)),
    ("patrick-hand", ("400-normal",), (*WESTERN, "vietnamese")),
    ("pangolin", ("400-normal",), (*WESTERN, "vietnamese", "cyrillic", "cyrillic-ext")),
    ("playpen-sans-arabic", ("400-normal",), ("arabic",)),
    ("caveat", ("400-normal", "700-normal"), (*WESTERN, "cyrillic", "cyrillic-ext")),
    ("caveat-brush", ("400-normal",), WESTERN),
    ("amatic-sc", ("400-normal", "700-normal"), (*WESTERN, "vietnamese", "cyrillic", "hebrew")),
    ("architects-daughter", ("400-normal",), WESTERN),
)
"""Family, its weights and styles, its subsets: woff2 for the browser, which fetches only the subsets on the page."""

EVERYDAY = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    "\u00a0©«²·»\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026€ÁÉËÏÖÜáàâäçèéêëíìîïñóòôöúùûüß")
"""Letters of most pages in most western languages: fetched by themselves, half of what the whole subset weighs."""

EVERYDAY_FACES = (("noto-sans", "400-normal"), ("noto-sans", "700-normal"), ("patrick-hand", "400-normal"))
"""Faces of every first screen, whose latin subset comes in two pieces: "everyday" and what is left as "latin".

Cut with fontTools where it is at hand (with brotli, for woff2); without it "everyday" is the whole subset.
"""

REGULAR = ("400Regular",)
REGULAR_AND_BOLD = ("400Regular", "700Bold")
PRINT_FONTS: dict[str, tuple[str, ...]] = {
    "noto-sans": ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"),
    "noto-naskh-arabic": REGULAR_AND_BOLD,
    # Arabic that can be copied from the book and read aloud: its letters are whole, not body and dots.
    "vazirmatn": REGULAR_AND_BOLD,
    "noto-sans-ethiopic": REGULAR_AND_BOLD,
    # The hands.
    "patrick-hand": REGULAR,
    "pangolin": REGULAR,
    "caveat": REGULAR_AND_BOLD,
    "caveat-brush": REGULAR,
    "amatic-sc": REGULAR_AND_BOLD,
    "architects-daughter": REGULAR,
    # Scripts that neighbours write a quote or a name in.
    "noto-sans-armenian": REGULAR,
    "noto-sans-bengali": REGULAR,
    "noto-sans-devanagari": REGULAR,
    "noto-sans-georgian": REGULAR,
    "noto-sans-gujarati": REGULAR,
    "noto-sans-gurmukhi": REGULAR,
    "noto-sans-hebrew": REGULAR,
    "noto-sans-kannada": REGULAR,
    "noto-sans-khmer": REGULAR,
    "noto-sans-lao": REGULAR,
    "noto-sans-malayalam": REGULAR,
    "noto-sans-myanmar": REGULAR,
    "noto-sans-sinhala": REGULAR,
    "noto-sans-syriac": REGULAR,
    "noto-sans-tamil": REGULAR,
    "noto-sans-telugu": REGULAR,
    "noto-sans-thai": REGULAR,
    "noto-sans-tifinagh": REGULAR,
    "noto-serif-tibetan": REGULAR,
    "kosugi-maru": REGULAR,
    "nanum-gothic": REGULAR,
    "zcool-xiaowei": REGULAR,
    # Last resorts, so that an odd sign does not print as an empty box.
    "noto-sans-symbols": REGULAR,
    "noto-sans-symbols-2": REGULAR,
    "noto-sans-math": REGULAR,
    "noto-sans-mono": REGULAR,
    "noto-sans-deseret": REGULAR,
    "noto-emoji": REGULAR,
}
"""Family -> its faces, as TTF for the book and the drawing, which cannot read woff2."""


def gather(packages: Path = PACKAGES, vendor: Path = VENDOR) -> int:
    """Fill `vendor` from `packages` (a node_modules folder); returns how many files stand there.

    Raises SystemExit with a sentence where a package or a file is missing.
    """
    if not packages.is_dir():
        raise SystemExit("The front-end packages are not here yet. Run: make setup")
    wanted: dict[Path, bytes] = {}
    for name, patterns in LIBRARIES.items():
        for pattern in patterns:
            for source in _found(packages / name, pattern):
                inner = source.relative_to(packages / name).parts
                wanted[vendor.joinpath(name, *(inner[1:] or inner))] = source.read_bytes()
    faces = []
    for family, styles, subsets in SCREEN_FONTS:
        package = packages / "@fontsource" / family
        wanted[vendor / "fonts" / "licences" / f"{family}.txt"] = _read(package / "LICENSE")
        label = json.loads(_read(package / "metadata.json"))["family"]
        ranges = json.loads(_read(package / "unicode.json"))
        for style in styles:
            for piece in subsets:
                name = f"{family}-{piece}-{style}.woff2"
                pieces = [(name, _read(package / "files" / name), ranges[piece])]
                if piece == "latin" and (family, style) in EVERYDAY_FACES:
                    pieces = _in_two(*pieces[0])
                for name, content, characters in pieces:
                    wanted[vendor / "fonts" / "woff2" / name] = content
                    faces.append(_face(label, style, name, characters))
    for family, styles in PRINT_FONTS.items():
        package = packages / "@expo-google-fonts" / family
        wanted[vendor / "fonts" / "licences" / f"{family}.txt"] = _read(package / "LICENSE_FONT")
        for style in styles:
            for source in _found(package, f"{style}/*.ttf"):
                wanted[vendor / "fonts" / "ttf" / source.name] = source.read_bytes()
    wanted[vendor / "fonts.css"] = "\n".join(faces).encode()
    _bring_to(vendor, wanted)
    return len(wanted)


def _face(family: str, style: str, name: str, characters: str) -> str:
    weight, slant = style.split("-")
    return (f"@font-face {{\n  font-family: \"{family}\";\n  font-style: {slant};\n  font-weight: {weight};\n"
            f"  font-display: swap;\n  src: url(\"fonts/woff2/{name}\") format(\"woff2\");\n"
            f"  unicode-range: {characters};\n}}\n")


def _in_two(name: str, content: bytes, characters: str) -> list[tuple[str, bytes, str]]:
    """(name, content, unicode-range) of the everyday letters of a subset, and of what is left of it."""
    everyday = name.replace("-latin-", "-everyday-")
    if subset is None:
        return [(everyday, content, characters)]
    common = {ord(letter) for letter in EVERYDAY}
    left = _points(characters) - common
    return [(everyday, _cut(content, common), _written(common)), (name, _cut(content, left), _written(left))]


def _cut(content: bytes, points: set[int]) -> bytes:
    """The font with only these characters, as woff2."""
    features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"]
    options = subset.Options(flavor="woff2", hinting=False, name_IDs=[1, 2], layout_features=features)
    font = subset.load_font(io.BytesIO(content), options)
    # The hour of cutting stays out: the same pieces every time.
    font.recalcTimestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    target = io.BytesIO()
    subset.save_font(font, target, options)
    return target.getvalue()


def _points(characters: str) -> set[int]:
    """The characters of a unicode-range."""
    points: set[int] = set()
    for part in characters.replace("U+", "").split(","):
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


def _written(points: set[int]) -> str:
    """Characters as a unicode-range."""
    parts: list[list[int]] = []
    for point in sorted(points):
        if parts and parts[-1][1] == point - 1:
            parts[-1][1] = point
        else:
            parts.append([point, point])
    return ",".join(f"U+{first:x}" if first == last else f"U+{first:x}-{last:x}" for first, last in parts)


def _found(package: Path, pattern: str) -> list[Path]:
    found = sorted(package.glob(pattern))
    if not found:
        raise SystemExit(f"{package.name} has no {pattern}. Run: make clean setup")
    return found


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise SystemExit(f"{path.name} is missing in the package {path.parent.name}. Run: make clean setup")
    return path.read_bytes()


def _bring_to(vendor: Path, wanted: dict[Path, bytes]) -> None:
    """Write what is new or different, remove what nobody asked for."""
    for path, content in wanted.items():
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for path in sorted(vendor.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


if __name__ == "__main__":
    count = gather()
    size = sum(path.stat().st_size for path in VENDOR.rglob("*") if path.is_file())
    sys.stdout.write(f"{count} front-end files stand ready in static/vendor ({size / 1e6:.1f} MB).\n")
