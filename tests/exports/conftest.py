"""Books and files that several tests read, made once."""

from pathlib import Path

import pytest

from assetmap import exports
from assetmap.i18n import words
from assetmap.inventory import Inventory

from . import sample


@pytest.fixture(scope="session")
def street(tmp_path_factory: pytest.TempPathFactory) -> Inventory:
    """The sample neighbourhood, with small pictures."""
    return sample.neighbourhood(tmp_path_factory.mktemp("street"), part=0.5)


@pytest.fixture(scope="session")
def book(street: Inventory, tmp_path_factory: pytest.TempPathFactory) -> exports.Export:
    """Its book: A4, Dutch, with the address of a living map."""
    return make(
        street, "pdf", tmp_path_factory.mktemp("book") / "book.pdf", address="https://kaart.example.org/aan-de-schie"
    )


def make(inventory: Inventory, format: str, target: Path, *, language: str = "nl", **how) -> exports.Export:
    """An export as the house makes it, in the words of a language."""
    speech = words(language)
    return exports.write(
        inventory, format, target, language=language, words=speech.gettext, ngettext=speech.ngettext, **how
    )
