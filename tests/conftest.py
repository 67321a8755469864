"""Fixtures for every room: a neighbourhood to live in, the app over it, a live server and a real browser."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from werkzeug.serving import make_server

from assetmap.app import create_app
from assetmap.config import Settings

from . import neighbourhood

# Nothing in the suite is timed: a busy machine is not a fault.
hypothesis.settings.register_profile("assetmap", deadline=None)
hypothesis.settings.load_profile("assetmap")

BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
BROWSER_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)


@pytest.fixture(scope="session")
def _tuinwijk_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tuinwijk as it is on the first day; copied for each test, because passphrases are slow to hash."""
    instance = tmp_path_factory.mktemp("once")
    built = neighbourhood.build(instance)
    built.db.close()
    (instance / "facts.py").write_text(repr({
        "members": {name: (actor.id, str(actor.role), actor.name) for name, actor in built.members.items()},
        "numbers": built.numbers}), "utf-8")
    return instance


@pytest.fixture
def tuinwijk(_tuinwijk_once: Path, tmp_path: Path) -> Iterator[neighbourhood.Tuinwijk]:
    """The small neighbourhood of tests/neighbourhood.py, fresh for this test."""
    from ast import literal_eval

    from assetmap.domain.role import Actor, Role
    from assetmap.store.opening import open_database

    instance = tmp_path / "instance"
    shutil.copytree(_tuinwijk_once, instance)
    facts = literal_eval((instance / "facts.py").read_text("utf-8"))
    (instance / "facts.py").unlink()
    folder = instance / "neighbourhoods" / neighbourhood.SLUG
    db = open_database(folder / "assetmap.db")
    yield neighbourhood.Tuinwijk(
        instance, folder, db,
        {name: Actor(id, Role(role), called) for name, (id, role, called) in facts["members"].items()},
        facts["numbers"])
    db.close()


@pytest.fixture
def app(tuinwijk: neighbourhood.Tuinwijk) -> Iterator:
    """The application over Tuinwijk; an error in it is an error in the test."""
    app = create_app(Settings(instance=tuinwijk.instance, exports=tuinwijk.instance / "exports"))
    app.testing = True
    yield app
    app.extensions["assetmap-shelf"].close()


@pytest.fixture
def client(app):
    """A visitor."""
    return app.test_client()


@pytest.fixture
def signed_in(app):
    """A function: name of a member -> a client that is signed in as them."""

    def sign_in(name: str):
        client = app.test_client()
        answer = client.post(
            f"/{neighbourhood.SLUG}/sign-in", data={"name": name, "passphrase": neighbourhood.PASSPHRASE})
        assert answer.status_code == 302
        return client

    return sign_in


@pytest.fixture
def live(tuinwijk: neighbourhood.Tuinwijk) -> Iterator[str]:
    """The address of a real server over Tuinwijk, "http://127.0.0.1:PORT"."""
    app = create_app(Settings(instance=tuinwijk.instance, exports=tuinwijk.instance / "exports"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A real Chromium. Missing is a skip on a developer's machine and a failure where ASSETMAP_REQUIRE_BROWSER=1."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        path = _browser_path()
        try:
            chromium = playwright.chromium.launch(executable_path=path, args=list(BROWSER_FLAGS))
        except Error as error:
            if os.environ.get("ASSETMAP_REQUIRE_BROWSER") == "1":
                pytest.fail(f"No browser to test with: {str(error).splitlines()[0]}")
            pytest.skip("no Chromium here; .ci/browser finds or installs one")
        yield chromium
        chromium.close()


@pytest.fixture
def browser_page(browser, live: str) -> Iterator:
    """A page in a fresh browser window, at tablet size in Dutch; script errors and policy violations fail the test."""
    context = browser.new_context(
        base_url=live, viewport={"width": 820, "height": 1180}, locale="nl-NL", service_workers="block")
    context.set_default_timeout(8_000)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    page.on("console", lambda message: faults.append(message.text)
            if message.type == "error" and "Content Security Policy" in message.text else None)
    page.faults = faults
    yield page
    context.close()
    assert not faults


def _browser_path() -> str | None:
    """The browser of this machine, or None for the one that Playwright brought itself."""
    if given := os.environ.get("ASSETMAP_BROWSER"):
        return given
    return next((path for name in BROWSER_NAMES if (path := shutil.which(name))), None)


@pytest.fixture
def kept_photo(tuinwijk: neighbourhood.Tuinwijk):
    """A function: key of an asset, and for whom -> hash of a small photo that was put on it."""
    import io
    from dataclasses import replace

    from PIL import Image

    from assetmap.actions import attaching, recording
    from assetmap.actions.drafting import draft_of
    from assetmap.domain.audience import Audience
    from assetmap.domain.draft import DraftAttachment
    from assetmap.store import assets

    def keep(key: str, colour: str = "seagreen", audience: Audience = Audience.PUBLIC) -> str:
        file = io.BytesIO()
        Image.new("RGB", (60, 40), colour).save(file, "JPEG")
        bas = tuinwijk.members["Bas"]
        kept = attaching.keep_file(
            tuinwijk.db, bas, neighbourhood.LATER, file, "foto.jpg", tuinwijk.folder / "media")
        asset = assets.read(tuinwijk.db, tuinwijk.numbers[key])
        draft = draft_of(asset)
        attachment = DraftAttachment(kept.hash, "Een groene foto", "Mila", audience)
        recording.change(
            tuinwijk.db, bas, neighbourhood.LATER, asset.number,
            replace(draft, attachments=(*draft.attachments, attachment)), asset.revision)
        return kept.hash

    return keep
