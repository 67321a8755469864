"""The house stands: floors, packages, catalogues, and rules that nobody should have to remember."""

import ast
import configparser
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from assetmap.domain import (
    audience,
    connection,
    kind,
    medium,
    person,
    precision,
    problems,
    rhythm,
    role,
    state,
    tag,
)
from assetmap.i18n import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(path for path in (ROOT / "assetmap").rglob("*.py"))
TRANSLATED = [language for language in LANGUAGES if language != "en"]


def test_each_floor_calls_only_what_is_below_it() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_code_is_even() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "ruff", "check", "--no-cache", "."], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_package_on_disk_is_in_the_list_and_travels() -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    listed = set(settings["options"]["packages"].split()) - {"assetmap.templates", "assetmap.static"}
    on_disk = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "assetmap").rglob("__init__.py")}
    assert listed == on_disk


def test_sql_stands_in_the_store_alone() -> None:
    statement = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|ALTER)\b [A-Za-z_]")
    found = []
    for path in CODE:
        if "store" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and statement.match(node.value):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert found == []


def test_nobody_inserts_into_a_table_by_a_name_that_could_be_misspelt() -> None:
    """`db["table"].insert()` of sqlite-utils makes a missing table; the store writes SQL instead."""
    found = [str(path) for path in CODE if re.search(r"\]\s*\.\s*(insert|upsert)(_all)?\(", path.read_text("utf-8"))]
    assert found == []


def test_only_pages_and_api_know_of_requests() -> None:
    allowed = {"web", "api"}
    found = [
        str(path.relative_to(ROOT)) for path in CODE
        if not allowed & set(path.parts) and path.name not in ("app.py", "visit.py")
        and re.search(r"from flask import .*\b(request|session|g)\b", path.read_text("utf-8"))]
    assert found == []


def test_no_script_writes_html_from_text() -> None:
    found = [
        str(path) for path in (ROOT / "static" / "js").rglob("*.js")
        if re.search(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b", path.read_text("utf-8"))]
    assert found == []


def test_no_file_names_this_machine_or_a_package_registry() -> None:
    # Put together here, so that this test does not find itself.
    words = re.compile("|".join([
        "(^|[^a-zA-Z0-9_./<])/(" + "|".join(["work", "farm", "root"]) + r")/[a-z.]",
        "registry" + r"\.npmjs", "files" + r"\.pythonhosted", "pypi" + r"\.org/simple", '"resol' + 'ved"']))
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in (".py", ".js", ".mjs", ".json", ".md", ".html", ".css", ".cfg", ".toml", ".po", "", ".sh"):
            text = path.read_text("utf-8", errors="ignore") if path.is_file() else ""
            found += [name] if words.search(text) else []
    assert found == []


def message_ids() -> set[str]:
    """Every English sentence that can come on screen or paper."""
    found: set[str] = set()
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "words": None, "say": None}
    for path in (ROOT / "templates").rglob("*.html"):
        for _, message, _, _ in extract("jinja2.ext:babel_extract", BytesIO(path.read_bytes()), keywords, (), {
                "trimmed": "true", "extensions": "jinja2.ext.i18n"}):
            found.update(message if isinstance(message, tuple) else [message])
    for path in CODE:
        for _, message, _, _ in extract("python", BytesIO(path.read_bytes()), {
                "_": None, "gettext": None, "ngettext": (1, 2)}):
            found.update(message if isinstance(message, tuple) else [message])
    found |= {sentence for _, sentence in problems.PROBLEMS.values()}
    for facts in kind.KINDS.values():
        found |= {facts.label, facts.plural, facts.hint}
    found |= set(kind.FACETS.values()) | set(precision.PRECISIONS.values()) | set(rhythm.SEASONS.values())
    found |= set(rhythm.WEEKDAYS.values()) | set(tag.SURPLUS_TAGS.values()) | set(state.KEY_HOLDERS.values())
    found |= {label for _, label in state.STATES.values()} | set(person.PARTS.values()) | set(medium.MEDIA.values())
    found |= {word for pair in connection.VERBS.values() for word in pair}
    found |= {text for _, *texts in audience.AUDIENCES.values() for text in texts}
    found |= {label for label, *_ in role.ROLES.values()}
    return {text for text in found if text}


@pytest.mark.parametrize("language", TRANSLATED)
def test_everything_that_can_come_on_screen_has_words_in_this_language(language: str) -> None:
    known = set()
    for path in (ROOT / "assetmap" / "i18n" / language).glob("*.po"):
        for message in read_po(BytesIO(path.read_bytes()), locale=language):
            ids = message.id if isinstance(message.id, (tuple, list)) else [message.id]
            if message.id and all(message.string if isinstance(message.string, (tuple, list)) else [message.string]):
                known.update(ids)
    assert sorted(message_ids() - known) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_agree_and_fill_the_same_holes(language: str) -> None:
    told: dict = {}
    faults = []
    for path in sorted((ROOT / "assetmap" / "i18n" / language).glob("*.po")):
        for message in read_po(BytesIO(path.read_bytes()), locale=language):
            if not message.id:
                continue
            one = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
            said = message.string[-1] if isinstance(message.string, (tuple, list)) else message.string
            hole = r"\{[a-z_]+\}|%\([a-z_]+\)s"
            more = message.id[-1] if isinstance(message.id, (tuple, list)) else message.id
            if set(re.findall(hole, said)) - set(re.findall(hole, more)):
                faults.append(f"{path.name}: {one!r} gets other holes")
            if told.setdefault((one, message.context), said) != said:
                faults.append(f"{path.name}: {one!r} is {said!r} here and {told[one, message.context]!r} elsewhere")
    assert faults == []


def test_dutch_speaks_as_a_neighbour() -> None:
    never = re.compile(
        r"\b(gebruikers?|indienen|doelgroep\w*|kwetsba\w+|achterstand\w*|probleemwijk|burgers?)\b|!", re.I)
    found = []
    for path in (ROOT / "assetmap" / "i18n" / "nl").glob("*.po"):
        for message in read_po(BytesIO(path.read_bytes()), locale="nl"):
            said = message.string if isinstance(message.string, str) else " ".join(message.string)
            if message.id and never.search(said):
                found.append(f"{path.name}: {said}")
    assert found == []
