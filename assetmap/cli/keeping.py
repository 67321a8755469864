"""Looking after what is kept: is everything whole?"""

import sys

import click

from .. import media
from ..store import checking, media_files
from .here import home


@click.command()
@click.argument("slug")
def check(slug: str) -> None:
    """Look whether database, photos and recordings of a neighbourhood are whole."""
    place = home(slug)
    findings = [*checking.findings(place.db)]
    findings += [str(finding) for finding in media.check(place.folder / "media", media_files.read_all(place.db))]
    for finding in findings:
        click.echo(finding, err=True)
    if findings:
        click.echo(f"{len(findings)} things to look at.", err=True)
        sys.exit(1)
    click.echo(f"{slug} is whole.")


COMMANDS = (check,)
