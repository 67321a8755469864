"""New neighbourhoods, their base map, and who may work on them."""

from pathlib import Path

import click
import segno
from shapely import from_wkb

from ..actions import founding, signing_in
from ..domain.neighbourhood import TRANSLATED, Neighbourhood
from ..domain.problems import Problem
from ..domain.role import COMMAND, Role
from ..drawing.base_drawing import draw_base
from ..drawing.base_file import keep_base
from ..i18n import LANGUAGES
from ..imports.boundary import read_boundary
from ..imports.streets import read_streets
from ..store import neighbourhoods
from .here import home, now, settings
from .speaking import progress


@click.command()
@click.argument("slug")
@click.option("--name", required=True, help="What people call it.")
@click.option("--boundary", "boundary", required=True, type=click.Path(path_type=Path), help="A GeoJSON file.")
@click.option("--language", default="nl", show_default=True, type=click.Choice(list(LANGUAGES)))
@click.option("--purpose", default="", help="What this map is for, in a sentence or two.")
@click.option("--mandate", default="", help="Who decides about this map.")
def new(slug: str, name: str, boundary: Path, language: str, purpose: str, mandate: str) -> None:
    """Make a new neighbourhood inside a boundary."""
    shape = read_boundary(boundary)
    founding.found(
        settings().neighbourhoods, COMMAND, now(),
        Neighbourhood(slug, name, language, purpose=purpose, mandate=mandate), shape)
    click.echo(f"{name} is there. Next: assetmap base {slug} STREETS.osm.pbf, and: assetmap invite {slug} steward")


@click.command()
@click.argument("slug")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--style", default="", help="How it is drawn: quiet, ink-and-wash, or a style of your own.")
def base(slug: str, file: Path | None, style: str) -> None:
    """Draw the base map from street data (.osm.pbf, .osm or .geojson); without FILE, again from what was loaded."""
    if file is None:
        _draw(slug, style)
        return
    place = home(slug)
    if not file.is_file():
        raise Problem("file-missing", path=file)
    neighbourhood = neighbourhoods.read(place.db)
    with progress(f"Reading {file.name}") as tell:
        streets = read_streets(file, from_wkb(neighbourhood.boundary), progress=lambda share: tell(share, ""))
    keep_base(streets, place.folder / "base")
    if streets.attribution and streets.attribution not in neighbourhood.attribution:
        said = " · ".join(filter(None, (neighbourhood.attribution, streets.attribution)))
        founding.tell(place.db, COMMAND, now(), attribution=said)
    _draw(slug, style)


@click.command()
@click.argument("slug")
@click.option("--style", default="", help="How it is drawn from now on: quiet, ink-and-wash, or a style of your own.")
def draw(slug: str, style: str) -> None:
    """Draw the base map again from the streets that were loaded, or from the boundary alone."""
    _draw(slug, style)


def _draw(slug: str, style: str) -> None:
    place = home(slug)
    neighbourhood = neighbourhoods.read(place.db)
    with progress(f"Drawing {neighbourhood.name}") as tell:
        size = draw_base(
            place.folder / "base", from_wkb(neighbourhood.boundary), slug, style, own_styles=settings().styles,
            progress=lambda share: tell(share, ""))
    click.echo(f"The base map of {neighbourhood.name} is drawn ({size / 1000:.0f} kB).")


@click.command()
@click.argument("slug")
@click.argument("role", type=click.Choice([str(role) for role in Role if role is not Role.VISITOR]))
@click.option("--days", type=click.IntRange(1, 366), help="How long the invitation is good for.")
@click.option("--address", default="", help="The address people reach this installation by.")
def invite(slug: str, role: str, days: int | None, address: str) -> None:
    """Print an invitation for one person, as a link and a QR code."""
    place, chosen = home(slug), settings()
    days = days or chosen.invitation_days
    token = signing_in.invite(place.db, COMMAND, now(), Role(role), days)
    link = f"{(address or chosen.address or 'http://127.0.0.1:5050').rstrip('/')}/{slug}/invitation/{token}"
    click.echo(f"For one {role}, for {days} days:\n{link}\n")
    segno.make(link, micro=False).terminal(compact=True)


@click.command()
@click.argument("slug")
@click.option("--name")
@click.option("--purpose", help="What this map is for.")
@click.option("--mandate", help="Who decides about this map.")
@click.option("--notice", help="A sentence on every page and export.")
@click.option("--language", type=click.Choice(list(LANGUAGES)))
@click.option("--public/--not-public", default=None, help="Whether the first page shows it.")
@click.option("--in", "tongue", metavar="LANGUAGE", help="Say purpose, mandate and notice in another language too.")
def tell(slug: str, tongue: str | None, **said: object) -> None:
    """Change what a neighbourhood says of itself."""
    given = {name: value for name, value in said.items() if value is not None}
    if not given:
        raise click.UsageError("Say what should change, for example --purpose '…'.")
    db = home(slug).db
    if tongue and tongue != neighbourhoods.read(db).language:
        if unknown := given.keys() - set(TRANSLATED):
            raise click.UsageError(f"Only {', '.join(TRANSLATED)} are said in several languages, not "
                                   f"{', '.join(sorted(unknown))}.")
        after = founding.tell_in(db, COMMAND, now(), tongue, **given)
    else:
        after = founding.tell(db, COMMAND, now(), **given)
    click.echo(f"{after.name}: {', '.join(given)} changed.")


@click.command("round")
@click.argument("slug")
@click.argument("title")
@click.option("--purpose", default="", help="Told to everyone who is asked.")
@click.option("--starts", default="", metavar="DATE")
@click.option("--ends", default="", metavar="DATE")
def start_round(slug: str, title: str, purpose: str, starts: str, ends: str) -> None:
    """Start a round: a time of walking and asking with one purpose."""
    started = founding.start_round(home(slug).db, COMMAND, now(), title, purpose, starts, ends)
    click.echo(f"Round {started.number}: {started.title}")


COMMANDS = (new, base, draw, invite, tell, start_round)
