"""What letters are seen to do in words that were met for the first time."""

import pytest
from benchmarks.audit_sentences import short_letter

from answerable.letters import read_letter
from answerable.model import Outcome


@pytest.mark.parametrize(
    ("law", "body", "outcome"),
    [
        ("FOISA", "We hold the registers. This is a fees notice under section 9. When payment has been received the copies will be sent.", Outcome.FEES_NOTICE),
        ("FOISA", "FEES NOTICE\n\nWe hold them. Copying comes to £90 and the fee is £24. We need not give you them until the fee has been paid.", Outcome.FEES_NOTICE),
        ("FOIA", "We hold the registers. You paid the fee of £31 under section 9; the copies are enclosed.", Outcome.FULL),
        ("FOIA", "We hold the registers. Your payment was received on 2 June and the copies are attached.", Outcome.FULL),
        ("FOIA", "Section 14(1) applies, as you have made 60 requests since May about one officer.", Outcome.VEXATIOUS),
        ("FOIA", "Section 14(1) was applied to 12 requests in 2024. The table is enclosed.", Outcome.FULL),
        ("FOIA", "The Board found your request for the diaries of the Chair to be vexatious under section 14(1).", Outcome.VEXATIOUS),
        ("FOIA", "You were told at the time that they were exempt under section 43(2). We do not hold them any more.", Outcome.NOT_HELD),
        ("FOIA", "You asked us for the registers in May and were told then that, under section 43(2), you could not have them. They have been published since and are enclosed.", Outcome.FULL),
        ("FOIA", "You were told in May that they were exempt and we now refuse them again under section 43(2).", Outcome.REFUSED),
    ],
)  # fmt: skip
def test_what_the_letter_does(law: str, body: str, outcome: Outcome) -> None:
    assert read_letter(short_letter(body, law=law)).outcome is outcome


@pytest.mark.parametrize(
    ("body", "ncnd"),
    [
        ("It is vexatious and refused under section 14(1). We have not said whether we hold the records, as that duty does not arise either.", False),
        ("We are not obliged to say whether it is held, as the request repeats one of May: section 14(2).", False),
        ("We neither confirm nor deny that we hold it: section 40(5B)(a)(i). The rest of the request is vexatious, section 14(1).", True),
        ("We are not obliged to say whether it is held. Section 31(3) applies.", True),
    ],
)  # fmt: skip
def test_a_vexatious_request_is_owed_no_answer_at_all(body: str, ncnd: bool) -> None:
    assert read_letter(short_letter(body)).ncnd is ncnd
