"""A picture on a fresh canvas: shrunk, upright, in the colours of every screen, and nothing but the picture."""

from io import BytesIO

from PIL import Image, ImageCms

PAPER = (255, 253, 246)
"""What shows through transparent parts: the paper of every screen and page (red, green, blue)."""

ORIENTATION = 0x0112

TURNS: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation (how the camera was held) -> what turns the picture upright. 1 and nonsense: leave it."""

_SRGB = ImageCms.createProfile("sRGB")
_MODE_OF_PROFILE = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}

# A large photo is averaged to at least twice the wanted size before the fine resampling: quick, small in memory, and
# no difference to see. It is done in strips of so many averaged rows.
_GAP = 2
_STRIP = 64


def fresh(image: Image.Image, longest: int) -> Image.Image:
    """A new RGB image with longest side at most `longest` pixels, never enlarged, without any metadata.

    `image` is opened but not yet read; it is used up. Raises what the decoder raises for a damaged file.
    """
    turn = TURNS.get(_orientation(image))
    profile = image.info.get("icc_profile")
    # A JPEG can be read at half, a quarter or an eighth of its size, which costs less than reading all of it.
    image.draft(None, (longest * _GAP, longest * _GAP))
    image = _averaged(image, max(image.size) // (longest * _GAP))
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    if turn is not None:
        image = image.transpose(turn)
    colours, alpha = _parted(image)
    canvas = Image.new("RGB", image.size, PAPER)
    canvas.paste(_in_srgb(colours, profile), (0, 0), alpha)
    return canvas


def smaller(canvas: Image.Image, longest: int) -> Image.Image:
    """A copy with longest side at most `longest` pixels."""
    copy = canvas.copy()
    copy.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return copy


def _orientation(image: Image.Image) -> int:
    """1 to 8. HEIC tells its turns elsewhere and arrives upright; damaged EXIF means 1."""
    try:
        return image.getexif().get(ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError):
        return 1


def _averaged(image: Image.Image, factor: int) -> Image.Image:
    """The picture with `factor` x `factor` pixels made into one, as colours that can be resampled."""
    if factor < 2:
        return _resizable(image)
    width, height = image.size
    tops = range(0, height, factor * _STRIP)
    strips = [
        _resizable(image.crop((0, top, width, min(top + factor * _STRIP, height)))).reduce(factor) for top in tops]
    averaged = Image.new(strips[0].mode, (strips[0].width, sum(strip.height for strip in strips)))
    for number, strip in enumerate(strips):
        averaged.paste(strip, (0, number * _STRIP))
    return averaged


def _resizable(image: Image.Image) -> Image.Image:
    """The same picture in a mode that can be averaged: palettes and single bits can't, sixteen bits get lost."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "1":
        return image.convert("L")
    # A palette, or a colour that stands for "nothing here".
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def _parted(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """The colours and, where there is one, the mask of what can be seen."""
    if image.mode in ("RGBA", "LA"):
        image = image.convert("RGBA")
        return image.convert("RGB"), image.getchannel("A")
    return image, None


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """In sRGB by the photo's own colour profile. A profile that does not fit or can't be read is passed over."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if _MODE_OF_PROFILE.get(source.profile.xcolor_space.strip()) == image.mode:
                return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
        except (OSError, ImageCms.PyCMSError):
            pass
    return image.convert("RGB")
