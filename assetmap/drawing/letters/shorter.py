"""Shorter ways to write a street's name, as Dutch street signs and maps have them: straat becomes str., laan stays."""

import re
from collections.abc import Iterable

_KINDS = (("straat", "str."), ("plein", "pln."), ("plantsoen", "plants."), ("boulevard", "boul."), ("gracht", "gr."))
_TITLES = (
    ("burgemeester", "Burg."), ("professor", "Prof."), ("doctor", "Dr."), ("dokter", "Dr."), ("dominee", "Ds."),
    ("meester", "Mr."), ("ingenieur", "Ir."), ("pastoor", "Past."), ("kapelaan", "Kap."), ("admiraal", "Adm."),
    ("generaal", "Gen."), ("kapitein", "Kapt."), ("president", "Pres."), ("koningin", "Kon."), ("prinses", "Pr."),
    ("prins", "Pr."), ("graaf", "Gr."), ("sint", "St."), ("monseigneur", "Mgr."), ("minister", "Min."))
_BETWEEN = (
    (r"\bvan (de[rn]?|het|'t)\b", "v.d."), (r"\bvan\b", "v."), (r"\bop (de[rn]?|het|'t)\b", "o.d."),
    (r"\baan (de[rn]?|het|'t)\b", "a.d."))


def shorter(name: str) -> Iterable[str]:
    """The name, then each shorter way to write it. Languages without these words keep the name as it is."""
    yield name
    last = name
    for change in (_kind, _title, _between):
        if (now := change(last)) != last:
            yield now
            last = now


def _kind(name: str) -> str:
    for long, short in _KINDS:
        # "Straatweg" keeps its street, and so does what is nothing but a street.
        if name.lower().endswith(long) and len(name) > len(long) + 2:
            stem = name[: -len(long)]
            return stem + (short.capitalize() if stem.endswith(" ") else short)
    return name


def _title(name: str) -> str:
    words = name.split(" ")
    for place, word in enumerate(words[:-1]):
        for long, short in _TITLES:
            if word.lower() == long:
                words[place] = short
    return " ".join(words)


def _between(name: str) -> str:
    for long, short in _BETWEEN:
        name = re.sub(long, lambda found, short=short: short.capitalize() if found[0][0].isupper() else short, name,
                      flags=re.IGNORECASE)
    return name
