"""Days and sums: where a letter tells them, and what they come to."""

import pytest
from benchmarks.audit_sentences import RIGHTS, short_letter

from answerable.audit import audit_letter
from answerable.letters import read_letter


def test_a_date_after_a_slash_is_the_date_of_the_letter() -> None:
    letter = read_letter(
        "Tarn Council\nRef ID-5521 / 12 February 2026\n\nDear Sir\n\nIt is enclosed.\n"
    )
    assert letter.dates.sent is not None
    assert letter.dates.sent.day.isoformat() == "2026-02-12"


@pytest.mark.parametrize("label", ["Date of request", "Date of your request", "Request date"])
def test_the_day_of_the_request_may_stand_in_the_heading(label: str) -> None:
    text = (
        f"Home Regulator\n\n{label}: 1 December 2025\nDate of this reply: 12 February 2026\n\n"
        "Dear Ms W\n\nWe hold what you asked for under the Freedom of Information Act 2000. It is enclosed."
    )
    assert "late-notice" in {each.slug for each in audit_letter(read_letter(text + RIGHTS))}


LEDGER = """Ruadh Council
9 October 2026

Dear Ms Q

You wrote on 14 September 2026 under the Freedom of Information (Scotland) Act 2002 for the cost of every excursion.

Section 12(1) applies, as the cost would exceed £600. So:

    number of files                                75
    minutes for each                               24
    total hours                                    {hours}
    staff cost at £15 an hour                    £{pounds}

You could ask for the secondary schools alone, 19 files, and we would do them all.
"""


@pytest.mark.parametrize(("hours", "pounds", "wrong"), [(42, 630, True), (30, 450, False)])
def test_a_small_table_of_the_sum_is_multiplied(hours: int, pounds: int, wrong: bool) -> None:
    found = audit_letter(read_letter(LEDGER.format(hours=hours, pounds=pounds)))
    messages = [each.message for each in found if each.slug == "s12-arith"]
    assert (
        any("75 at 24 minutes each come to 30 hours, not 42 hours" in m for m in messages) is wrong
    )


REGULATION_8 = "We hold the plans. This is a notice of charge under regulation 8. "


def test_a_sum_to_be_with_us_by_a_day_is_a_time_to_pay() -> None:
    body = (
        REGULATION_8
        + "We need payment in advance. The Council must have the £235.00 no later than {day}."
    )

    def found(day: str) -> set[str]:
        text = short_letter(body.format(day=day), law="EIR", asked="prints of the sheets")
        return {e.slug for e in audit_letter(read_letter(text))}

    assert "fee-short-time" in found("17 June 2026")
    assert "fee-short-time" not in found("30 September 2026")
