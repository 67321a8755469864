"""Long work that goes on when the page is closed: an export made in its own process, followed through a small file.

A job is a folder <neighbourhood>/exports/<id>/ with `job.json` (what was asked, how far it is) and the finished file.
Nothing else knows of it, so any of the server's processes can answer for it. After a day it is gone.
"""

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from .domain.problems import Problem

KEPT_SECONDS = 86_400.0
SILENT_SECONDS = 900.0
MOST_AT_ONCE = 4
SHEET = "sheet"
"""What a job makes that lays a poster out for moving its notes: nothing that leaves the house."""
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Job:
    """What was asked, and how far it is. `state` is waiting, working, ready, failed or stopped.

    `asked` and `told` are seconds since 1970.
    `problems` are English sentences' ids with their facts: [[code, {fact: value}], …]; `remarks` are sentences already
    in the language of the export.
    """

    id: str
    format: str
    audience: str
    language: str
    options: dict
    kinds: tuple[str, ...]
    tags: tuple[str, ...]
    actor: tuple[str, str, str]
    address: str
    sequence: int
    asked: float
    told: float
    state: str = "waiting"
    share: float = 0.0
    text: str = ""
    file: str = ""
    bytes: int = 0
    assets: int = 0
    photos: int = 0
    remarks: tuple[str, ...] = ()
    problem: tuple = ()
    version: int = 0
    """What else it is made from, besides the neighbourhood at `sequence`: the latest pin of a poster's notes."""


class Stopped(Exception):
    """Somebody stopped the job."""


def start(folder: Path, job: Job) -> Job:
    """Starts the job in a process of its own, or returns one that is the same and ready or under way.

    `folder` is the neighbourhood's. Raises Problem("too-many-jobs").
    """
    clear(folder)
    for other in all_jobs(folder):
        going = other.state in ("waiting", "working") and not stop_asked(folder, other.id)
        if _asks(other) == _asks(job) and (going or other.state == "ready"):
            return other
    busy = sum(other.state in ("waiting", "working") for other in all_jobs(folder))
    if busy >= MOST_AT_ONCE:
        raise Problem("too-many-jobs", count=busy)
    (folder / "exports" / job.id).mkdir(parents=True)
    save(folder, job)
    instance = folder.parent.parent
    process = subprocess.Popen(
        [sys.executable, "-m", "assetmap", "job", folder.name, job.id],
        env=os.environ | {"ASSETMAP_INSTANCE": str(instance), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    # Somebody has to take note when it ends, or it stays in the list of processes for as long as the server runs.
    threading.Thread(target=process.wait, daemon=True).start()
    return job


def new_id() -> str:
    """A name nobody can guess: whoever knows it may fetch the file."""
    return secrets.token_hex(8)


def read(folder: Path, id: str) -> Job:
    """The job as it stands; raises Problem("job-gone"). One that has been silent for long has failed."""
    if not _ID.fullmatch(id):
        raise Problem("job-gone")
    try:
        values = json.loads((folder / "exports" / id / "job.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Problem("job-gone") from error
    for name in ("kinds", "tags", "actor", "remarks", "problem"):
        values[name] = tuple(values[name])
    job = Job(**values)
    if job.state in ("waiting", "working") and time.time() - job.told > SILENT_SECONDS:
        return replace(job, state="failed", problem=("our-fault", {}))
    return job


def save(folder: Path, job: Job) -> Job:
    """Writes how far the job is, in one step, so that a reader never sees half of it."""
    home = folder / "exports" / job.id
    part = home / f"job.{os.getpid()}.part"
    part.write_text(json.dumps(asdict(job), ensure_ascii=False), "utf-8")
    part.replace(home / "job.json")
    return job


def file_of(folder: Path, job: Job) -> Path:
    """Where the finished file lies."""
    return folder / "exports" / job.id / job.file


def stop(folder: Path, id: str) -> None:
    """Asks the job to stop; it does so at its next step."""
    (folder / "exports" / read(folder, id).id / "stop").touch()


def stop_asked(folder: Path, id: str) -> bool:
    """Whether somebody asked it to stop."""
    return (folder / "exports" / id / "stop").exists()


def all_jobs(folder: Path) -> list[Job]:
    """Every job that is still here."""
    found = []
    for path in (folder / "exports").glob("*/job.json"):
        try:
            found.append(read(folder, path.parent.name))
        except Problem:
            continue
    return found


def clear(folder: Path, seconds: float = KEPT_SECONDS) -> None:
    """Removes jobs that were asked for so long ago, with their files."""
    for job in all_jobs(folder):
        if time.time() - job.asked > seconds:
            shutil.rmtree(folder / "exports" / job.id, ignore_errors=True)


def _asks(job: Job) -> tuple:
    return (job.format, job.audience, job.language, tuple(sorted(job.options.items())), job.kinds, job.tags,
            job.sequence, job.version, job.actor[0])
