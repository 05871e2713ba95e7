"""Whatever the gate finds on a page of a PDF and knows the place of is marked on its small picture."""

import io

import pikepdf
import pytest
from tests.gate.cases import pictured
from tests.gate.cases.others import CASES as OTHERS

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.pictures import Area, where_of
from answerable.gate.report import to_html


def areas(data: bytes) -> list[Area]:
    return [area for page in where_of(data, "a.pdf").pages for area in page.areas]


def annotated(kind: str, **more: object) -> bytes:
    """A page of 300 by 200 points with a comment or mark at 50, 120."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(300, 200))
    page.Annots = pikepdf.Array(
        [made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(kind),
                                               Rect=[50, 120, 150, 150], Contents="Ask Jo", **more))]
    )  # fmt: skip
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_box_over_a_picture_is_marked_where_it_lies() -> None:
    data = pictured.page(pictured.WHOLE + pictured.BOX)
    (area,) = areas(data)
    assert area.slug == "picture_under_box"
    assert [round(edge) for edge in area.box] == [50, 50, 210, 80]  # from the top of 200 points


def test_a_box_beside_a_picture_or_none_is_not_marked() -> None:
    assert areas(pictured.page(pictured.WHOLE)) == []


def test_two_boxes_are_two_areas_of_one_finding() -> None:
    boxes = pictured.BOX + "0 0 0 rg 50 60 160 30 re f "
    data = pictured.page(pictured.WHOLE + boxes)
    assert [area.slug for area in areas(data)] == ["picture_under_box"] * 2
    assert len([one for one in inspect_here(data, "a.pdf", DEFAULT).findings
                if one.slug == "picture_under_box"]) == 1  # fmt: skip


def test_a_cropped_picture_is_marked_where_it_shows() -> None:
    drawing = "q 100 40 60 100 re W n 240 0 0 160 30 20 cm /Im Do Q "
    (area,) = areas(pictured.page(drawing))
    assert area.slug == "cropped_picture"
    assert [round(edge) for edge in area.box] == [100, 60, 160, 160]


def test_words_off_the_page_are_marked_at_its_edge_and_within_it() -> None:
    make, _ = OTHERS["off_page"][0]
    (page,) = where_of(make(), "a.pdf").pages
    found = [area for area in page.areas if area.slug == "off_page"]
    assert found
    for left, top, right, bottom in (area.box for area in found):
        assert 0 <= left < right <= page.width
        assert 0 <= top < bottom <= page.height


@pytest.mark.parametrize(
    ("kind", "more", "slug"),
    [
        ("/Redact", {}, "unapplied_redaction"),
        ("/Text", {}, "pdf_annotation"),
        ("/Square", {"IC": [0, 0, 0]}, "text_under_box"),
        ("/Square", {}, "pdf_annotation"),
        ("/Highlight", {"C": [0, 0, 0]}, "text_under_box"),
        ("/Highlight", {"C": [1, 1, 0]}, "pdf_annotation"),
        ("/FileAttachment", {}, "pdf_attachment"),
    ],
)
def test_a_comment_or_mark_is_marked_by_the_check_that_tells_of_it(
    kind: str, more: dict[str, object], slug: str
) -> None:
    (area,) = areas(annotated(kind, **more))
    assert area == Area(slug, (50.0, 50.0, 150.0, 80.0))


@pytest.mark.parametrize("kind", ["/Link", "/FreeText", "/Popup"])
def test_what_anybody_sees_on_a_page_is_not_marked(kind: str) -> None:
    assert areas(annotated(kind)) == []


def test_the_report_says_in_words_which_finding_is_where() -> None:
    data = pictured.page(pictured.WHOLE + pictured.BOX)
    report = inspect_here(data, "a.pdf", DEFAULT)
    told = to_html([report], {"a.pdf": where_of(data, "a.pdf")})
    assert "finding 1: in the upper half, middle" in told
    assert told.count('class="page"') == 1
