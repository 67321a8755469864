"""Starts the drawing of a base map in a process of its own, once for all who ask for it meanwhile."""

import os
import subprocess
import sys
import threading
from pathlib import Path

from ..drawing import begun


def draw_later(folder: Path) -> bool:
    """Begins `assetmap draw` for the neighbourhood in `folder`; False where that was begun already."""
    base = folder / "base"
    if not begun.begin(base):
        return False
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "assetmap", "draw", folder.name],
            env=os.environ | {"ASSETMAP_INSTANCE": str(folder.parent.parent),
                              "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError:
        begun.fail(base)
        return False
    begun.sign(base, process.pid)
    threading.Thread(target=_wait, args=(process, base), daemon=True).start()
    return True


def _wait(process: subprocess.Popen, base: Path) -> None:
    if process.wait() == 0:
        begun.forget(base)
    else:
        begun.fail(base)
