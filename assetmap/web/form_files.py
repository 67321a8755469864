"""Files that come along with the form itself, where no script sent them ahead: good ones are kept, bad ones told."""

from dataclasses import replace

from werkzeug.datastructures import FileStorage, MultiDict

from ..actions.attaching import keep_file
from ..domain.medium import Medium
from ..domain.problems import Problem
from ..store import media_files
from ..visit import Visit
from .form_filled import Filled, FilledFile

SLOTS = 3
"""How many photos can come along, each with its own words, before there is a script or a first saving."""


def with_files(filled: Filled, here: Visit, form: MultiDict, files: MultiDict) -> tuple[Filled, list[Problem]]:
    """The form with the files that were sent along, kept by their hash, and what was wrong with the others."""
    problems: list[Problem] = []
    photos, sounds = list(filled.photos), list(filled.sounds)
    for name, file in files.items(multi=True):
        if not file.filename:
            continue
        kept = _kept(here, file, name, problems)
        if kept is None:
            continue
        words = FilledFile(kept.hash, form.get(f"{name}-alt", ""), form.get(f"{name}-credit", ""), file=kept)
        shelf = sounds if kept.medium is Medium.VOICE else photos
        if all(each.hash != kept.hash for each in shelf):
            shelf.append(words)
    return replace(filled, photos=tuple(photos), sounds=tuple(sounds)), problems


def with_facts(filled: Filled, here: Visit) -> Filled:
    """The form with what is known of each kept file, so that it can be shown. Files nobody knows are left out."""
    return replace(filled, photos=_known(filled.photos, here), sounds=_known(filled.sounds, here))


def _kept(here: Visit, file: FileStorage, name: str, problems: list[Problem]):
    try:
        with file.stream as stream:
            return keep_file(
                here.db, here.actor, here.now, stream, file.filename or "", here.folder / "media", here.limits)
    except Problem as problem:
        problem.field = "sounds" if name.startswith("sound") else "photos"
        problems.append(problem)
        return None


def _known(files: tuple[FilledFile, ...], here: Visit) -> tuple[FilledFile, ...]:
    found = ((each, each.file or media_files.read(here.db, each.hash)) for each in files)
    return tuple(replace(each, file=file) for each, file in found if file is not None)
