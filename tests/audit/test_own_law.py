"""A finding rests on the law of the letter it is about."""

from importlib.resources import files
from typing import Any

import pytest
import yaml

from answerable import law
from answerable.audit import all_rules, audit_letter
from answerable.audit.own_law import in_own_law
from answerable.letters import read_letter
from answerable.model import Cite, Letter, Regime, Source

TABLE = yaml.safe_load(
    files("answerable.audit").joinpath("counterparts.yaml").read_text(encoding="utf-8")
)
ROWS = TABLE["provisions"]
SOURCES = TABLE["sources"]
SCOTTISH = """Strathtarn Council

20 May 2026

Dear applicant

You asked on 5 May 2026 under the Freedom of Information (Scotland) Act 2002 for the survey.

We hold it. It is exempt under section 33(1)(b), as disclosure would be likely to prejudice
substantially the commercial interests of Tern Surveys Ltd.
"""


def _letter(text: str) -> Letter:
    return read_letter(text)


def test_a_scottish_letter_is_not_judged_by_the_act_of_2000() -> None:
    for finding in audit_letter(_letter(SCOTTISH)):
        named = [cite.regime for cite in finding.cites if isinstance(cite, Cite)]
        assert Regime.FOIA not in named
        assert "FOIA s." not in finding.message


def test_the_same_words_under_the_act_of_2000_rest_on_it() -> None:
    text = SCOTTISH.replace("Strathtarn", "Tarn").replace(" (Scotland) Act 2002", " Act 2000")
    letter = _letter(text.replace("section 33(1)(b)", "section 43(2)"))
    named = {c.regime for f in audit_letter(letter) for c in f.cites if isinstance(c, Cite)}
    assert named == {Regime.FOIA}


def test_a_message_names_what_its_cites_name() -> None:
    letter = _letter(SCOTTISH)
    why = law.cites.parse_one("FOIA s.17(1)(c)")
    cites, message = in_own_law((why,), f"required by {why}.", letter)
    assert [str(cite) for cite in cites] == ["FOISA s.16(1)(d)"]
    assert message == "required by FOISA s.16(1)(d)."


def test_one_cite_of_the_letters_law_leaves_no_other_under_another() -> None:
    letter = _letter(SCOTTISH)
    both = (law.cites.parse_one("FOISA s.17(1)"), law.cites.parse_one("FOIA s.17(1)(b)"))
    assert [str(cite) for cite in in_own_law(both, "", letter)[0]] == [
        "FOISA s.17(1)",
        "FOISA s.16(1)(c)",
    ]


def test_the_like_duty_of_another_law_is_left_out() -> None:
    both = (law.cites.parse_one("FOIA s.16(1)"), law.cites.parse_one("FOISA s.15(1)"))
    assert [str(cite) for cite in in_own_law(both, "", _letter(SCOTTISH))[0]] == ["FOISA s.15(1)"]
    plain = _letter(
        SCOTTISH.replace("Strathtarn", "Tarn").replace(" (Scotland) Act 2002", " Act 2000")
    )
    assert [str(cite) for cite in in_own_law(both, "", plain)[0]] == ["FOIA s.16(1)"]


def test_a_provision_that_the_letter_relies_on_keeps_its_own_name() -> None:
    letter = _letter(SCOTTISH.replace("section 33(1)(b)", "section 40(2) FOIA"))
    relied = law.cites.parse_one("FOIA s.40(2)")
    assert in_own_law((relied,), f"{relied} is relied on.", letter) == (
        (relied,),
        "FOIA s.40(2) is relied on.",
    )


def test_a_whole_section_is_not_put_in_the_place_of_its_limb() -> None:
    message = in_own_law((), "FOIA s.1(1)(a) and FOIA s.11(1)(a)", _letter(SCOTTISH))[1]
    assert message == "FOISA s.1(1) and FOIA s.11(1)(a)"


@pytest.mark.parametrize("row", SOURCES, ids=[row["source"] for row in SOURCES])
def test_every_code_and_guidance_has_an_official_address_in_scotland(row: dict[str, Any]) -> None:
    assert row["from"]
    own = in_own_law(
        (Source(row["source"]),), f"asked for by the {row['source']}.", _letter(SCOTTISH)
    )
    (ground,), message = own
    assert isinstance(ground, Source)
    assert law.is_shown(ground.url)
    assert "Scot" in message
    assert row["source"] not in message


def test_every_code_named_in_the_table_is_one_that_a_rule_rests_on() -> None:
    named = {c.name for rule in all_rules() for c in rule.cites if isinstance(c, Source)}
    assert {row["source"] for row in SOURCES} <= named


def test_the_regulations_have_exceptions_and_what_is_quoted_stays() -> None:
    letter = _letter(
        SCOTTISH.replace(
            "Freedom of Information (Scotland) Act 2002",
            "Environmental Information Regulations 2004",
        )
    )
    assert letter.regime == "EIR"
    message = in_own_law((), "Name the exemption (“the exemption”).", letter)[1]
    assert message == "Name the exception (“the exemption”)."


def test_what_has_no_counterpart_is_kept() -> None:
    letter = _letter(SCOTTISH)
    only = (law.cites.parse_one("FOIA s.19"),)
    assert in_own_law(only, "", letter)[0] == only


@pytest.mark.parametrize("row", ROWS, ids=[row["foia"] for row in ROWS])
def test_every_counterpart_is_a_provision_and_says_where_it_comes_from(row: dict[str, str]) -> None:
    assert row["from"]
    for key in ("foia", "foisa", "eir", "eisr"):
        if key in row:
            unit = "reg." if key in ("eir", "eisr") else "s."
            cite = law.cites.parse_one(f"{key.upper()} {unit}{row[key]}")
            assert law.link(cite).startswith("https://www.legislation.gov.uk/")
            assert law.exists(cite)


@pytest.mark.parametrize("row", TABLE["regulations"], ids=[r["eir"] for r in TABLE["regulations"]])
def test_every_regulation_has_its_scottish_one(row: dict[str, str]) -> None:
    assert row["from"]
    for regime in ("eir", "eisr"):
        assert law.exists(law.cites.parse_one(f"{regime.upper()} reg.{row[regime]}"))


def test_rules_that_name_another_law_on_purpose_are_few() -> None:
    assert len([rule for rule in all_rules() if not rule.own_law]) < 10
