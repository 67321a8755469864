"""A recording is kept as it sounds, without a word about where, when, by whom and with what it was made."""

import hashlib
import wave
from io import BytesIO
from pathlib import Path

import pytest

from assetmap import media
from assetmap.domain.medium import MediaFile, Medium
from assetmap.domain.problems import Problem
from assetmap.media import Limits
from assetmap.media.sound import keep_sound

from . import recordings
from .pictures import arrow, encoded
from .recordings import CHAPTERS, FRAME, PACKET, SAMPLES, WORD, box, ogg_checksum, ogg_pages

RECORDINGS: dict[str, tuple[bytes, str, str, float]] = {
    "WAV": (recordings.wav(extra=True), "audio/wav", "wav", 1.0),
    "MP3": (recordings.mp3(tags=True), "audio/mpeg", "mp3", 1.04),
    "MP3 with the tag in front alone": (recordings.id3(WORD) + recordings.mp3(), "audio/mpeg", "mp3", 1.04),
    "MP3 with an APE tag in front": (recordings.ape() + recordings.mp3(), "audio/mpeg", "mp3", 1.04),
    "Ogg": (recordings.ogg(comments=recordings.telling_comments()), "audio/ogg", "ogg", 0.99),
    "Ogg with a cover over several pages": (
        recordings.ogg(comments=recordings.telling_comments(150_000)), "audio/ogg", "ogg", 0.99),
    "Ogg with two recordings in a row": (
        recordings.ogg(comments=recordings.telling_comments())
        + recordings.ogg(comments=recordings.telling_comments(), serial=8), "audio/ogg", "ogg", 1.99),
    "Ogg with more behind it": (
        recordings.ogg(comments=recordings.telling_comments()) + recordings.id3v1(), "audio/ogg", "ogg", 0.99),
    "WebM": (recordings.webm(), "audio/webm", "webm", 1.0),
    "WebM of a recorder that can't go back": (
        recordings.webm(open_ended=True, duration=None), "audio/webm", "webm", 0.98),
    "WebM with more behind it": (recordings.webm(extra=WORD), "audio/webm", "webm", 1.0),
    "M4A": (recordings.mp4(), "audio/mp4", "m4a", 1.07),
    "M4A with long positions": (recordings.mp4(large=True), "audio/mp4", "m4a", 1.07),
    "M4A with Opus": (recordings.mp4(codec=b"Opus"), "audio/mp4", "m4a", 1.07),
    "MP4 in fragments": (recordings.fragmented_mp4(), "audio/mp4", "m4a", 1.07),
    "MP4 in fragments with positions in the file": (
        recordings.fragmented_mp4(relative=False), "audio/mp4", "m4a", 1.07),
}


def content(folder: Path, file: MediaFile) -> bytes:
    return media.file_path(folder, file.hash, "sound").read_bytes()


def refused(data: bytes, name: str, folder: Path, **limits: int) -> Problem:
    with pytest.raises(Problem) as caught:
        media.keep(data, name, folder, Limits(**limits))
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert name in str(caught.value)
    return caught.value


@pytest.mark.parametrize("what", RECORDINGS)
def test_a_recording_is_kept_under_its_hash_with_its_length(tmp_path: Path, what: str) -> None:
    data, mime, extension, seconds = RECORDINGS[what]
    kept = media.keep(data, "stem", tmp_path)
    path = media.file_path(tmp_path, kept.hash, "sound")
    assert path == tmp_path / kept.hash[:2] / f"{kept.hash}.sound.{extension}"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == kept.hash
    assert (kept.medium, kept.mime, kept.bytes) == (Medium.VOICE, mime, path.stat().st_size)
    assert kept.seconds == pytest.approx(seconds, abs=0.011)
    assert media.mime_type(path) == mime


@pytest.mark.parametrize("what", RECORDINGS)
def test_what_a_recording_tells_is_in_no_byte_of_what_is_kept(tmp_path: Path, what: str) -> None:
    data = RECORDINGS[what][0]
    assert WORD in data
    kept = media.keep(data, "stem", tmp_path)
    assert WORD not in content(tmp_path, kept)
    assert WORD[:6] not in content(tmp_path, kept)
    assert len(list(tmp_path.rglob("*.*"))) == 1


@pytest.mark.parametrize("what", RECORDINGS)
def test_a_recording_kept_twice_or_kept_again_from_what_was_kept_is_the_same(tmp_path: Path, what: str) -> None:
    kept = media.keep(RECORDINGS[what][0], "stem", tmp_path)
    path = media.file_path(tmp_path, kept.hash, "sound")
    written = path.stat().st_mtime_ns
    assert media.keep(RECORDINGS[what][0], "stem", tmp_path) == kept
    assert media.keep(path.read_bytes(), "stem", tmp_path) == kept
    assert path.stat().st_mtime_ns == written


def test_every_sample_of_a_wav_is_kept(tmp_path: Path) -> None:
    def samples(data: bytes) -> bytes:
        with wave.open(BytesIO(data)) as reader:
            return reader.readframes(reader.getnframes())

    kept = keep_sound(recordings.wav(extra=True), "a.wav", tmp_path)
    assert samples(content(tmp_path, kept)) == samples(recordings.wav())


def test_a_wav_whose_length_was_never_filled_in_is_kept_as_far_as_it_goes(tmp_path: Path) -> None:
    data = bytearray(recordings.wav())
    data[4:8] = data[40:44] = b"\xff\xff\xff\xff"
    assert keep_sound(bytes(data), "a.wav", tmp_path).seconds == 1.0


def test_every_frame_of_an_mp3_is_kept_and_nothing_else(tmp_path: Path) -> None:
    assert content(tmp_path, keep_sound(recordings.mp3(tags=True), "a.mp3", tmp_path)) == FRAME * 40


def test_every_packet_of_an_ogg_is_kept_in_pages_that_add_up(tmp_path: Path) -> None:
    kept = keep_sound(recordings.ogg(comments=recordings.telling_comments(150_000)), "a.ogg", tmp_path)
    data = content(tmp_path, kept)
    assert data.count(PACKET) == 50
    for page in ogg_pages(data):
        assert page[22:26] == ogg_checksum(page[:22] + bytes(4) + page[26:]).to_bytes(4, "little")


def test_every_block_of_a_webm_is_kept(tmp_path: Path) -> None:
    kept = keep_sound(recordings.webm(), "a.webm", tmp_path)
    assert content(tmp_path, kept).count(PACKET) == 52


@pytest.mark.parametrize("large", [False, True])
def test_every_sample_of_an_m4a_stays_where_its_tables_say(tmp_path: Path, large: bool) -> None:
    before = recordings.mp4(large=large)
    after = content(tmp_path, keep_sound(before, "a.m4a", tmp_path))
    assert len(after) == len(before)
    assert all(after.find(sample) == before.find(sample) >= 0 for sample in SAMPLES)
    assert not any(chapter in after for chapter in CHAPTERS)


def test_a_player_meets_no_fragment_of_a_track_that_is_gone(tmp_path: Path) -> None:
    before = recordings.fragmented_mp4()
    after = content(tmp_path, keep_sound(before, "a.mp4", tmp_path))
    assert (before.count(b"traf"), after.count(b"traf")) == (4, 2)
    assert all(sample in after for sample in SAMPLES)


def test_the_date_of_a_recording_is_gone(tmp_path: Path) -> None:
    """Seconds since 1904, in three heads of the file."""
    assert b"\xe1\x23\x45" in recordings.mp4()
    assert b"\xe1\x23\x45" not in content(tmp_path, keep_sound(recordings.mp4(), "a.m4a", tmp_path))


@pytest.mark.parametrize("what", [what for what in RECORDINGS if "MP3" not in what])
def test_part_of_a_recording_is_asked_for_again(tmp_path: Path, what: str) -> None:
    data = RECORDINGS[what][0]
    assert refused(data[:int(len(data) * 0.7)], "deel", tmp_path).code == "sound-broken"


def test_part_of_an_mp3_is_kept_as_far_as_it_goes(tmp_path: Path) -> None:
    kept = keep_sound(recordings.mp3()[:-100], "deel.mp3", tmp_path)
    assert content(tmp_path, kept) == FRAME * 39


@pytest.mark.parametrize(
    "data", [
        recordings.wav()[:44], recordings.id3(WORD) + b"no sound follows", b"\xff\xfb" + b"words, only words" * 9,
        recordings.ogg(packets=0), recordings.webm()[:200], b"\x1a\x45\xdf\xa3" + bytes(50),
        box(b"ftyp", b"M4A ", bytes(4)), recordings.mp4(handler=b"text"), recordings.mp4()[:-40], b"OggS",
        b"RIFF\0\0\0\0WAVE"],
    ids=["WAV without sound", "tag without sound", "words", "Ogg without sound", "half a WebM", "empty WebM",
         "MP4 without anything", "MP4 with words alone", "MP4 cut short", "Ogg's mark", "WAV's mark"])
def test_a_file_without_sound_gets_a_sentence(tmp_path: Path, data: bytes) -> None:
    problem = refused(data, "stil", tmp_path)
    assert (problem.code, problem.status) == ("sound-broken", 422)


@pytest.mark.parametrize(
    ("data", "codec"), [
        (recordings.mp4(codec=b"alac"), "alac"), (recordings.mp4(codec=b"samr"), "samr"),
        (recordings.webm(codec=b"A_VORBIS"), "VORBIS"),
        (recordings.ogg().replace(b"OpusHead", b"\x01vorbis", 1), "Vorbis"),
        (recordings.wav().replace(b"\x10\0\0\0\x01\0", b"\x10\0\0\0\x11\0", 1), "WAV 0x0011")])
def test_sound_that_many_browsers_can_not_play_is_named(tmp_path: Path, data: bytes, codec: str) -> None:
    problem = refused(data, "stem", tmp_path)
    assert (problem.code, problem.facts["codec"]) == ("sound-codec", codec)


@pytest.mark.parametrize(
    "data", [recordings.mp4(handler=b"vide"), recordings.webm(kind=1, codec=b"V_VP8"),
             recordings.ogg().replace(b"OpusHead", b"\x80theora", 1)], ids=["MP4", "WebM", "Ogg"])
def test_a_film_is_called_a_film(tmp_path: Path, data: bytes) -> None:
    assert refused(data, "film", tmp_path).code == "media-film"


def test_a_recording_of_too_many_megabytes_is_told_both_numbers(tmp_path: Path) -> None:
    problem = refused(recordings.wav(70.0), "lang.wav", tmp_path, sound_bytes=1_000_000)
    assert (problem.code, problem.status) == ("sound-too-big", 413)
    assert "is 2 MB" in str(problem)


def test_a_photo_where_a_recording_is_asked_for_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        keep_sound(encoded(arrow(), "JPEG"), "a.mp3", tmp_path)
    assert caught.value.code == "sound-wanted"


def test_sound_that_lies_in_another_file_is_refused(tmp_path: Path) -> None:
    elsewhere = recordings.mp4().replace(b"url \0\0\0\x01", b"url \0\0\0\0")
    assert refused(elsewhere, "elders.m4a", tmp_path).code == "sound-broken"


def test_a_length_that_can_not_be_is_not_told(tmp_path: Path) -> None:
    assert keep_sound(recordings.webm(duration=float("nan")), "a.webm", tmp_path).seconds == 0.0
    assert keep_sound(recordings.webm(duration=-5.0), "b.webm", tmp_path).seconds == 0.0
