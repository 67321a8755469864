"""How much a photo or recording may weigh and measure before it is refused."""

from dataclasses import dataclass

_BY_LINE = 220_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a file as it arrives, and pixels of a photo as its header tells them.

    Most formats are unpacked whole (3 to 8 bytes a pixel), so `pixels` bounds the memory. A baseline JPEG is shrunk
    line by line as it is read and may have `pixels_by_line`: room for the 200 megapixels of today's largest phones.
    """

    photo_bytes: int = 40_000_000
    sound_bytes: int = 50_000_000
    pixels: int = 120_000_000
    pixels_by_line: int = _BY_LINE

    @classmethod
    def of(cls, *, form_megabytes: int, photo_megabytes: int, sound_megabytes: int, megapixels: int) -> "Limits":
        """The limits of an installation. No file is larger than a whole form may be."""
        return cls(min(photo_megabytes, form_megabytes) * 1_000_000, min(sound_megabytes, form_megabytes) * 1_000_000,
                   megapixels * 1_000_000, min(2 * megapixels * 1_000_000, _BY_LINE))


LIMITS = Limits()
