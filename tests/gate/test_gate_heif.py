"""HEIC and AVIF pictures: the place, the words and what is kept beside, read from the boxes."""

import struct

import pytest
from hypothesis import given, settings
from PIL import Image
from tests.gate.cases.making import SECRET, picture
from tests.gate.fuzz.damage import DAMAGE
from tests.gate.fuzz.outcome import CPU_SECONDS, VERDICTS, judged

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import FileReport
from answerable.model import Severity

PICTURE, MORE = b"\1\2\3picture" * 8, b"\4\5\6another" * 8
XMP = "<x:xmpmeta><rdf:Description exif:GPSLatitude='51,30.0N'/></x:xmpmeta>"


def exif(place: bool = True, artist: str = "") -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = 1
    if artist:
        made[0x013B] = artist
    if place:
        where = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}
        made.get_ifd(0x8825).update(where)
    return made


def box(kind: str, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind.encode() + body


def heic(
    items: list[tuple[str, bytes]] | None = None,
    *,
    links: bytes = b"",
    properties: bytes = b"",
    tail: bytes = b"",
    brand: bytes = b"heic",
    loose: bytes = b"",
    wide: bool = False,
) -> bytes:
    """A picture as item 1, and further items of a kind ("Exif", "mime:TYPE", "hvc1") by number."""
    bodies = [("hvc1", PICTURE), *(items or [])]
    head = box("ftyp", brand + b"\0\0\0\0" + brand)
    code = ">I" if wide else ">H"

    def meta(start: int) -> bytes:
        infos, places = b"", b""
        for number, (kind, body) in enumerate(bodies, 1):
            kind, _, content = kind.partition(":")
            words = kind.encode() + b"\0" + (content.encode() + b"\0" if content else b"")
            version = b"\3\0\0\0" if wide else b"\2\0\0\0"
            infos += box("infe", version + struct.pack(code, number) + b"\0\0" + words)
            method = b"\0\0" if wide else b""
            places += struct.pack(code, number) + method + b"\0\0\0\1"
            places += struct.pack(">II", start, len(body))
            start += len(body)
        count = struct.pack(code, len(bodies))
        return box(
            "meta",
            bytes(4)
            + box("pitm", bytes(4) + b"\0\1")
            + box("iinf", (b"\1" if wide else b"\0") + bytes(3) + count + infos)
            + box("iloc", (b"\2" if wide else b"\0") + bytes(3) + b"\x44\0" + count + places)
            + (box("iref", bytes(4) + links) if links else b"")
            + box("iprp", box("ipco", box("ispe", bytes(4) + b"\0\0\0\x40" * 2) + properties)),
        )

    begun = len(head) + len(meta(0)) + 8
    data = b"".join(body for _, body in bodies) + loose
    return head + meta(begun) + box("mdat", data) + tail


def look(data: bytes, name: str = "a.heic") -> FileReport:
    return inspect_here(data, name, DEFAULT, "full")


def found(data: bytes) -> dict[str, Severity]:
    return {finding.slug: finding.severity for finding in look(data).findings}


TIFF = exif().tobytes().removeprefix(b"Exif\0\0")
PLACED = ("Exif", bytes(4) + TIFF)


@pytest.mark.parametrize("wide", [False, True])
def test_the_place_of_a_picture_is_found(wide):
    report = look(heic([PLACED], wide=wide))
    assert (report.format, report.verdict) == ("heic", "hold")
    assert "51.5000 N" in report.findings[0].excerpt


def test_exif_data_may_begin_further_in():
    body = struct.pack(">I", 6) + b"Exif\0\0" + TIFF
    assert "exif_gps" in found(heic([("Exif", body)]))


def test_a_picture_of_another_program_is_read_as_well():
    placed = look(picture("AVIF", exif=exif(artist=SECRET)), "a.avif")
    assert {"exif_gps", "metadata"} == {finding.slug for finding in placed.findings}
    assert look(picture("AVIF", exif=exif(place=False)), "a.avif").verdict == "pass"
    assert look(picture("AVIF"), "a.avif").findings == ()


@pytest.mark.parametrize(
    "data",
    [
        heic(),
        heic(brand=b"mif1"),
        heic([("Exif", bytes(4) + exif(place=False).tobytes().removeprefix(b"Exif\0\0"))]),
        heic([("mime:application/rdf+xml", b"<x:xmpmeta>words</x:xmpmeta>")]),
        heic([("hvc1", MORE)], links=box("auxl", b"\0\2\0\1\0\1")),
        heic([("hvc1", MORE)], links=box("dimg", b"\0\1\0\1\0\2")),
        heic(tail=box("free", bytes(64))),
        heic(loose=bytes(64)),
    ],
)
def test_a_picture_that_says_nothing_of_anybody_passes(data):
    assert look(data).verdict == "pass"


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (heic([("mime:application/rdf+xml", XMP.encode())]), "exif_gps"),
        (heic([("hvc1", MORE)]), "more_pictures"),
        (heic([("hvc1", MORE)], links=box("thmb", b"\0\2\0\1\0\1")), "thumbnail"),
        (heic(properties=box("clap", bytes(32))), "cropped_picture"),
        (heic([("uri ", SECRET.encode())]), "cannot_see_inside"),
        (heic([("mime:text/plain", SECRET.encode())]), "cannot_see_inside"),
        (heic(tail=box("uuid", SECRET.encode())), "cannot_see_inside"),
        (heic(tail=box("moov", bytes(8))), "cannot_see_inside"),
        (heic(tail=box("free", SECRET.encode())), "trailing_data"),
        (heic(loose=SECRET.encode() * 2), "trailing_data"),
        (heic(tail=SECRET.encode()), "cannot_see_inside"),
        (heic([PLACED])[:-40], "cannot_see_inside"),
        (heic(brand=b"isom"), "cannot_see_inside"),
        (heic([("Exif", bytes(4) + b"II*\0" + b"\xff" * 30)]), "cannot_see_inside"),
    ],
)
def test_what_is_kept_beside_the_picture_is_found(data, slug):
    assert slug in found(data)


def test_a_part_that_names_the_whole_file_many_times_is_held():
    data = heic([("Exif", TIFF)])
    place = data.index(b"iloc") + 4
    last = data.index(struct.pack(">I", len(TIFF)), place) - 6
    assert data[last : last + 2] == b"\0\1"
    for count in (b"\xff\xff", b"\0\x09"):
        assert "cannot_see_inside" in found(data[:last] + count + data[last + 2 :])


@settings(max_examples=200, deadline=None)
@given(DAMAGE)
def test_a_damaged_picture_gets_a_verdict(damage):
    for whole in (heic([PLACED]), picture("AVIF", exif=exif())):
        verdict, seconds = judged(damage(whole), "a.heic")
        assert verdict in VERDICTS
        assert seconds < CPU_SECONDS


def test_a_picture_too_large_to_open_is_refused():
    large = box("ispe", bytes(4) + b"\0\1\0\0" * 2)
    report = look(heic(properties=large))
    assert report.verdict == "refuse"
    assert "too large" in report.error
