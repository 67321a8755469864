"""The press of the poster, in a process of its own: the drawing on its sheet, then all notes as text.

`python -m assetmap.exports.poster.child FOLDER` reads FOLDER/job.json and FOLDER/poster.typ and writes
FOLDER/poster.pdf or poster.png. It tells how far it is as the book's press does.
"""

import sys
from pathlib import Path

from ..book.child import run, tell

STANDARDS = (["ua-1", "a-2a"], ["ua-1"], [])
"""Tried one after another: accessible and lasting where the words allow it, else at least a poster."""


def made(folder: Path, job: dict) -> dict:
    """The poster; the PDF standards that it keeps."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[job["fonts"]])
    tell(done=0.05, step="set")
    source, target = str(folder / "poster.typ"), str(folder / f"poster.{job['file']}")
    if job["file"] == "png":
        # A PNG is the sheet alone: one page, one picture.
        compiler = typst.Compiler(
            root=str(folder), font_paths=fonts, ignore_system_fonts=True, sys_inputs={"alone": "yes"})
        compiler.compile(source, output=target, format="png", ppi=job["ppi"])
        return {"standards": [], "made": True}
    compiler = typst.Compiler(root=str(folder), font_paths=fonts, ignore_system_fonts=True)
    for standards in STANDARDS:
        try:
            compiler.compile(source, output=target, format="pdf", pdf_standards=standards, timestamp=job["made"])
            return {"standards": standards, "made": True}
        except typst.TypstError:
            if not standards:
                raise
    raise AssertionError("The last row of STANDARDS is empty")


if __name__ == "__main__":
    raise SystemExit(run(Path(sys.argv[1]), made))
