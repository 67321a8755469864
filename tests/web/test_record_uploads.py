"""Photos and recordings sent ahead of the form, one at a time."""

import struct
import zlib
from importlib import import_module
from io import BytesIO

import pytest

from assetmap.actions.attaching import keep_file
from assetmap.app import create_app
from assetmap.config import Settings
from assetmap.domain.problems import Problem
from tests.neighbourhood import LATER, PASSPHRASE, SLUG

from .record_form import photo

UPLOADS = f"/api/{SLUG}/uploads"


def sent(client, data: bytes, name: str):
    head = f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    return client.post(
        UPLOADS, data=head + data + b"\r\n--edge--\r\n", content_type="multipart/form-data; boundary=edge",
        headers={"Accept-Language": "nl"})


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is enormous."""
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_photo_is_kept_upright_and_can_be_looked_at(signed_in) -> None:
    client = signed_in("Bas")
    answer = sent(client, photo(), "op-zijn-kant.jpg")
    assert answer.status_code == 201
    assert answer.json["width"] > answer.json["height"] and answer.json["medium"] == "photo"
    with client.get(answer.json["urls"]["small"]) as small:
        assert small.mimetype == "image/webp"


def test_sending_the_same_photo_again_gives_the_same_answer(signed_in) -> None:
    client = signed_in("Bas")
    assert sent(client, photo(), "een.jpg").json == sent(client, photo(), "twee.jpg").json


@pytest.mark.parametrize(("data", "words"), [
    (b"", "leeg"),
    (photo()[:len(photo()) // 2], ""),
    (b"Beste buren, dit is geen foto.", ""),
    (b"PK\x03\x04" + b"x" * 100, ""),
    (bomb(64_000, 64_000), "pixels"),
    (b"\xff\xd8\xff" + b"0" * 41_000_000, "MB"),
])
def test_a_file_that_will_not_do_gets_a_sentence_with_its_name(signed_in, data, words) -> None:
    answer = sent(signed_in("Bas"), data, "mijn foto.jpg")
    assert answer.status_code in (413, 415, 422)
    problem = answer.json["problems"][0]
    assert "mijn foto.jpg" in problem["sentence"] and words in problem["sentence"]


def test_a_photo_of_thirty_megabytes_is_taken(signed_in) -> None:
    # Cameras hide much behind the picture; what lies there is not kept.
    assert sent(signed_in("Bas"), photo() + b"\0" * 30_000_000, "groot.jpg").status_code == 201


@pytest.fixture
def allowing(tuinwijk):
    """A function: settings of the installation -> a client that is signed in as Bas there."""
    apps = []

    def allow(**settings: int):
        apps.append(create_app(Settings(tuinwijk.instance, tuinwijk.instance / "exports", **settings)))
        client = apps[-1].test_client()
        client.post(f"/{SLUG}/sign-in", data={"name": "Bas", "passphrase": PASSPHRASE})
        return client

    yield allow
    for app in apps:
        app.extensions["assetmap-shelf"].close()


@pytest.mark.parametrize(("setting", "data", "code"), [
    ({"photo_megabytes": 1}, photo() + b"\0" * 1_000_000, "photo-too-big"),
    ({"photo_megapixels": 1}, bomb(1200, 900), "photo-too-many-pixels"),
])
def test_what_an_installation_allows_holds_for_every_file(allowing, setting, data, code) -> None:
    assert sent(allowing(**setting), data, "foto.jpg").json["problems"][0]["code"] == code


@pytest.mark.parametrize(("setting", "most"), [
    ({}, 40_000_000), ({"photo_megabytes": 5}, 5_000_000), ({"upload_megabytes": 3}, 3_000_000)])
def test_the_form_knows_how_large_a_photo_may_be(allowing, setting, most) -> None:
    assert f'data-photo-bytes="{most}"' in allowing(**setting).get(f"/{SLUG}/assets/new").text


class Watched(BytesIO):
    """A stream that counts what is read from it."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self.taken += len(data)
        return data


def test_a_file_that_is_too_big_is_refused_without_reading_it(tuinwijk) -> None:
    stream = Watched(photo() + b"\0" * 41_000_000)
    with pytest.raises(Problem) as refused:
        keep_file(tuinwijk.db, tuinwijk.members["Bas"], LATER, stream, "groot.jpg", tuinwijk.folder / "media")
    assert refused.value.code == "photo-too-big" and stream.taken < 100_000


def test_an_upload_is_handed_on_as_it_lies_on_the_disk(signed_in, monkeypatch) -> None:
    handed = []
    room = import_module("assetmap.api.uploads")
    monkeypatch.setattr(room, "keep_file", lambda *facts: handed.append(facts[3]) or keep_file(*facts))
    assert sent(signed_in("Bas"), photo(), "foto.jpg").status_code == 201
    assert not isinstance(handed[0], bytes)


def test_only_who_records_may_send_and_a_session_that_is_over_says_so(client, signed_in) -> None:
    answer = sent(client, photo(), "foto.jpg")
    assert answer.status_code == 401 and answer.json["problems"][0]["code"] == "signed-out"
    assert sent(signed_in("De Welzijnshoek"), photo(), "foto.jpg").status_code == 403


def test_a_full_disk_is_a_sentence(signed_in, monkeypatch) -> None:
    from assetmap import media

    def full(*_, **__):
        from assetmap.domain.problems import Problem
        raise Problem("disk-full")

    monkeypatch.setattr(media, "keep_from", full)
    answer = sent(signed_in("Bas"), photo(), "foto.jpg")
    assert answer.status_code == 507 and answer.json["problems"][0]["code"] == "disk-full"


def test_a_request_without_a_file_is_a_sentence(signed_in) -> None:
    assert signed_in("Bas").post(UPLOADS).status_code == 422
