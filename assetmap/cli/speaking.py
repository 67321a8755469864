"""How commands talk: in the language of the terminal, with a line that moves while long work goes on."""

import locale
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from ..domain.problems import Problem
from ..i18n import best_language, words


def terminal_language() -> str:
    """The language of the terminal (LC_ALL, LC_MESSAGES, LANG) where there are words for it, else English."""
    given = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    tag = locale.normalize(given).split(".")[0].replace("_", "-")
    return best_language([tag, "en"])


def sentence(problem: Problem) -> str:
    """The problem in the language of the terminal."""
    return problem.said(words(terminal_language()).gettext)


@contextmanager
def progress(what: str) -> Iterator[Callable[[float, str], None]]:
    """Shows `what` with a share that grows; a line per tenth where nobody watches a terminal."""
    watched = sys.stderr.isatty()
    last = -1

    def tell(share: float, text: str) -> None:
        nonlocal last
        step = int(share * (100 if watched else 10))
        if step == last:
            return
        last = step
        if watched:
            click.echo(f"\r\033[K{what}: {share:4.0%}  {text[:60]}", nl=False, err=True)
        else:
            click.echo(f"{what}: {share:.0%} {text}".rstrip(), err=True)

    yield tell
    if watched and last >= 0:
        click.echo("\r\033[K", nl=False, err=True)
