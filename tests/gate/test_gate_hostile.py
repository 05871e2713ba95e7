"""Files built to harm are refused or held, quickly, and the program goes on."""

import io
import time
import zipfile

import pikepdf
import pytest
from tests.gate.cases.making import picture
from tests.gate.cases.others import mail, pdf

from answerable.gate import DEFAULT, inspect_bytes
from answerable.gate.inspecting import inspect_here


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return out.getvalue()


def nested(depth: int) -> bytes:
    data = b"x"
    for _ in range(depth):
        data = archive({"a.zip": data})
    return data


def word(main: bytes) -> bytes:
    relation = b'<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
    return archive(
        {"[Content_Types].xml": b"<Types/>", "_rels/.rels": relation, "word/document.xml": main}
    )


DOCTYPE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>'

CASES = {
    "bomb.zip": (lambda: archive({"a.txt": b"0" * 100_000_000}), "refuse"),
    "many.zip": (lambda: archive({f"{n}.txt": b"" for n in range(10_001)}), "refuse"),
    "nested.zip": (lambda: nested(8), "refuse"),
    "outside.zip": (lambda: archive({"../../a.txt": b"x"}), "refuse"),
    "outside.docx": (lambda: word(DOCTYPE), "refuse"),
    "late.docx": (lambda: word(b" " * 9000 + DOCTYPE), "refuse"),
    "wide.docx": (lambda: word(DOCTYPE.decode().encode("utf-16")), "refuse"),
    "deep.docx": (
        lambda: word(b"<document>" + b"<p>" * 50_000 + b"</p>" * 50_000 + b"</document>"),
        "hold",
    ),
    "cut.zip": (lambda: archive({"a.txt": b"words" * 100})[:-30], "hold"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_turned_away_quickly(name):
    make, verdict = CASES[name]
    data = make()
    start = time.perf_counter()
    report = inspect_bytes(data, name)
    assert report.verdict == verdict, report
    assert time.perf_counter() - start < 10


def sentence(data: bytes, name: str) -> str:
    report = inspect_here(data, name, DEFAULT)
    assert report.verdict == "hold"
    return report.findings[0].message


def test_what_a_damaged_file_breaks_is_said_in_a_sentence():
    odd = pdf().replace(b"/BaseFont", b"/BaseF\xf8nt")
    assert "a name that cannot be read" in sentence(odd, "a.pdf")
    form = pdf(change=lambda made: setattr(made.Root, "AcroForm", pikepdf.Dictionary(Fields=7)))
    assert "damaged inside" in sentence(form, "a.pdf")
    short = picture("WEBP")[:28]
    assert "picture" in sentence(short, "a.webp")


def test_a_mail_in_an_unknown_character_set_is_read_all_the_same():
    made = mail("About the ward.").as_bytes().replace(b'charset="utf-8"', b'charset="x-none"')
    assert b"x-none" in made
    assert inspect_here(made, "a.eml", DEFAULT).verdict == "pass"
