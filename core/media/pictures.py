"""Pictures from outside, read with suspicion and made anew: only their pixels go on, never their bytes or what they
tell about the place and the camera."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

from core.errors import Refusal
from core.media.rules import LARGEST_PICTURE, LONGEST_SIDE, MEGABYTE, MOST_PIXELS, widths_for

register_heif_opener(thumbnails=False)  # which library this is, and why: docs/decisions/0027

# Other decoders of the library are never tried. JPEG covers those with a second picture behind the first.
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
QUALITY = {"webp": 80, "jpg": 84}
# For WhatsApp, which shows JPEG and PNG only; pages take the smaller WebP.
JPEG_WIDTH = 1280
PHOTO_SIDE = 1600  # of a customer's photo as staff see it
BROKEN = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of a picture: `name` is made of its digest, width and format."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Copies:
    """A picture in all its sizes; `digest` is 32 hex digits, the same for the same pixels."""

    digest: str
    width: int
    height: int
    files: tuple[Copy, ...]


def make_copies(content: bytes) -> Copies:
    """A picture of ours in the sizes that pages choose from, as WebP, and once as JPEG for WhatsApp.

    Raises Refusal `picture-too-large`(megabytes), `picture-too-many-pixels`(megapixels), `picture-unreadable`.
    """
    picture = read_picture(content, longest=JPEG_WIDTH * 4)
    widest = _fit(picture, min(picture.width, JPEG_WIDTH))
    jpeg = _write(widest, "jpg")
    digest = hashlib.sha256(jpeg).hexdigest()[:32]
    webp = [Copy(f"{digest}-{width}.webp", _write(_fit(picture, width), "webp")) for width in widths_for(picture.width)]
    return Copies(digest, picture.width, picture.height, (*webp, Copy(f"{digest}-{widest.width}.jpg", jpeg)))


def make_photo(content: bytes) -> bytes:
    """A customer's photo as JPEG that staff can look at. Raises Refusal as `make_copies` does."""
    picture = read_picture(content, longest=PHOTO_SIDE)
    picture.thumbnail((PHOTO_SIDE, PHOTO_SIDE))
    return _write(picture, "jpg")


def read_picture(content: bytes, *, longest: int) -> Image.Image:
    """The pixels, upright and in sRGB, on white where it was transparent; nothing that came with them.

    A JPEG whose sides are far longer than `longest` is decoded smaller. Raises Refusal as `make_copies` does.
    """
    if len(content) > LARGEST_PICTURE:
        raise Refusal("picture-too-large", megabytes=LARGEST_PICTURE // MEGABYTE)
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
        # The header says so much before a single pixel is decoded: a bomb is never unpacked.
        if picture.width * picture.height > MOST_PIXELS or max(picture.size) > LONGEST_SIDE:
            raise Refusal("picture-too-many-pixels", megapixels=MOST_PIXELS // 1_000_000)
        picture.draft("RGB", (longest, longest))
        upright = ImageOps.exif_transpose(picture)
        plain = _in_rgb(upright)
    except (*BROKEN, Image.DecompressionBombWarning) as error:
        raise Refusal("picture-unreadable") from error
    plain.info = {}
    return plain


def _in_rgb(picture: Image.Image) -> Image.Image:
    """sRGB without transparency; a profile that nobody understands is left out."""
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data:
        with_alpha = picture.convert("RGBA")
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, with_alpha)
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            converted = None
        if converted is not None:
            return converted
    return picture.convert("RGB")


def _fit(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def _write(picture: Image.Image, format_name: str) -> bytes:
    written = BytesIO()
    if format_name == "webp":
        picture.save(written, "WEBP", quality=QUALITY["webp"], method=4)
    else:
        picture.save(written, "JPEG", quality=QUALITY["jpg"], optimize=True, progressive=True)
    return written.getvalue()
