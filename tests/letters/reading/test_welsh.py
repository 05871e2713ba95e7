"""Letters in Welsh are known as such, read for their cites and dates, and not judged further."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.audit import Case, all_rules, audit_letter
from answerable.audit.run import ANY_LANGUAGE
from answerable.cli.app import app
from answerable.letters import in_welsh, not_a_response, read_letter
from answerable.letters.samples import sample

REPLY = """Cyngor Sir Brynafon
Cyf: RHG 31/26

14 Ebrill 2026

Annwyl Mr Prys

Deddf Rhyddid Gwybodaeth 2000: eich cais dyddiedig 2 Mawrth 2026

Gofynnoch am gost y gwaith ar y bont. Rydym yn dal yr wybodaeth hon. Mae wedi'i heithrio o dan adran 43(2) o'r \
Ddeddf oherwydd byddai ei datgelu yn niweidio buddiannau masnachol y contractwr.

Os nad ydych yn fodlon gallwch ofyn am adolygiad mewnol yn gwybodaeth@brynafon.example.
"""
EIR = REPLY.replace(
    "Deddf Rhyddid Gwybodaeth 2000", "Rheoliadau Gwybodaeth Amgylcheddol 2004"
).replace("adran 43(2) o'r Ddeddf", "rheoliad 12(5)(e) o'r Rheoliadau")
REQUEST = """Annwyl Gyngor

O dan Ddeddf Rhyddid Gwybodaeth 2000 hoffwn gael manylion yr arian sydd wedi ei wario ar y bont, \
ac enwau yr holl gwmnïau sydd wedi cael gwaith yn y sir yn 2025. A allwch chi anfon copi ataf?

Yn gywir, Elin Prys
"""
BOTH = (
    REPLY
    + """
Brynafon County Council. Freedom of Information Act 2000: your request of 2 March 2026. We hold the information \
that you asked for. It is exempt under section 43(2) of the Act because to disclose it would harm the commercial \
interests of the contractor. If you are not satisfied you may ask us for an internal review within 40 working days.
"""
)


def test_a_reply_in_welsh_is_a_reply_with_its_law_cites_and_dates() -> None:
    letter = read_letter(REPLY)
    assert in_welsh(letter.flow)
    assert not_a_response(letter) is None
    assert letter.regime == "FOIA"
    assert [str(use.cite) for use in letter.provisions] == ["FOIA s.43(2)"]
    assert letter.dates.sent is not None
    assert letter.dates.sent.day == date(2026, 4, 14)
    assert letter.dates.received is not None
    assert letter.dates.received.day == date(2026, 3, 2)
    assert letter.reference == "RHG 31/26"


def test_the_regulations_are_known_by_their_welsh_name() -> None:
    letter = read_letter(EIR)
    assert letter.regime == "EIR"
    assert [str(use.cite) for use in letter.provisions] == ["EIR reg.12(5)(e)"]


@pytest.mark.parametrize(
    "text",
    [
        BOTH,
        sample("seed_letter.txt"),
        "Mae yn.",
        "Thank you for your request. Llywodraeth Cymru yn dal yr wybodaeth; see section 40(2) of the Act.",
    ],
)
def test_a_letter_in_both_languages_or_in_english_is_read_in_english(text: str) -> None:
    assert not in_welsh(text)


def test_a_request_in_welsh_is_said_to_be_one() -> None:
    assert "request for information in Welsh" in (not_a_response(read_letter(REQUEST)) or "")


def test_other_welsh_is_not_taken_for_a_reply() -> None:
    text = "Mae yr haul yn tywynnu ar y bryn ac mae yr afon yn llifo i'r môr. " * 3
    assert "does not read as a reply" in (not_a_response(read_letter(text)) or "")


def test_cites_and_dates_are_checked_and_nothing_else() -> None:
    assert {rule.slug for rule in all_rules()} >= ANY_LANGUAGE
    wrong = REPLY.replace("adran 43(2)", "adran 43(9)")
    assert "nonexistent-limb" in [f.slug for f in audit_letter(read_letter(wrong))]
    case = Case(received=date(2026, 3, 2), sent=date(2026, 4, 14))
    assert [f.slug for f in audit_letter(read_letter(REPLY), case)] == ["late-notice"]
    assert audit_letter(read_letter(REPLY.replace("14 Ebrill", "25 Mawrth"))) == ()


def test_the_report_says_that_the_rest_was_not_judged(tmp_path: Path) -> None:
    place = tmp_path / "ateb.txt"
    place.write_text(REPLY.replace("14 Ebrill", "25 Mawrth"), encoding="utf-8")
    result = CliRunner().invoke(app, ["audit", str(place)])
    words = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "The letter is in Welsh and the rules read English" in words
    assert "Nothing found to put right" not in words
    assert "Does not show" not in words
    assert "gwybodaeth@brynafon.example" in words
    told = json.loads(CliRunner().invoke(app, ["audit", str(place), "--format", "json"]).stdout)
    assert told["letters"][0]["language"] == "cy"
    assert any("in Welsh" in note for note in told["letters"][0]["notes"])
