"""Taking things in and taking the inventory away."""

from pathlib import Path

import click
from shapely import from_wkb

from .. import exports, imports
from ..actions import taking_in
from ..domain.audience import Audience
from ..domain.problems import Problem
from ..domain.role import COMMAND
from ..i18n import LANGUAGES, words
from ..making import make
from ..store import media_files, neighbourhoods
from .here import home, now, settings
from .speaking import progress, sentence, terminal_language


@click.command("import")
@click.argument("slug")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@click.option("--audience", type=click.Choice([str(each) for each in Audience]), default=str(Audience.TEAM),
              show_default=True, help="For whom what does not say so itself.")
@click.option("--keep-far", is_flag=True, help="Also what lies far outside the boundary.")
def take(slug: str, file: Path, dry_run: bool, audience: str, keep_far: bool) -> None:
    """Take assets in from OpenStreetMap (.osm.pbf, .osm), GeoJSON or a table (.csv)."""
    place = home(slug)
    if not file.is_file():
        raise Problem("file-missing", path=file)
    neighbourhood = neighbourhoods.read(place.db)
    known = frozenset(each.hash for each in media_files.read_all(place.db))
    with progress(f"Reading {file.name}") as tell:
        incoming = imports.read(
            file, boundary=from_wkb(neighbourhood.boundary), language=neighbourhood.language, progress=tell,
            options=imports.Options(audience=Audience(audience), kept_media=known, keep_far=keep_far))
    _summarise(incoming.summary())
    if dry_run:
        click.echo("Nothing was written: this was a look beforehand.")
        return
    with progress("Writing") as tell:
        taken = taking_in.take_in(
            place.db, COMMAND, now(), incoming.drafts, ties=incoming.ties, held=incoming.rounds, progress=tell)
    click.echo(f"{len(taken.added)} new, {taken.known} were here already, {taken.tied} connections.")
    for number, title, problem in taken.refused:
        click.echo(f"  {number + 1}. {title or '?'}: {sentence(problem)}", err=True)


def _summarise(summary: "imports.Summary") -> None:
    kinds = ", ".join(f"{count} {kind}" for kind, count in summary.kinds.items()) or "nothing"
    click.echo(f"{summary.seen} looked at, {summary.taken} to take in ({kinds}), {summary.placed} with a place.")
    for group in summary.findings:
        rows = f" ({', '.join(map(str, group.rows))}{', …' if group.count > len(group.rows) else ''})" if any(
            group.rows) else ""
        click.echo(f"  {group.count} × {sentence(group.example.problem)}{rows}", err=True)


@click.command()
@click.argument("slug")
@click.argument("format", type=click.Choice(list(exports.FORMATS)))
@click.option("--audience", type=click.Choice([str(each) for each in Audience]), default=str(Audience.PUBLIC),
              show_default=True)
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="Default: the neighbourhood's own.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--paper", help="Of a book: a4, a5. Of a poster: A3, A2, A1, A0.")
@click.option("--style", help="How a poster is drawn: ink-and-wash, black-only, quiet, high-contrast, or your own.")
@click.option("--option", "chosen", multiple=True, metavar="NAME=VALUE", help="A choice of the format: paper=a5.")
def export(slug: str, format: str, audience: str, language: str | None, output: Path | None,
           paper: str | None, style: str | None, chosen: tuple[str, ...]) -> None:
    """Take the inventory away, for one audience. A poster is a .pdf, .svg or .png by the name given with -o."""
    place, installation = home(slug), settings()
    neighbourhood = neighbourhoods.read(place.db)
    language = language or neighbourhood.language
    form = exports.FORMATS[format]
    options = dict(_pair(each) for each in chosen)
    options |= {name: value for name, value in (("paper", paper and paper.lower()), ("style", style)) if value}
    if form.sorts and output and "file" not in options:
        if output.suffix.lower().lstrip(".") not in form.sorts:
            raise Problem("poster-file", suffix=output.suffix or output.name)
        options["file"] = output.suffix.lower().lstrip(".")
    target = output or installation.exports / _name(slug, form, options)
    target.parent.mkdir(parents=True, exist_ok=True)
    with progress(words(terminal_language()).gettext(exports.FORMATS[format].label)) as tell:
        made = make(
            place.db, place.folder, COMMAND, format, Audience(audience), language, target, settings=installation,
            options=options,
            address=installation.address or "http://127.0.0.1:5050", progress=tell)
    for remark in made.remarks:
        click.echo(remark, err=True)
    click.echo(f"{made.path} ({made.bytes / 1_000_000:.1f} MB, {len(made.numbers)} assets, {len(made.media)} photos)")


def _name(slug: str, form: exports.Format, options: dict[str, str]) -> str:
    """A poster does not take the place of the book: both may be PDF."""
    return f"{slug}{'-poster' if form.sorts else ''}{form.suffix_of(options)}"


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"--option {text}: write it as NAME=VALUE")
    return name, value


COMMANDS = (take, export)
