"""Doing a job that a page asked for, in a process of its own."""

import time
from dataclasses import replace

import click

from .. import exports, jobs
from ..domain.audience import Audience
from ..domain.kind import Kind
from ..domain.problems import Problem
from ..domain.role import Actor, Role
from ..inventory import Selection
from ..making import lay_out, make
from .here import home, settings


@click.command(hidden=True)
@click.argument("slug")
@click.argument("id")
def job(slug: str, id: str) -> None:
    """Make the export that job ID asks for."""
    place = home(slug)
    asked = jobs.read(place.folder, id)

    def tell(share: float, text: str) -> None:
        nonlocal asked
        if jobs.stop_asked(place.folder, id):
            raise jobs.Stopped
        asked = jobs.save(place.folder, replace(
            asked, state="working", share=round(share, 3), text=text, told=time.time()))

    try:
        tell(0.0, "")
        if asked.format == jobs.SHEET:
            notes = lay_out(
                place.db, place.folder, Actor(asked.actor[0], Role(asked.actor[1]), asked.actor[2]),
                Audience(asked.audience), asked.language, place.folder / "exports" / id, settings=settings(),
                options=asked.options, address=asked.address, progress=tell)
            jobs.save(place.folder, replace(asked, state="ready", share=1.0, told=time.time(), assets=notes))
            return
        file = f"{slug}{exports.FORMATS[asked.format].suffix_of(asked.options)}"
        made = make(
            place.db, place.folder, Actor(asked.actor[0], Role(asked.actor[1]), asked.actor[2]), asked.format,
            Audience(asked.audience), asked.language, place.folder / "exports" / id / file,
            settings=settings(), options=asked.options,
            selection=Selection(kinds=tuple(Kind(kind) for kind in asked.kinds), tags=asked.tags),
            address=asked.address, progress=tell)
    except jobs.Stopped:
        jobs.save(place.folder, replace(asked, state="stopped", told=time.time()))
    except Problem as problem:
        facts = {name: str(value) for name, value in problem.facts.items()}
        jobs.save(place.folder, replace(asked, state="failed", problem=(problem.code, facts), told=time.time()))
    except BaseException:
        jobs.save(place.folder, replace(asked, state="failed", problem=("our-fault", {}), told=time.time()))
        raise
    else:
        jobs.save(place.folder, replace(
            asked, state="ready", share=1.0, told=time.time(), file=file, bytes=made.bytes, assets=len(made.numbers),
            photos=len(made.media), remarks=made.remarks))


COMMANDS = (job,)
