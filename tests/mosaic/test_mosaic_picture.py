"""The pictures say what the tables say, can be read, and hold no markup of strangers."""

import re
from xml.etree import ElementTree

import pytest

from answerable.mosaic import Settings, analyse, read_question, read_total
from answerable.mosaic.picture import bars_svg, strip_svg, to_html
from answerable.mosaic.strip import strip

SVG = "{http://www.w3.org/2000/svg}"
TEXT = "body,answer\nA & <b>B</b>,ncnd\nC,none\nD,5-9\nE,ncnd\n"


def puzzle(total: str | None, share: float | None = None):
    known = read_total(total) if total else None
    return analyse(read_question(TEXT, "t.csv", Settings(total=known, always_ncnd=share)))


def lightness(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("total", [None, "12", "0..30", "9=0.5,20=0.5"])
def test_the_strip_carries_the_numbers_of_its_table(total: str | None) -> None:
    table = strip(puzzle(total), "E")
    root = ElementTree.fromstring(strip_svg(table))
    told = [each.text for each in root.iter(f"{SVG}text")]
    for _, cells in table.rows:
        for p in cells:
            assert ("cannot be" if p is None else f"{p:.3f}") in told
    assert root.get("role") == "img"
    assert "E has cases" in (root.get("aria-label") or "")


def test_numbers_in_the_strip_can_be_read_on_their_ground() -> None:
    svg = strip_svg(strip(puzzle("0..30"), "E"))
    pairs = re.findall(r'fill="(#\w{6})"/><text [^>]*style="fill:(#\w{3})"', svg)
    assert pairs
    for ground, ink in pairs:
        bright = sorted((lightness(ground), 1.0 if ink == "#fff" else 0.0))
        assert (bright[1] + 0.05) / (bright[0] + 0.05) >= 4.5


def test_the_bars_are_well_formed_and_name_every_body() -> None:
    root = ElementTree.fromstring(bars_svg(puzzle("20")))
    told = " ".join(each.text or "" for each in root.iter(f"{SVG}text"))
    assert "A & <b>B</b>" in told
    assert "5 to 9" in told


def test_the_page_has_a_table_beside_each_picture_and_no_strange_markup() -> None:
    found = puzzle("20")
    page = to_html(found, strip(found))
    assert page.count("<figure") == page.count("<table") == 2
    assert "<b>" not in page
    assert "One question was put to 4 bodies." in page
    assert "src=" not in page  # nothing is fetched from elsewhere


def test_the_strip_of_a_range_begins_where_the_answers_allow() -> None:
    totals = [total.lo for total, _ in strip(puzzle("0..30"), "E").rows if total]
    assert totals == [0, 30, 17, 5]
