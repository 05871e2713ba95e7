"""Small files that ask for much: turned away before they are taken apart."""

import io
import zipfile
import zlib

import pikepdf
import pytest

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT, TooMuchError
from answerable.gate.readers import mail_weight, pdf_weight
from answerable.gate.report import FileReport
from answerable.model import Severity


def looked(data: bytes, name: str) -> FileReport:
    return inspect_here(data, name, DEFAULT)


def paper(*forms: bytes, content: bytes = b"/F0 Do", packed: int = 0) -> bytes:
    """A page that draws the first form; every form may draw any of them by its number."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    made = [pdf.make_indirect(pikepdf.Stream(pdf, one)) for one in forms]
    named = pikepdf.Dictionary({f"/F{number}": one for number, one in enumerate(made)})
    for one in made:
        one.Type, one.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        one.BBox = pikepdf.Array([0, 0, 200, 200])
        one.Resources = pikepdf.Dictionary(XObject=named)
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(XObject=named)
    page.Contents = pdf.make_stream(content)
    for _ in range(packed):
        content = zlib.compress(content, 9)
    if packed:
        filters = pikepdf.Array([pikepdf.Name.FlateDecode] * packed)
        page.Contents.write(content, filter=filters)
    out = io.BytesIO()
    pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


@pytest.mark.parametrize(
    "forms",
    [(b"/F0 Do",), (b"/F1 Do", b"/F0 Do"), (b"q /F#31 Do Q", b"q /F0 Do Q")],
)
def test_a_pdf_whose_drawing_draws_itself_is_refused(forms: tuple[bytes, ...]) -> None:
    report = looked(paper(*forms), "a.pdf")
    assert report.verdict == "refuse"
    assert "draws a part of its pages within itself" in report.error


def test_drawings_that_multiply_are_refused() -> None:
    forms = [f"/F{number + 1} Do ".encode() * 10 for number in range(6)] + [b"0 0 9 9 re f"]
    report = looked(paper(*forms), "a.pdf")
    assert report.verdict == "refuse"
    assert "within one another" in report.error


def test_forms_in_forms_that_end_are_read() -> None:
    """All share one list of forms, themselves in it: only what is drawn counts."""
    forms = [f"/F{number + 1} Do".encode() for number in range(6)] + [b"0 0 9 9 re f"]
    assert looked(paper(*forms), "a.pdf").verdict == "pass"


@pytest.mark.parametrize("packed", [2, 3])
def test_a_stream_that_is_packed_over_and_over_is_refused(packed: int) -> None:
    content = b" " * (40 << 20)
    report = looked(paper(b"", content=content, packed=packed), "a.pdf")
    assert report.verdict == "refuse"
    assert "unpacks to far more than it should" in report.error


def test_a_long_page_that_is_packed_once_is_read() -> None:
    content = b"0 0 m 9 9 l S\n" * 200_000
    pdf_weight.weigh(paper(b"", content=content, packed=1), DEFAULT)
    assert (
        looked(paper(b"", content=b"0 0 m 9 9 l S\n" * 2000, packed=1), "a.pdf").verdict == "pass"
    )


def test_a_part_of_an_office_file_is_refused_by_what_it_says_of_itself() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", b" " * (30 << 20))
    report = looked(out.getvalue(), "a.zip")
    assert report.verdict == "refuse"
    assert "“a.txt”" in report.error


def mail(inside: str) -> bytes:
    return f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n{inside}".encode()


def nested(deep: int) -> str:
    lines = [f'Content-Type: multipart/mixed; boundary="b{one}"\n\n--b{one}' for one in range(deep)]
    ends = [f"--b{one}--" for one in reversed(range(deep))]
    return "\n".join([*lines, "Content-Type: text/plain\n\nHello\n", *ends, ""])


def test_a_mail_of_parts_within_parts_is_refused_as_too_deep() -> None:
    report = looked(mail(nested(200)), "a.eml")
    assert report.verdict == "refuse"
    assert "parts within parts more than 50 deep" in report.error


def test_a_mail_of_thousands_of_empty_parts_is_refused() -> None:
    parts = [f"--b\nContent-Type: multipart/mixed; boundary=b{one}\n" for one in range(5000)]
    text = "\n".join(["Content-Type: multipart/mixed; boundary=b\n", *parts, "--b--\n"])
    report = looked(mail(text), "a.eml")
    assert report.verdict == "refuse"
    assert "more than 2,000 parts" in report.error


def test_letters_in_letters_without_borders_are_refused_as_too_deep() -> None:
    text = "Content-Type: message/rfc822\n\nFrom: a@example.org\n" * 100
    with pytest.raises(TooMuchError):
        mail_weight.weigh(mail(text))


def test_a_mail_of_a_few_parts_and_many_rules_is_read() -> None:
    ruled = "\n".join(["--", "-- ", "--b", "--nobody--"] * 2000)
    report = looked(
        mail(nested(4).replace("Hello", f"Hello\n{ruled.replace('--b', '--x')}")), "a.eml"
    )
    assert report.verdict == "pass"


def test_a_mail_with_a_hundred_letters_beside_one_another_is_not_deep() -> None:
    one = '--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary="c"\n\n--c\n\nHi\n--c--\n'
    mail_weight.weigh(mail("Content-Type: multipart/mixed; boundary=b\n\n" + one * 100 + "--b--\n"))


def test_a_table_of_one_endless_line_is_held() -> None:
    report = looked(b"1," * 200_000, "a.csv")
    assert report.verdict == "hold"
    assert any("16,384" in one.message for one in report.findings)


def test_a_row_that_is_too_wide_is_held_over_several_lines_too() -> None:
    report = looked(b"a,b,c\n" + b'"x\n",' * 20_000, "a.csv")
    assert report.verdict == "hold"


def test_a_wide_table_that_a_sheet_can_show_is_read() -> None:
    row = ",".join(["1"] * 16_000).encode() + b"\n"
    report = looked(row * 3, "a.csv")
    assert not [one for one in report.findings if one.severity >= Severity.HIGH]
