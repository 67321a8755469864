"""Starts the drawing of a base map in a process of its own, once for all who ask for it meanwhile."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

BEGUN = ".drawing"
PATIENCE = 900.0
"""Seconds after which a drawing that was begun and never came is tried again."""


def draw_later(folder: Path) -> bool:
    """Begins `assetmap draw` for the neighbourhood in `folder`; False where that was begun already."""
    begun = folder / "base" / BEGUN
    try:
        begun.parent.mkdir(exist_ok=True)
        if begun.exists() and time.time() - begun.stat().st_mtime > PATIENCE:
            begun.unlink(missing_ok=True)
        begun.open("x").close()
    except OSError:
        return False  # Begun, or a folder that can't be written: then there is only paper.
    process = subprocess.Popen(
        [sys.executable, "-m", "assetmap", "draw", folder.name],
        env=os.environ | {"ASSETMAP_INSTANCE": str(folder.parent.parent),
                          "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    threading.Thread(target=_wait, args=(process, begun), daemon=True).start()
    return True


def _wait(process: subprocess.Popen, begun: Path) -> None:
    """After a failure the mark stays, so that not every visitor tries the same again."""
    if process.wait() == 0:
        begun.unlink(missing_ok=True)
