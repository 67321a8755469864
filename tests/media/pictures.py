"""Pictures made for the tests: an arrow that shows which way is up, and photos that carry too much along."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

SAMPLES = Path(__file__).parent.parent / "data" / "photos"

CANARY = "KANARIE-in-de-mijn"
"""A word that must not be found in anything that is kept."""

RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 160, 60), (40, 60, 200), (230, 210, 40)

ORIENTATION, GPS, MAKER_NOTE = 0x0112, 0x8825, 0x927C

pillow_heif.register_heif_opener()


def arrow(width: int = 480, height: int = 320) -> Image.Image:
    """An arrow that points up, each corner in its own colour: red, green, blue, yellow, clockwise from top left."""
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    side = height // 4
    for colour, left, top in (
        (RED, 0, 0), (GREEN, width - side, 0), (BLUE, width - side, height - side), (YELLOW, 0, height - side)):
        draw.rectangle((left, top, left + side, top + side), colour)
    middle = width // 2
    draw.line((middle, height - 20, middle, 40), "black", 16)
    draw.polygon(((middle, 10), (middle - 40, 80), (middle + 40, 80)), "black")
    return picture


def corners(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The colours a little inside the corners, clockwise from top left."""
    picture = picture.convert("RGB")
    right, bottom = picture.width - 8, picture.height - 8
    return [picture.getpixel(place) for place in ((8, 8), (right, 8), (right, bottom), (8, bottom))]


def alike(colour: tuple[int, int, int], other: tuple[int, int, int], most: int = 24) -> bool:
    """Whether two colours differ no more than encoding makes them."""
    return max(abs(one - two) for one, two in zip(colour, other, strict=True)) <= most


def encoded(picture: Image.Image, format: str, **options: object) -> bytes:
    """The picture as a file."""
    file = BytesIO()
    picture.save(file, format, **options)
    return file.getvalue()


def held(picture: Image.Image, orientation: int) -> Image.Image:
    """The picture as a camera stores it that was held so: turned the other way round."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270}
    return picture.transpose(back[orientation]) if orientation in back else picture


def telling_exif(orientation: int = 1) -> Image.Exif:
    """EXIF that tells where, when, by whom and with what the photo was made."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010E] = f"description {CANARY}"
    exif[0x010F] = f"camera {CANARY}"
    exif[0x0132] = "2024:05:17 12:34:56"
    exif[0x013B] = f"artist {CANARY}"
    exif[0x9C9C] = CANARY.encode("utf-16-le")
    gps = exif.get_ifd(GPS)
    gps[1], gps[2], gps[3], gps[4] = "N", (52.0, 0.0, 41.76), "E", (4.0, 21.0, 25.56)
    gps[29] = f"2024:05:17 {CANARY}"
    return exif


def exif_with_thumbnail() -> bytes:
    """EXIF whose second directory holds a small JPEG with the word in its comment, as cameras write it."""
    thumbnail = encoded(arrow(120, 80), "JPEG", comment=CANARY.encode())
    entries = ((0x0103, 3, 6), (0x0201, 4, 8 + 6 + 6 + 3 * 12), (0x0202, 4, len(thumbnail)))
    first = struct.pack(">HI", 0, 14)
    second = struct.pack(">H", len(entries)) + b"".join(
        struct.pack(">HHIHH", tag, kind, 1, value, 0) if kind == 3 else struct.pack(">HHII", tag, kind, 1, value)
        for tag, kind, value in entries) + bytes(4)
    return b"Exif\0\0MM\0*" + struct.pack(">I", 8) + first + second + thumbnail


def xmp() -> bytes:
    """An XMP packet with the word and a place."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description exif:GPSLatitude="52,0.696N" dc:title="{CANARY}"/></rdf:RDF></x:xmpmeta>').encode()


def swapped_profile() -> bytes:
    """A colour profile in which red means green: a photo that carries it must change its colours to look right."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[:] = profile.replace(b"rXYZ", b"#XYZ", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"#XYZ", b"gXYZ", 1)
    return bytes(profile)


def telling_jpeg() -> bytes:
    """A JPEG with all that phones put in, and a film behind its end."""
    data = encoded(
        arrow(), "JPEG", exif=telling_exif(), comment=f"comment {CANARY}".encode(), xmp=xmp(),
        icc_profile=swapped_profile() + CANARY.encode())
    return data + b"\0\0\0\x18ftypmp42" + CANARY.encode() * 20


def telling_png() -> bytes:
    """A PNG with texts of every sort, EXIF, a profile, and more behind its end."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", CANARY)
    texts.add_text("Title", CANARY * 30, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", xmp().decode())
    return encoded(arrow(), "PNG", pnginfo=texts, exif=telling_exif()) + CANARY.encode()


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims to be so large, in less than a hundred bytes."""
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(
        b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


def jpeg_header(width: int, height: int) -> bytes:
    """A small JPEG whose frame claims to be so large."""
    data = bytearray(encoded(arrow(), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5:frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def jpeg_markers(data: bytes) -> list[int]:
    """The markers of a JPEG in order, up to and with its end; fails where anything follows."""
    found, position = [0xD8], 2
    while True:
        marker = data[position + 1]
        found.append(marker)
        if marker == 0xDA:
            break
        position += 2 + int.from_bytes(data[position + 2:position + 4], "big")
    assert data.index(b"\xff\xd9", position) == len(data) - 2
    return found


def webp_chunks(data: bytes) -> list[bytes]:
    """The chunks of a WebP in order; fails where anything follows."""
    assert int.from_bytes(data[4:8], "little") + 8 == len(data)
    found, position = [], 12
    while position < len(data):
        found.append(data[position:position + 4])
        size = int.from_bytes(data[position + 4:position + 8], "little")
        position += 8 + size + size % 2
    return found
