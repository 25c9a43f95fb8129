"""Pictures from outside: only pixels go on, and what could do harm is refused before it is unpacked."""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base
from pillow_heif import libheif_info

from core.errors import Refusal
from core.media.links import attachment_path, is_good
from core.media.pictures import make_copies, make_photo
from core.media.rules import LARGEST_PICTURE, show, type_of, widths_for
from pages.origins import form_token

SECRET = "Lakeside 7"


def photo(format_name: str = "JPEG", size: tuple[int, int] = (900, 600), mode: str = "RGB") -> bytes:
    """A picture that tells where it was taken, lies on its side, and is red on its left and blue on its right."""
    picture = Image.new(mode, size, "red") if mode != "CMYK" else Image.new(mode, size, (0, 255, 255, 0))
    if mode == "RGB":
        picture.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.ImageDescription] = SECRET
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (12.0, 58.0, 17.0)
    more = {"comment": SECRET.encode()} if format_name == "JPEG" else {}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    written = BytesIO()
    picture.save(written, format_name, exif=exif.tobytes(), icc_profile=profile if mode == "RGB" else None, **more)
    return written.getvalue()


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_picture_of_every_kind_comes_out_upright_and_tells_nothing(format_name: str) -> None:
    content = photo(format_name)
    assert SECRET.encode() in content
    copies = make_copies(content)
    assert (copies.width, copies.height) == (600, 900)
    assert [file.name for file in copies.files] == [
        f"{copies.digest}-{name}" for name in ("320.webp", "600.webp", "600.jpg")
    ]
    for file in copies.files:
        shown = Image.open(BytesIO(file.content))
        assert not shown.getexif()
        assert not {"exif", "icc_profile", "comment", "xmp"} & shown.info.keys()
        assert SECRET.encode() not in file.content
        top, bottom = shown.convert("RGB").getpixel((10, 10)), shown.convert("RGB").getpixel((10, shown.height - 10))
        assert top[0] > 200 > bottom[0], "the left side of one that lies is its top"  # type: ignore[index]


def test_a_picture_without_a_profile_tells_nothing_either() -> None:
    grey = photo(mode="L")
    assert SECRET.encode() in grey
    for content in (make_photo(grey), *(file.content for file in make_copies(grey).files)):
        assert SECRET.encode() not in content


def test_the_same_picture_has_the_same_name_and_another_one_another() -> None:
    assert make_copies(photo()).digest == make_copies(photo()).digest
    assert make_copies(photo()).digest != make_copies(photo(size=(901, 600))).digest


@pytest.mark.parametrize(
    ("mode", "format_name"), [("CMYK", "JPEG"), ("L", "JPEG"), ("LA", "PNG"), ("P", "PNG"), ("I;16", "PNG")]
)
def test_pixels_of_every_kind_become_plain_ones(mode: str, format_name: str) -> None:
    written = BytesIO()
    Image.new(mode, (40, 30)).save(written, format_name)
    assert Image.open(BytesIO(make_photo(written.getvalue()))).mode == "RGB"


def test_what_is_transparent_lies_on_white() -> None:
    written = BytesIO()
    Image.new("RGBA", (40, 30), (255, 0, 0, 0)).save(written, "PNG")
    assert Image.open(BytesIO(make_photo(written.getvalue()))).getpixel((5, 5)) == (255, 255, 255)


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes whose header promises so many pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [header, b"IDAT" + zlib.compress(b"\0" * 1000), b"IEND"]
    framed = [struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


ODD = {
    "a bomb": (bomb(10_000, 6_000), "picture-too-many-pixels"),
    "a line": (bomb(30_000, 1), "picture-too-many-pixels"),
    "a bomb that the library itself fears": (bomb(40_000, 40_000), "picture-unreadable"),
    "too many bytes": (b"\xff\xd8\xff" + b"\0" * LARGEST_PICTURE, "picture-too-large"),
    "half a photo": (photo()[:900], "picture-unreadable"),
    "half a HEIC": (photo("HEIF")[:700], "picture-unreadable"),
    "a drawing with a script": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        "picture-unreadable",
    ),
    "a page": (b"<html><script>1</script>", "picture-unreadable"),
    "a format that nobody needs": (b"8BPS\0\1" + b"\0" * 60, "picture-unreadable"),
    "nothing": (b"", "picture-unreadable"),
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_picture_of_ours_is_refused(what: str) -> None:
    content, code = ODD[what]
    for make in (make_copies, make_photo):
        with pytest.raises(Refusal) as refused:
            make(content)
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("width", "widths"),
    [(1, (1,)), (320, (320,)), (500, (320, 500)), (1280, (320, 640, 1280)), (4000, (320, 640, 1280))],
)
def test_no_copy_is_wider_than_the_picture(width: int, widths: tuple[int, ...]) -> None:
    assert widths_for(width) == widths


TYPES = {
    b"OggS\0\2": ("audio/ogg", "inline"),
    b"#!AMR\n": ("audio/amr", "inline"),
    b"\0\0\0\x18ftypmp42": ("video/mp4", "inline"),
    b"\xff\xd8\xff\xe0": ("image/jpeg", "inline"),
    b"%PDF-1.7": ("application/pdf", "attachment"),
    b"<svg onload='alert(1)'>": ("application/octet-stream", "attachment"),
    b"<!doctype html><script>": ("application/octet-stream", "attachment"),
    b"GIF89a": ("application/octet-stream", "attachment"),
    b"PK\3\4": ("application/octet-stream", "attachment"),
}


@pytest.mark.parametrize("content", TYPES)
def test_a_file_is_what_its_first_bytes_say_and_harmless_as_that(content: bytes) -> None:
    mime_type, disposition = TYPES[content]
    shown = show(content, type_of(content), filename='b"ill\r\n.html', cache="private")
    assert shown.mime_type == mime_type
    assert shown.headers["Content-Disposition"].partition(";")[0] == disposition
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert not set('\r\n"') & set("".join(shown.headers.values()))


def test_a_type_that_somebody_claims_is_shown_only_when_it_is_safe() -> None:
    for claimed in ("text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript"):
        assert show(b"x", claimed, cache="private").mime_type == "application/octet-stream"


def test_the_decoder_of_strangers_photos_is_a_mended_one() -> None:
    """Versions before these run code of whoever made the picture (docs/decisions/0027)."""
    found = libheif_info()
    assert numbers(found["libheif"]) >= (1, 23, 4)
    assert numbers(found["decoders"]["libde265"].rpartition(" ")[2]) >= (1, 1, 3)
    assert list(found["decoders"]) == ["libde265"], "no other decoder is in the wheel"


def numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


MOMENT = datetime(2027, 5, 2, 6, 0, tzinfo=UTC)
KEY = "a-secret-key-of-the-tests"


@given(st.integers(0, 200), st.integers(0, 10**12), st.integers(-5, 5))
def test_a_link_to_a_file_opens_that_file_until_its_end_and_nothing_else(other: int, until: int, later: int) -> None:
    """Whatever number and end somebody writes beside a proof of ours, or whatever else of ours they take for one."""
    path, proof = attachment_path(12, MOMENT, KEY).split("&proof=")
    end = int(path.partition("until=")[2])
    assert is_good(12, end, proof, MOMENT, KEY)
    assert is_good(other, end, proof, MOMENT, KEY) is (other == 12)
    assert is_good(12, until, proof, MOMENT, KEY) is (until == end)
    assert is_good(12, end, proof, datetime.fromtimestamp(end + later, UTC), KEY) is (later <= 0)
    assert not is_good(12, end, form_token(KEY, f"attachment:12:{end}"), MOMENT, KEY)
    assert not is_good(12, end, proof, MOMENT, "another-shop's-key")
