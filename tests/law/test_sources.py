"""Only official and neutral pages are shown as sources."""

import pytest

from answerable import law
from answerable.law.sources import is_shown, same_page, shown_sources


@pytest.mark.parametrize(
    "url",
    [
        "https://www.legislation.gov.uk/ukpga/2000/36/section/31",
        "http://legislation.gov.uk/asp/2002/13/section/18",
        "https://ico.org.uk/for-organisations/foi/",
        "https://cy.ico.org.uk/for-organisations/foi/",
        "https://www.foi.scot/decision-1272016",
        "http://www.itspublicknowledge.info/Law/FOISA.asp",
        "https://caselaw.nationalarchives.gov.uk/uksc/2025/27",
        "https://www.bailii.org/uk/cases/UKUT/AAC/2021/248.html",
        "https://www.gov.uk/bank-holidays",
        "https://gov.uk/government/statistics/x",
        "https://supremecourt.uk/cases/uksc-2023-0178",
        "http://www.scotland.gov.uk/Publications/2006/08/14104256/15",
        "https://www.gov.scot/publications/x",
        "https://publications.parliament.uk/pa/x",
        "https://WWW.LEGISLATION.GOV.UK/ukpga/2000/36",
    ],
)
def test_shown(url):
    assert is_shown(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/legalize-dev/legalize-uk/blob/x/uk/ukpga-2000-36.md",
        "https://panopticonblog.com/2023/11/23/exemption/",
        "https://www.whatdotheyknow.com/request/1",
        "https://www.example.gov.uk/foi",
        "https://www.leicester.gov.uk/foi",
        "https://documents.pub/document/x.html",
        "https://www.bankofengland.co.uk/freedom-of-information",
        "https://legislation.gov.uk.example/ukpga/2000/36",
        "https://notico.org.uk/",
        "https://evil.example/?https://ico.org.uk/",
        "https://ico.org.uk@evil.example/",
        "https://beta.legislation.gov.uk.example/",
        "from-knowledge",
        "",
    ],
)
def test_not_shown(url):
    assert not is_shown(url)


def test_only_official_addresses_of_every_record_are_shown():
    for record in (*law.provisions(), *law.defects(), *law.cases(), *law.notices()):
        for url in shown_sources(record):
            assert is_shown(url)


def test_every_exemption_can_be_shown_with_a_source():
    for row in law.provisions():
        assert shown_sources(row), row.id


def test_where_something_was_read_is_not_a_source():
    row = next(row for row in law.provisions() if row.seen_at and "github" in row.seen_at)
    assert not any("github" in url for url in shown_sources(row))


def test_one_page_is_shown_once_the_act_first():
    record = {
        "a": "https://ico.org.uk/x",
        "b": [
            "http://www.legislation.gov.uk/ukpga/2000/36/",
            "https://legislation.gov.uk/ukpga/2000/36",
        ],
        "c": "see https://www.bailii.org/a.html; https://blog.example/b",
    }
    found = shown_sources(record)
    assert len(found) == 3
    assert "legislation.gov.uk" in found[0]
    assert same_page(found[0]) == "legislation.gov.uk/ukpga/2000/36"
    assert "https://www.bailii.org/a.html" in found


def test_nothing_is_shown_of_a_record_without_addresses():
    assert shown_sources({"verified": "from-knowledge", "n": 3, "x": None}) == ()
