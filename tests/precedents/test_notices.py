"""Decisions found by provision, subject, year and court."""

from answerable.law.cites import parse_one
from answerable.precedents.notices import find_decisions


def test_search_by_provision_takes_limbs_and_wholes() -> None:
    by_limb = {each.id for each in find_decisions(parse_one("FOIA s.24(2)"))}
    by_whole = {each.id for each in find_decisions(parse_one("FOIA s.24"))}
    assert "dn-talktalk" in by_limb <= by_whole
    assert not by_whole & {each.id for each in find_decisions(parse_one("FOIA s.12"))} - {
        "ut-appger-2011"
    }
    assert {each.id for each in find_decisions(parse_one("EIR reg.12(5)(b)"))} == {"ftt-brooks"}


def test_search_by_subject_year_and_court() -> None:
    assert {each.id for each in find_decisions(subject="small numbers", court="high")} == {"hc-doh"}
    assert all(each.year == 2025 for each in find_decisions(years=(2025, 2025)))
    assert find_decisions(subject="zeppelin") == ()
    years = [each.year or 0 for each in find_decisions()]
    assert years == sorted(years, reverse=True)
