"""The press itself, in a process of its own: measures the words, composes the pages, sizes the photos, sets the book.

`python -m assetmap.exports.book.child FOLDER` reads FOLDER/job.json and writes FOLDER/book.pdf. On standard output it
tells one JSON object a line: {"done", "step"} on the way, {"result"} or {"fault"} at the end.
"""

import errno
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from ...domain.kind import Kind
from .composing import composed, keys_in_order, photos_on
from .ornaments import portrait_frame
from .photos import Photo, sized
from .press import BOOK, DISK_FULL, JOB, TOO_MUCH_MEMORY

STANDARDS = (["ua-1", "a-2a"], ["ua-1"], [])
"""Tried one after another: accessible and lasting where the words allow it, else at least a book."""

NO_MEMORY = ("can't start new thread", "failed to map segment", "Cannot allocate memory")
"""How a lack of memory sounds when it is not called that."""


def main(folder: Path) -> int:
    """Returns the code to end with."""
    return run(folder, _made)


def run(folder: Path, make: Callable[[Path, dict], dict]) -> int:
    """Does what a press does, within its limits; `make(folder, job)` tells what came of it. Returns the code to end
    with.
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit(int(os.environ.get("ASSETMAP_BOOK_MEGABYTES", "0")))
    try:
        tell(result=make(folder, json.loads((folder / JOB).read_text("utf-8"))))
    except MemoryError:
        return TOO_MUCH_MEMORY
    except (RuntimeError, ImportError) as fault:  # Typst's own complaints, and the system's.
        if any(sign in str(fault) for sign in NO_MEMORY):
            return TOO_MUCH_MEMORY
        tell(fault=str(fault)[:2000])
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return DISK_FULL
        raise
    return 0


def _made(folder: Path, job: dict) -> dict:
    import typst

    data = job["data"]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[job["fonts"]])
    compiler = typst.Compiler(root=str(folder), font_paths=fonts, ignore_system_fonts=True)
    tell(done=0.05, step="measure")
    _write(folder, data)
    measure = typst.Compiler(
        str(folder / "measure.typ"),
        root=str(folder),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"measuring": "yes"},
    )
    heights = dict(json.loads(measure.query("<height>", field="value", format="json")))
    photos = {
        key: [Photo(**{**one, "path": Path(one["path"])}) for one in found] for key, found in job["photos"].items()
    }
    missing: list[str] = []
    while True:
        _compose(data, job, photos, heights)
        failed = _size_photos(folder, data, photos, job["sketch"])
        if not failed:
            break
        missing += sorted({one.hash for found in photos.values() for one in found if one.path in failed})
        photos = {
            key: kept for key, found in photos.items() if (kept := [one for one in found if one.path not in failed])
        }
    _frame_portraits(folder, data)
    _write(folder, data)
    tell(done=0.55, step="set")
    standards, pages = _set(compiler, folder, job["made"])
    hashes = {one.key: one.hash for found in photos.values() for one in found}
    inside = {hashes[shot["key"]] for chapter in data["chapters"] for shot in photos_on(chapter["pages"])}
    return {"missing": sorted(set(missing)), "media": sorted(inside), "standards": standards, "pages": pages}


def _compose(data: dict, job: dict, photos: dict[str, list[Photo]], heights: dict) -> None:
    """Chapter by chapter; then every asset gets the number that it has in this book, wherever it is mentioned."""
    running: dict[str, int] = {}
    for chapter in data["chapters"]:
        kind = chapter["kind"]
        chapter["pages"] = composed(job["full"][kind], data["assets"], photos, heights, data["paper"])
        for key in (*keys_in_order(chapter["pages"]), *job["brief"][kind]):
            running[key] = len(running) + 1
        chapter["compact"] = [data["brief"][key] for key in job["brief"][kind]]
    for holder in _numbered(data):
        holder["n"] = running[holder["id"]]
    titles = {key: one["title"] for key, one in (*data["assets"].items(), *data["brief"].items())}
    kinds = {key: one["kind"] for key, one in (*data["assets"].items(), *data["brief"].items())}
    if len(running) <= job["numbers-most"]:
        data["numbers"] = [
            {
                "kind": chapter["kind"],
                "title": chapter["title"],
                "entries": [
                    {"id": key, "n": running[key], "kind": kinds[key], "title": titles[key]}
                    for key in running
                    if kinds[key] == chapter["kind"]
                ],
            }
            for chapter in data["chapters"]
            if any(kinds[key] == chapter["kind"] for key in running)
        ]


def _numbered(data: dict):
    yield from data["assets"].values()
    yield from data["brief"].values()
    for asset in data["assets"].values():
        yield from asset["ties"]
    for tie in data["web"]:
        yield tie["first"]
        yield tie["second"]
    for group in (*data["streets"], *data["index"]):
        yield from group["entries"]
    if data["threads"]:
        yield from data["threads"]["marks"]
    if data["map"]["overview"]:
        yield from data["map"]["overview"]["marks"]


def _size_photos(folder: Path, data: dict, photos: dict[str, list[Photo]], sketch: bool) -> set[Path]:
    """Write each photo as large as it stands on its page; the ones that cannot be read to the end come back."""
    paths = {one.key: one.path for found in photos.values() for one in found}
    shots = [shot for chapter in data["chapters"] for shot in photos_on(chapter["pages"])]
    (folder / "photos").mkdir(exist_ok=True)
    jobs = []
    for shot in shots:
        shot["file"] = f"photos/{shot['key']}.jpg"
        jobs.append((paths[shot["key"]], folder / shot["file"], shot["width"]))
    if not jobs:
        return set()
    return set(sized(jobs, lambda part: tell(done=0.1 + 0.4 * part, step="photos"), drawn=sketch))


def _frame_portraits(folder: Path, data: dict) -> None:
    """A drawn frame for the one upright photo of somebody with a gift."""
    for chapter in data["chapters"]:
        for page in chapter["pages"]:
            for row in page["rows"]:
                if chapter["kind"] == Kind.SKILL and row["type"] == "beside" and not data["sketch"]:
                    shot = row["photo"]
                    shot["frame"] = f"frame-{shot['key']}.svg"
                    svg = portrait_frame(shot["width"], shot["height"], shot["key"], tape=not shot["credit"])
                    (folder / shot["frame"]).write_text(svg, "utf-8")


def _set(compiler, folder: Path, made: int) -> tuple[list[str], int]:
    import typst

    for standards in STANDARDS:
        try:
            compiler.compile(
                str(folder / "book.typ"),
                output=str(folder / BOOK),
                format="pdf",
                pdf_standards=standards,
                timestamp=made,
            )
            return standards, 0
        except typst.TypstError as error:
            fault = str(error)
            if "No space left" in fault:
                raise OSError(errno.ENOSPC, "The disk is full") from error
            if not standards:
                raise
    raise AssertionError("The last row of STANDARDS is empty")


def _write(folder: Path, data: dict) -> None:
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def tell(**what: object) -> None:
    """One line to whoever waits for the press."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _limit(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    if megabytes:
        most = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)


def _end_with_parent() -> None:
    """Standard input closes when whoever asked for the book is gone."""
    while os.read(0, 1024):
        pass
    os._exit(1)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
