"""A finding rests on the law of the letter it is about."""

from importlib.resources import files

import pytest
import yaml

from answerable import law
from answerable.audit import all_rules, audit_letter
from answerable.audit.own_law import in_own_law
from answerable.letters import read_letter
from answerable.model import Cite, Letter, Regime

ROWS = yaml.safe_load(
    files("answerable.audit").joinpath("counterparts.yaml").read_text(encoding="utf-8")
)
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


def test_a_rule_that_names_the_letters_law_beside_another_is_left_as_it_is() -> None:
    letter = _letter(SCOTTISH)
    both = (law.cites.parse_one("FOISA s.17(1)"), law.cites.parse_one("FOIA s.1(1)(a)"))
    assert in_own_law(both, "", letter)[0] == both


def test_what_has_no_counterpart_is_kept() -> None:
    letter = _letter(SCOTTISH)
    only = (law.cites.parse_one("FOIA s.11"),)
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


def test_rules_that_name_another_law_on_purpose_are_few() -> None:
    assert len([rule for rule in all_rules() if not rule.own_law]) < 10
