"""Looking after what is kept: is everything whole?"""

import sys

import click

from .. import media
from ..i18n import words
from ..store import checking, media_files
from .here import home
from .speaking import sentence, terminal_language


@click.command()
@click.argument("slug")
def check(slug: str) -> None:
    """Look whether database, photos and recordings of a neighbourhood are whole."""
    place = home(slug)
    findings = [*checking.findings(place.db)]
    findings += [finding.problem for finding in media.check(place.folder / "media", media_files.read_all(place.db))]
    for finding in findings:
        click.echo(sentence(finding), err=True)
    speaking = words(terminal_language())
    if count := len(findings):
        said = speaking.ngettext("{count} thing to look at.", "{count} things to look at.", count)
        click.echo(said.format(count=count), err=True)
        sys.exit(1)
    click.echo(speaking.gettext("{slug} is whole.").format(slug=slug))


COMMANDS = (check,)
