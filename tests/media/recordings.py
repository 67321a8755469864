"""Recordings built byte by byte, each with the words, places and dates that phones and programs put in."""

import io
import struct
import wave

from .pictures import CANARY

WORD = CANARY.encode()

OPUS_HEAD = b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0"
"""One channel, 312 samples to skip, 48,000 a second."""

PACKET = b"\xf8\xff\xfe" + bytes(range(40))
"""An Opus packet of 20 milliseconds."""


# -- WAV


def wav(seconds: float = 1.0, extra: bool = False) -> bytes:
    """A soft tone at 8,000 samples a second; with `extra` there are chunks of words on both sides of the sound."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(8000)
        writer.writeframes(b"".join(struct.pack("<h", 900 * (n % 20)) for n in range(int(8000 * seconds))))
    data = file.getvalue()
    if not extra:
        return data
    chunks = b"".join(kind + struct.pack("<I", len(WORD) + len(WORD) % 2) + WORD + b"\0" * (len(WORD) % 2)
                      for kind in (b"LIST", b"bext", b"id3 ", b"iXML"))
    return riff(data[12:36] + chunks + data[36:] + chunks)


def riff(body: bytes) -> bytes:
    """Chunks in their wrapping."""
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body


# -- MP3

FRAME = b"\xff\xfb\x90\x44" + bytes(413)
"""A silent frame: MPEG 1 layer 3, 128 kbit/s, 44,100 a second: 417 bytes, 1152 samples."""


def mp3(frames: int = 40, tags: bool = False) -> bytes:
    """Silence; with `tags` there are ID3v2 (with a picture that looks like sound), APE, Lyrics3 and ID3v1 around it."""
    if not tags:
        return FRAME * frames
    half = frames // 2
    return id3(WORD + FRAME * 4) + FRAME * half + id3(WORD) + FRAME * (frames - half) + ape() + lyrics() + id3v1()


def id3(body: bytes) -> bytes:
    """An ID3v2 tag; its length is written in four times seven bits."""
    size = len(body)
    return b"ID3\x04\0\0" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0)) + body


def ape() -> bytes:
    """An APE tag with head and foot and a cover that looks like sound."""
    item = struct.pack("<II", len(WORD + FRAME * 4), 2) + b"Cover\0" + WORD + FRAME * 4
    foot = struct.pack("<8sIIII8x", b"APETAGEX", 2000, len(item) + 32, 1, 0x80000000)
    head = struct.pack("<8sIIII8x", b"APETAGEX", 2000, len(item) + 32, 1, 0xA0000000)
    return head + item + foot


def lyrics() -> bytes:
    return b"LYRICSBEGININD00002" + WORD + b"LYRICS200"


def id3v1() -> bytes:
    return b"TAG" + WORD.ljust(125, b" ")


# -- Ogg


def ogg(packets: int = 50, comments: bytes = b"", serial: int = 7) -> bytes:
    """Opus in Ogg; `comments` is the body of the comment packet behind its mark."""
    tags = b"OpusTags" + (comments or struct.pack("<II", 0, 0))
    pages = [page(serial, 0, 0x02, 0, [OPUS_HEAD])]
    # A long comment runs over several pages, each full to its last piece but the last one.
    pieces = [tags[at:at + 255 * 255] for at in range(0, len(tags), 255 * 255)]
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        pages.append(page(serial, len(pages), 0x01 if number else 0, 0 if last else -1, [piece], open_end=not last))
    for first in range(0, packets, 25):
        count = min(25, packets - first)
        ends = first + count == packets
        pages.append(page(serial, len(pages), 0x04 if ends else 0, (first + count) * 960, [PACKET] * count))
    return b"".join(pages)


def telling_comments(length: int = 0) -> bytes:
    """A maker, a title, a place and a cover of so many bytes."""
    entries = [b"TITLE=" + WORD, b"LOCATION=" + WORD + b"/+52.0116+004.3571",
               b"METADATA_BLOCK_PICTURE=" + (WORD * (length // len(WORD) + 1))[:length]]
    return struct.pack("<I", len(WORD)) + WORD + struct.pack("<I", len(entries)) + b"".join(
        struct.pack("<I", len(entry)) + entry for entry in entries)


def page(serial: int, number: int, flags: int, granule: int, packets: list[bytes], open_end: bool = False) -> bytes:
    """One page with its checksum. With `open_end` the last packet goes on."""
    lacing = b"".join(
        b"\xff" * (len(packet) // 255) + (b"" if open_end and packet is packets[-1] else bytes([len(packet) % 255]))
        for packet in packets)
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, granule, serial, number, 0, len(lacing)) + lacing
    whole = head + b"".join(packets)
    return whole[:22] + struct.pack("<I", ogg_checksum(whole)) + whole[26:]


def ogg_checksum(data: bytes) -> int:
    """CRC-32 with polynomial 0x04c11db7, bit by bit."""
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


def ogg_pages(data: bytes) -> list[bytes]:
    """The pages of a file that holds nothing else."""
    found, position = [], 0
    while position < len(data):
        assert data[position:position + 4] == b"OggS"
        count = data[position + 26]
        end = position + 27 + count + sum(data[position + 27:position + 27 + count])
        found.append(data[position:end])
        position = end
    return found


# -- WebM


def element(identity: int, body: bytes, known: bool = True) -> bytes:
    """An EBML element; with `known` off its length is left open, as recorders do that cannot go back."""
    name = identity.to_bytes((identity.bit_length() + 7) // 8, "big")
    return name + ((len(body) | 1 << 56).to_bytes(8, "big") if known else b"\x01" + b"\xff" * 7) + body


def number(identity: int, value: int) -> bytes:
    return element(identity, value.to_bytes(max((value.bit_length() + 7) // 8, 1), "big"))


def webm(*, open_ended: bool = False, duration: float | None = 1000.0, extra: bytes = b"", codec: bytes = b"A_OPUS",
         kind: int = 2) -> bytes:
    """A second of Opus with titles, dates, tags, a cover and a track of words beside the sound."""
    head = element(0x1A45DFA3, number(0x4286, 1) + number(0x42F7, 1) + number(0x42F2, 4) + number(0x42F3, 8)
                   + element(0x4282, b"webm") + number(0x4287, 4) + number(0x4285, 2) + element(0xEC, WORD))
    info = element(0x1549A966, number(0x2AD7B1, 1_000_000) + element(0x4D80, b"muxer " + WORD)
                   + element(0x5741, b"writer " + WORD) + element(0x7BA9, b"title " + WORD)
                   + element(0x4461, struct.pack(">q", 737_200_000_000_000_000)) + element(0x73A4, WORD[:16])
                   + element(0x7384, WORD) + (element(0x4489, struct.pack(">d", duration)) if duration else b""))
    voice = element(0xAE, number(0xD7, 1) + number(0x73C5, 99) + number(0x83, kind) + element(0x86, codec)
                    + element(0x536E, b"name " + WORD) + element(0x63A2, OPUS_HEAD)
                    + element(0xE1, element(0xB5, struct.pack(">f", 48_000.0)) + number(0x9F, 1) + element(0xEC, WORD)))
    words = element(0xAE, number(0xD7, 2) + number(0x83, 17) + element(0x86, b"S_TEXT/UTF8") + element(0x536E, WORD))
    clusters = b"".join(
        element(0x1F43B675, number(0xE7, start) + b"".join(
            element(0xA3, b"\x81" + struct.pack(">h", offset) + b"\x80" + PACKET) for offset in range(0, 500, 20))
            + element(0xA0, element(0xA1, b"\x82" + struct.pack(">h", 0) + b"\0" + WORD) + number(0x9B, 20))
            + element(0xA0, element(0xA1, b"\x81" + struct.pack(">h", 480) + b"\0" + PACKET) + element(0x75A1, WORD)),
            known=not open_ended)
        for start in (0, 500))
    tags = element(0x1254C367, element(0x7373, element(0x67C8, element(0x45A3, b"TITLE") + element(0x4487, WORD))))
    cover = element(0x1941A469, element(0x61A7, element(0x466E, WORD) + element(0x465C, WORD * 9)))
    seek = element(0x114D9B74, element(0x4DBB, element(0x53AB, b"\x12\x54\xc3\x67") + number(0x53AC, 1234))
                   + element(0x4DBB, element(0x53AB, b"\x15\x49\xa9\x66") + number(0x53AC, 99)))
    body = element(0xBF, b"\1\2\3\4") + seek + tags + info + element(0x1654AE6B, voice + words) + cover + clusters
    return head + element(0x18538067, body + tags, known=not open_ended) + extra


# -- MP4


def box(kind: bytes, *bodies: bytes) -> bytes:
    body = b"".join(bodies)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def full(kind: bytes, *bodies: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *bodies)


SAMPLES = [bytes([n + 1]) * (20 + n) for n in range(50)]
"""What stands for fifty frames of AAC, 1024 ticks each at 48,000 a second."""

CHAPTERS = [b"\0\x20" + WORD + b" one", b"\0\x20" + WORD + b" two"]


def mp4(*, large: bool = False, handler: bytes = b"soun", codec: bytes = b"mp4a", trailing: bytes = b"") -> bytes:
    """Sound in chunks of ten with chapters, as a track of words, lying between them; places and titles all over."""
    start = box(b"ftyp", b"M4A ", bytes(4), b"M4A isom")
    free = box(b"free", WORD)
    chunks = [b"".join(SAMPLES[n:n + 10]) for n in range(0, 50, 10)]
    offset = len(start) + len(free) + (16 if large else 8)
    places, chapter_places, sound = [], [], b"left over " + WORD
    for number_, chunk in enumerate(chunks):
        places.append(offset + len(sound))
        sound += chunk
        if number_ < len(CHAPTERS):
            chapter_places.append(offset + len(sound))
            sound += CHAPTERS[number_]
    wrapped = struct.pack(">I4sQ", 1, b"mdat", 16 + len(sound)) + sound if large else box(b"mdat", sound)
    moov = box(
        b"moov", movie_head(50 * 1024), track(1, handler, codec, SAMPLES, places, 10, large),
        track(2, b"text", b"tx3g", CHAPTERS, chapter_places, 1, False), user_data(), box(b"uuid", WORD * 2))
    return start + free + wrapped + moov + full(b"meta", WORD) + trailing


def movie_head(ticks: int) -> bytes:
    return full(b"mvhd", struct.pack(">IIII", 0xE1234567, 0xE1234568, 48_000, ticks), bytes(80))


def user_data() -> bytes:
    """Where it was recorded, as phones write it, and a title, as players write it."""
    return box(
        b"udta", box(b"\xa9xyz", struct.pack(">HH", len(WORD), 0x15C7), WORD), box(b"loci", WORD), full(
            b"meta", full(b"hdlr", bytes(4), b"mdirappl", bytes(9)), box(b"ilst", box(b"\xa9nam", box(b"data", WORD)))))


def track(identity: int, handler: bytes, codec: bytes, samples: list[bytes], places: list[int], per_chunk: int,
          large: bool) -> bytes:
    """One track with its tables. Version 1 of the heads, with longer dates, for the sound."""
    head = full(b"tkhd", struct.pack(">QQIIQ", 0xE1234567, 0xE1234567, identity, 0, 51_200), bytes(60), version=1)
    media_head = full(b"mdhd", struct.pack(">QQIQ", 0xE1234567, 0xE1234567, 48_000, 51_200), b"\x55\xc4\0\0", version=1)
    named = full(b"hdlr", bytes(4), handler, b"appl" + bytes(8), b"Recorder of " + WORD + b"\0")
    entry = box(codec, bytes(6), b"\0\1", bytes(8), struct.pack(">HHHHI", 1, 16, 0, 0, 48_000 << 16),
                full(b"esds", b"\x03\x19\0\0"), box(b"note", WORD))
    offsets = full(b"co64", struct.pack(f">I{len(places)}Q", len(places), *places)) if large else full(
        b"stco", struct.pack(f">I{len(places)}I", len(places), *places))
    table = box(
        b"stbl", full(b"stsd", struct.pack(">I", 1), entry),
        full(b"stts", struct.pack(">III", 1, len(samples), 1024)),
        full(b"stsc", struct.pack(">IIII", 1, 1, per_chunk, 1)),
        full(b"stsz", struct.pack(f">II{len(samples)}I", 0, len(samples), *map(len, samples))), offsets)
    here = box(b"dinf", full(b"dref", struct.pack(">I", 1), full(b"url ", WORD, flags=1)))
    return box(
        b"trak", head, box(b"mdia", media_head, named, box(b"minf", full(b"smhd", bytes(4)), here, table)), user_data())


def fragmented_mp4(relative: bool = True) -> bytes:
    """Two fragments of 25 frames as recorders in browsers write them, with words beside the sound in each."""
    empty = box(b"moov", movie_head(0), empty_track(1, b"soun", b"mp4a"), empty_track(2, b"meta", b"mebx"), box(
        b"mvex", full(b"trex", struct.pack(">IIIII", 1, 1, 1024, 0, 0)), full(b"trex", bytes(20))), user_data())
    file = box(b"ftyp", b"iso5", bytes(4), b"iso5mp41") + empty
    for number_, first in enumerate((0, 25), 1):
        samples = SAMPLES[first:first + 25]
        words = WORD + b" second by second"
        length = len(moof(number_, samples, words, 0, 0, relative))
        file += moof(number_, samples, words, length + 8, len(file), relative)
        file += box(b"mdat", b"".join(samples), words) + box(b"emsg", WORD)
    return file


def empty_track(identity: int, handler: bytes, codec: bytes) -> bytes:
    whole = track(identity, handler, codec, [], [], 1, False)
    return whole.replace(struct.pack(">IQ", 48_000, 51_200), struct.pack(">IQ", 48_000, 0))


def moof(number_: int, samples: list[bytes], words: bytes, offset: int, at: int, relative: bool) -> bytes:
    sound = sum(map(len, samples))
    base = full(b"tfhd", struct.pack(">I", 1), flags=0x20000) if relative else full(
        b"tfhd", struct.pack(">IQ", 1, at), flags=0x1)
    voice = box(b"traf", base, full(b"tfdt", struct.pack(">I", (number_ - 1) * 25_600)), full(
        b"trun", struct.pack(f">Ii{len(samples)}I", len(samples), offset, *map(len, samples)), flags=0x201))
    told = box(b"traf", full(b"tfhd", struct.pack(">I", 2), flags=0x20000), full(
        b"trun", struct.pack(">IiII", 1, offset + sound, 1024, len(words)), flags=0x301))
    return box(b"moof", full(b"mfhd", struct.pack(">I", number_)), voice, told, box(b"uuid", WORD))
