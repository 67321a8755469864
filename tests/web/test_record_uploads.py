"""Photos and recordings sent ahead of the form, one at a time."""

import struct
import zlib

import pytest

from tests.neighbourhood import SLUG

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


def test_only_who_records_may_send_and_a_session_that_is_over_says_so(client, signed_in) -> None:
    answer = sent(client, photo(), "foto.jpg")
    assert answer.status_code == 401 and answer.json["problems"][0]["code"] == "signed-out"
    assert sent(signed_in("De Welzijnshoek"), photo(), "foto.jpg").status_code == 403


def test_a_full_disk_is_a_sentence(signed_in, monkeypatch) -> None:
    from assetmap import media

    def full(*_, **__):
        from assetmap.domain.problems import Problem
        raise Problem("disk-full")

    monkeypatch.setattr(media, "keep", full)
    answer = sent(signed_in("Bas"), photo(), "foto.jpg")
    assert answer.status_code == 507 and answer.json["problems"][0]["code"] == "disk-full"


def test_a_request_without_a_file_is_a_sentence(signed_in) -> None:
    assert signed_in("Bas").post(UPLOADS).status_code == 422
