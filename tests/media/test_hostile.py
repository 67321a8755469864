"""Whatever bytes arrive, the answer is a kept file or a sentence: never a crash, never a word of the old metadata."""

import random
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assetmap import media
from assetmap.domain.problems import Problem
from assetmap.media.sound import cleaned

from . import recordings
from .pictures import arrow, encoded, telling_jpeg, telling_png
from .recordings import box

SOUNDS = {
    "WAV": recordings.wav(extra=True)[:4000], "MP3": recordings.mp3(8, tags=True),
    "Ogg": recordings.ogg(comments=recordings.telling_comments()), "WebM": recordings.webm(),
    "open WebM": recordings.webm(open_ended=True), "M4A": recordings.mp4(), "fragments": recordings.fragmented_mp4()}

damage = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6)


@pytest.mark.parametrize("what", SOUNDS)
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(damage=damage, share=st.floats(0.2, 1))
def test_a_recording_with_wrong_bytes_is_stripped_or_refused(what: str, damage: list, share: float) -> None:
    whole = SOUNDS[what]
    data = bytearray(whole[:max(int(len(whole) * share), 20)])
    for place, byte in damage:
        data[min(int(place * len(data)), len(data) - 1)] = byte
    try:
        recording = cleaned(BytesIO(data), "a")
    except Problem:
        return
    assert len(recording.content) <= len(data)


@pytest.mark.parametrize("data", [
    telling_jpeg(), telling_png(), encoded(arrow(), "GIF"), encoded(arrow(), "WEBP"), encoded(arrow(), "HEIF")],
    ids=["JPEG", "PNG", "GIF", "WebP", "HEIC"])
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_a_photo_with_wrong_bytes_is_kept_or_refused(tmp_path: Path, data: bytes) -> None:
    chance = random.Random(7)
    for _ in range(40):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 30)):
            damaged[chance.randrange(4, len(data))] = chance.randrange(256)
        try:
            media.keep(bytes(damaged), "a.jpg", tmp_path)
        except Problem as problem:
            assert problem.code.startswith(("photo-", "media-", "sound-"))


@pytest.mark.parametrize("data", [
    box(b"ftyp", b"M4A ", bytes(4)) + box(b"mdat") * 20_000 + recordings.mp4()[24:],
    b"\xff\xfb\x90" * 100_000, b"ID3" * 100_000, b"OggS" * 50_000,
    b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" + b"\xec\x80" * 100_000,
    b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" + b"\x1f\x43\xb6\x75\xff" * 20_000],
    ids=["many boxes", "false frames", "false tags", "false pages", "many elements", "clusters within clusters"])
def test_a_file_made_to_keep_the_program_busy_is_answered(tmp_path: Path, data: bytes) -> None:
    try:
        media.keep(data, "a", tmp_path)
    except Problem as problem:
        assert problem.code.startswith("sound-")
