"""The `assetmap` command, one file per family; no rules of its own."""

import sys

import click

from .. import __version__
from ..domain.problems import Problem, Problems
from . import demo, keeping, neighbourhoods, serving, transfer, work
from .speaking import sentence


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="assetmap")
def assetmap() -> None:
    """A neighbourhood finds, draws and keeps what it already has."""


for family in (demo, serving, neighbourhoods, transfer, keeping, work):
    for command in family.COMMANDS:
        assetmap.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Runs a command. Leaves with 0 when it is done, 1 where a person can mend it, 2 for wrong usage."""
    try:
        assetmap.main(args=arguments, prog_name="assetmap", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("\nStopped. Nothing was left half-done.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (Problem, Problems) as trouble:
        for problem in trouble.problems if isinstance(trouble, Problems) else [trouble]:
            click.echo(sentence(problem), err=True)
        sys.exit(1)
