"""The report of a corpus: numbers that add up, charts with tables, nothing of a row run as code."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from lxml import html
from tests.batch.conftest import Run

from answerable.batch.report import to_html, to_json
from answerable.batch.report.charts import Bar, bars, columns
from answerable.batch.report.figures import count
from answerable.batch.tables import AUDIT
from answerable.model import UnusableInputError


def finding(slug: str = "s50-missing", severity: str = "high", certainty: str = "sure") -> Any:
    return {"code": "X1", "slug": slug, "severity": severity, "certainty": certainty}


def row(*findings: Any, body: str = "Kelby", day: str | None = "2024-05-13", **more: Any) -> Any:
    return {
        "n": 1, "authority": body, "date": day, "outcome": "refused", "error": None,
        "provisions": ["FOIA s.43(2)"], "findings": list(findings),
    } | more  # fmt: skip


def written(tmp_path: Path, rows: list[Any]) -> Path:
    path = tmp_path / "out.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in rows))
    return path


def table(page: str, section: str) -> list[list[str]]:
    found = html.fromstring(page).xpath(f"//section[@aria-labelledby='{section}']//tbody/tr")
    return [[cell.text_content().strip() for cell in tr] for tr in found]


def test_a_defect_is_counted_once_a_letter(tmp_path: Path) -> None:
    rows = [row(finding(), finding()), row(finding(certainty="likely")), row(), row()]
    page = to_html(written(tmp_path, rows))
    assert table(page, "defects") == [
        ["No right to complain to the Commissioner", "high", "2", "50 %", "1"]
    ]
    assert table(page, "provisions") == [["FOIA s.43(2)", "4", "100 %"]]
    assert table(page, "outcomes") == [["Refused", "4", "100 %"]]


def test_the_figures_of_the_page_are_data_too(tmp_path: Path) -> None:
    rows = [row(finding()), row(), row(error="empty")]
    told = json.loads(to_json(written(tmp_path, rows)))
    assert told["rows"] == 3
    assert told["all"] == {"letters": 2, "found": 1, "serious": 1}
    assert told["by_year"] == {"s50-missing": {"2024": 1}}


def test_a_letter_with_a_sure_and_a_likely_finding_of_one_defect_is_sure() -> None:
    figures = count([row(finding(certainty="likely"), finding())])
    assert figures.likely["s50-missing"] == 0


def test_only_weighty_findings_are_called_serious() -> None:
    figures = count([row(finding(severity=w)) for w in ("critical", "high", "medium", "low")])
    assert (figures.all.letters, figures.all.found, figures.all.serious) == (4, 4, 2)


def test_a_body_of_few_letters_has_counts_and_no_shares(tmp_path: Path) -> None:
    rows = [row(finding()) for _ in range(10)] + [row(finding(), body="Small")]
    page = to_html(written(tmp_path, rows))
    assert table(page, "bodies") == [
        ["Kelby", "10", "100 %", "100 %"],
        ["Small", "1", "1 of 1", "1 of 1"],
    ]


def test_years_are_in_order_and_letters_without_a_date_are_counted(tmp_path: Path) -> None:
    days = ["2025-01-02", "2023-01-02", None, "2023-05-06"]
    page = to_html(written(tmp_path, [row(finding(), day=day) for day in days]))
    assert [cells[:2] for cells in table(page, "years")] == [
        ["2023", "2"],
        ["2025", "1"],
        ["no date", "1"],
    ]
    assert table(page, "defects-by-year")[0][1:] == ["2 of 2", "1 of 1", "1 of 1"]
    assert "2023 to 2025" in page


def test_rows_that_were_not_audited_are_told_apart_and_not_counted(tmp_path: Path) -> None:
    bad = [
        row(error="no text", findings=None, provisions=None, outcome=None),
        row(error="It reads as a request for information, not …"),
        row(error="not UTF-8 text"),
    ]
    page = to_html(written(tmp_path, [*bad, row()]))
    assert sorted(table(page, "left-out")) == [
        ["A request, not a reply", "1"],
        ["Could not be read", "1"],
        ["No text", "1"],
    ]
    assert table(page, "outcomes") == [["Refused", "1", "100 %"]]


def test_nothing_of_the_corpus_is_run_as_code(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script>\"'&"
    page = to_html(written(tmp_path, [row(body=hostile) for _ in range(3)]))
    assert "<script" not in page
    assert table(page, "bodies")[0][0] == hostile
    [chart] = html.fromstring(page).xpath("//section[@aria-labelledby='bodies']//svg")
    assert hostile in "".join(chart.itertext())


def test_the_page_has_no_script_and_asks_for_no_other_file(tmp_path: Path) -> None:
    page = html.fromstring(to_html(written(tmp_path, [row(finding())])))
    assert not page.xpath("//script | //link | //img | //iframe")
    assert not page.xpath("//@href[not(starts-with(., '#'))] | //@src | //@onclick")
    assert page.xpath("//html/@lang") == ["en-GB"]
    assert len(page.xpath("//h1")) == 1
    for target in page.xpath("//nav//a/@href"):
        assert page.xpath(f"//*[@id='{target[1:]}']")


def test_every_chart_has_a_name_and_a_table_beside_it(tmp_path: Path) -> None:
    page = html.fromstring(to_html(written(tmp_path, [row(finding())])))
    charts = page.xpath("//svg")
    assert len(charts) == 5
    for chart in charts:
        assert chart.get("aria-label")
        assert chart.xpath("ancestor::div[@class='pair']//table//th[@scope='col']")


def test_a_corpus_without_audited_letters_says_so(tmp_path: Path) -> None:
    assert "nothing to draw" in to_html(written(tmp_path, []))


def test_the_result_may_be_parquet(tmp_path: Path) -> None:
    full = dict.fromkeys(AUDIT.names)
    letters = [full | row(finding()), full | row(error="no text")]
    pq.write_table(pa.Table.from_pylist(letters, AUDIT), tmp_path / "out.parquet")
    assert table(to_html(tmp_path / "out.parquet"), "defects")[0][2] == "1"


@pytest.mark.parametrize("words", ["{", "[1]", '{"id": 1}', "\x00", "é"])
def test_a_file_of_another_kind_is_said(tmp_path: Path, words: str) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(words, encoding="latin-1")
    with pytest.raises(UnusableInputError, match="is not a result of “answerable batch audit”"):
        to_html(path)
    path = path.rename(tmp_path / "out.parquet")
    with pytest.raises(UnusableInputError, match="is not a result"):
        to_html(path)


def test_the_command_writes_the_page(run: Run, tmp_path: Path) -> None:
    result = written(tmp_path, [row(finding())])
    assert run("report", result, "-o", tmp_path / "r.html")[0] == 0
    assert (tmp_path / "r.html").read_text().startswith("<!doctype html>")
    code, _, told = run("report", tmp_path / "none.jsonl", "-o", tmp_path / "x.html")
    assert code == 2 and "check the name" in told


def test_bars_are_as_long_as_their_numbers() -> None:
    chart = html.fromstring(bars("By name", [Bar("a", 4, "4", 1), Bar("b", 2, "2")]))
    widths = [float(w[:-1]) for w in chart.xpath("//rect/@width")]
    assert widths == [80.0, 20.0, 40.0]


def test_many_columns_are_drawn_and_few_are_named() -> None:
    rows = [Bar(str(1990 + n), n, f"{n}") for n in range(40)]
    chart = html.fromstring(columns("By year", rows))
    assert len(chart.xpath("//g")) == 40
    assert len(chart.xpath("//text")) <= 16
    assert bars("Nothing", []).endswith("</svg>") and columns("Nothing", []).endswith("</svg>")
