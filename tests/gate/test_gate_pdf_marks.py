"""Words on a PDF page: a form's matrix is followed, the label of a mark is no secret."""

import io

import pikepdf
import pytest
from tests.gate.cases.others import _note

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT


def framed(drawing: str, at: str, page_part: str = "") -> bytes:
    """A page whose words stand in a form that is moved to ``at``."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(300, 200))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    fonts = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    form = made.make_stream(drawing.encode())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = pikepdf.Array([-50, -50, 300, 200]), fonts
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=form), **dict(fonts.items()))
    page.Contents = made.make_stream(f"{page_part} q 1 0 0 1 {at} cm /Fm Do Q".encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def slugs(data: bytes) -> set[str]:
    return {one.slug for one in inspect_here(data, "a.pdf", DEFAULT, "full").findings}


_FOOT = "BT /F1 12 Tf 0 -15 Td (Page 242) Tj ET"


def test_words_in_a_form_are_where_the_form_is_put():
    assert "off_page" not in slugs(framed(_FOOT, "60 100"))
    assert "off_page" in slugs(framed(_FOOT, "60 400"))


@pytest.mark.parametrize("label", ["Privilege", "Redacted", "s.40(2)", "FOIA s.40 (2)", "EXEMPT"])
def test_the_label_of_a_mark_is_no_secret(label):
    drawing = f"0 g 0 0 120 20 re f BT /F1 10 Tf 4 6 Td ({label.replace('(', chr(92) + '(')}) Tj ET"
    assert "text_under_box" not in slugs(framed(drawing.replace("2)", "2\\)"), "60 100"))


def test_any_other_word_in_the_ink_of_the_mark_is_found():
    drawing = "0 g 0 0 160 20 re f BT /F1 10 Tf 4 6 Td (Redacted Oakeshott) Tj ET"
    assert "text_under_box" in slugs(framed(drawing, "60 100"))


def test_who_typed_a_note_onto_the_page_is_told_and_is_not_on_the_page():
    typed = _note(Subtype=pikepdf.Name.FreeText, Contents="Withheld", T="A. Clerk")
    report = inspect_here(typed, "a.pdf", DEFAULT, "full")
    assert {(one.slug, one.excerpt) for one in report.findings} == {
        ("pdf_mark", "Withheld"),
        ("metadata", "Author: A. Clerk"),
    }
    assert report.verdict == "pass"
