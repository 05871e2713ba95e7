"""Columns of figures are set to the right in every form; names and words stay at the left."""

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from answerable.letters.draft import Notice, Table
from answerable.letters.writers import to_docx, to_html
from answerable.letters.writers.pdf import to_typst

HEAD = ("Ward", "Cost", "Vans", "Remark")
ROWS = (("Bank", "£1,204.50", "12", "new"), ("Hill", "-£3", "fewer than 5", ""))


def notice(table: Table) -> Notice:
    return Notice(title="T", head=("Council", "Ref", "Dear applicant"), blocks=(table,))


@pytest.mark.parametrize(
    "cells",
    [("1", "2"), ("1,204", "*"), ("£3.50", "£0"), ("12%", "3.5 %"), ("4", ""), ("7", "[c]"), ("9", "Under 5"), ("−2", "–")],
)  # fmt: skip
def test_a_column_of_figures_is_one(cells: tuple[str, str]) -> None:
    assert Table(("A", "B"), tuple(("x", cell) for cell in cells)).figures == {1}


@pytest.mark.parametrize(
    "cells",
    [("1", "two"), ("*", "[c]"), ("", ""), ("2023/24", "2024/25"), ("3 March 2026", "4"), ("A1", "2"), ("01632 960001", "x")],
)  # fmt: skip
def test_a_column_with_a_word_or_without_any_figure_is_none(cells: tuple[str, str]) -> None:
    assert Table(("A", "B"), tuple(("x", cell) for cell in cells)).figures == frozenset()


def test_the_first_column_names_the_rows_even_where_it_is_years() -> None:
    assert Table(("Year", "Vans"), (("2024", "3"), ("2025", "4"))).figures == {1}
    assert Table(("Year", "Vans"), ()).figures == frozenset()


def test_the_page_the_word_file_and_the_pdf_set_them_to_the_right() -> None:
    made = notice(Table(HEAD, ROWS))
    page = to_html(made)
    assert '<th scope="col" class="figure">Cost</th>' in page
    assert '<td class="figure">fewer than 5</td>' in page
    assert "<td>Bank</td>" in page
    assert "<td>new</td>" in page
    (table,) = docx.Document(io.BytesIO(to_docx(made))).tables
    sides = [[cell.paragraphs[0].alignment for cell in row.cells] for row in table.rows]
    right = WD_ALIGN_PARAGRAPH.RIGHT
    assert sides == [[None, right, right, None]] * 3
    assert "align: (left, right, right, left,)" in to_typst(made)
