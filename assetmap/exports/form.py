"""What every form of the inventory has in common: what is ordered, what comes back, what may be chosen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..domain.note_place import Places
from ..domain.problems import Problem
from ..inventory import Inventory


@dataclass(frozen=True, slots=True)
class Option:
    """One choice somebody has: `choices` maps each value to its English message id; `usual` is the default, or the
    first one where that is not said.

    `open` says that an installation may have further ones of its own, which the form checks itself.
    """

    label: str
    choices: dict[str, str]
    open: bool = False
    usual: str = ""

    @property
    def default(self) -> str:
        return self.usual or next(iter(self.choices))


@dataclass(frozen=True, slots=True)
class Order:
    """What a form is made from. `words` and `ngettext` speak the output language; `address` is the living map's
    base URL or "". `progress(done, sentence)` takes a fraction and an already translated sentence; whatever it
    raises stops the work and leaves nothing behind.
    """

    inventory: Inventory
    language: str
    options: dict[str, str]
    words: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]
    progress: Callable[[float, str], None]
    address: str = ""
    seconds: float = 600
    """How long the work may take."""
    megabytes: int = 3000
    """How much memory it may take."""
    places: Places = field(default_factory=dict)
    """Where the notes lay on the last poster."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What went into a file: asset numbers, hashes of media, hashes of media that could not be read and were left
    out, and sentences somebody should know (already translated).
    """

    numbers: tuple[int, ...] = ()
    media: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    places: Places = field(default_factory=dict)
    """Where the notes came to lie on a poster."""


@dataclass(frozen=True, slots=True)
class Export:
    """A finished file: where it lies, its size in bytes, its SHA-256 (hex) and what is inside."""

    path: Path
    format: str
    bytes: int
    sha256: str
    numbers: tuple[int, ...]
    media: tuple[str, ...]
    missing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    places: Places = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """One way to take the inventory away. `write(order, file)` fills an empty file and tells what it put in.

    A format that comes as several sorts of file has an option "file", and `sorts` with the mime of each of its values;
    the value is the suffix without its dot.
    """

    name: str
    label: str
    suffix: str
    mime: str
    write: Callable[[Order, Path], Contents]
    options: dict[str, Option] = field(default_factory=dict)
    sorts: dict[str, str] = field(default_factory=dict)

    def suffix_of(self, options: dict[str, str]) -> str:
        """How the name of a file with these options ends."""
        return f".{options['file']}" if self.sorts.get(options.get("file", "")) else self.suffix

    def mime_of(self, suffix: str) -> str:
        """What a file is whose name ends like this."""
        return self.sorts.get(suffix.lstrip(".").lower(), self.mime)

    def chosen(self, options: dict[str, str]) -> dict[str, str]:
        """Every option of this format with its chosen or default value. Raises Problem("unknown-choice")."""
        for name in options:
            if name not in self.options:
                raise Problem("unknown-choice", field=name, value=name, choices=", ".join(self.options) or "-")
        chosen = {}
        for name, option in self.options.items():
            value = str(options.get(name, option.default))
            if value not in option.choices and not option.open:
                raise Problem("unknown-choice", field=name, value=value, choices=", ".join(option.choices))
            chosen[name] = value
        return chosen
