"""Who speaks: the authority, the applicant, the statute, an earlier letter."""

import pytest

from answerable.letters import read_letter
from answerable.model import Letter, Role, Voice

HEAD = "Ferndale Council\nRef 1/26\n3 March 2026\n\nDear Sir\n\nFreedom of Information Act 2000\n\n"
RIGHTS = "\n\nYou may ask for an internal review within 40 working days.\n\nYours faithfully\n\nOfficer\n"


def _read(body: str) -> Letter:
    return read_letter(HEAD + body + RIGHTS)


def _voice(letter: Letter, words: str) -> Voice:
    place = letter.flow.index(words)
    block = letter.block_at(place)
    assert block is not None
    return block.voice


@pytest.mark.parametrize(
    "body",
    [
        "You asked:\n\nWhat did the bench cost? I believe section 40 applies.\n\nIt cost £40.",
        "You wrote: “I want the cost of the bench. I believe section 40 applies.”\n\nIt cost £40.",
        "Your request reads:\n\n> the cost of the bench\n> I believe section 40 applies\n\nIt cost £40.",
        "Request\nThe cost of the bench. I believe section 40 applies.\n\nResponse\nIt cost £40.",
        "You asked for (1) the cost of the bench and (2) why section 40 applies. It cost £40.",
        "You asked for:\n\n1. the cost of the bench\n2. whether section 40 applies\n\nIt cost £40.",
        "On 2 February 2026 you asked why section 40 applies to the bench. It cost £40.",
        "In your email of 2 February you asked us to say why section 40 applies. It cost £40.",
        "Thank you for your request about benches and section 40. It cost £40.",
        "Your questions:\n\n(a) what the bench cost\n(b) why section 40 applies\n\nIt cost £40.",
        "1. Does section 40 apply to the bench?\n\nNo. It cost £40.",
        "Question 1: Does section 40 apply?\nAnswer: No. It cost £40.",
        "Your request said:\n“The cost of the bench, please.\nI believe section 40 applies.\nThank you.”\n\nIt cost £40.",
    ],
)
def test_a_section_named_by_the_applicant_is_only_quoted(body: str) -> None:
    letter = _read(body)
    roles = {use.role for use in letter.provisions if use.cite.number == "40"}
    assert roles == {Role.QUOTED}
    assert _voice(letter, "section 40") is Voice.REQUEST
    assert _voice(letter, "£40") is Voice.AUTHORITY


@pytest.mark.parametrize(
    "body",
    [
        "We have taken your request to be for invoices only, and not letters.",
        "The Council has interpreted this request as one for invoices only.",
        "We have read your request as being for invoices and nothing else.",
        "The invoices you asked for are enclosed with this letter.",
        "Your request for information has now been considered by the Council.",
        "Thank you for your request for information dated 2 February 2026.",
        "When you first asked, we told you that no invoices were held here.",
        "If you ask for invoices of one year we should be able to help you.",
    ],
)
def test_the_authority_speaking_of_a_request_speaks_for_itself(body: str) -> None:
    letter = _read(body)
    assert not list(letter.spoken_by(Voice.REQUEST))


def test_the_authority_takes_the_word_back_within_a_sentence() -> None:
    letter = _read("You asked for the plans in January and we refused that request.")
    assert _voice(letter, "the plans") is Voice.REQUEST
    assert _voice(letter, "we refused") is Voice.AUTHORITY


@pytest.mark.parametrize(
    "body",
    [
        "Section 31 states:\n\n(1) Information is exempt if section 30 is not met.\n(2) Ports.\n\nWe hold it.",
        "Section 31 provides that information is exempt where section 30 does not apply to it.\n\nWe hold it.",
        "What the Act says\n\nInformation outside section 30 is exempt where harm would follow.\n\nDecision\nWe hold it.",
        "The Act says: “information to which section 30 does not extend is exempt where harm follows”.\n\nWe hold it.",
    ],
)
def test_the_words_of_the_act_are_nobody_elses(body: str) -> None:
    letter = _read(body)
    assert _voice(letter, "section 30") is Voice.STATUTE
    assert _voice(letter, "We hold it") is Voice.AUTHORITY


@pytest.mark.parametrize(
    "body",
    [
        "In our letter of 2 February we said:\n\n“It is exempt under section 38.”\n\nWe now think otherwise.",
        "Our original response stated:\n> It is exempt under section 38.\n\nWe now think otherwise.",
        "We now think otherwise.\n\n-----Original Message-----\nFrom: a@b.example\nIt is exempt under section 38.",
        "We now think otherwise.\n\nOn 2 February 2026 A Person wrote:\n> It is exempt under section 38.",
    ],
)
def test_an_earlier_letter_is_not_this_one(body: str) -> None:
    letter = read_letter(HEAD + body)
    assert _voice(letter, "section 38") is Voice.EARLIER
    assert _voice(letter, "We now think") is Voice.AUTHORITY


def test_a_name_and_post_at_the_end_are_a_signature() -> None:
    letter = read_letter(
        HEAD + "We hold nothing.\n\nKind regards,\nA. Person\nInformation Officer\n"
    )
    assert _voice(letter, "Information Officer") is Voice.SIGNATURE


def test_rights_set_below_the_signature_are_the_authority_speaking() -> None:
    letter = read_letter(
        HEAD + "We hold nothing.\n\nYours faithfully\nOfficer\n\nYour rights\n"
        "You may ask for an internal review within 40 working days.\n"
    )
    assert letter.shows.review is not None


def test_own_holds_the_authoritys_words_and_nothing_else() -> None:
    letter = _read("You asked:\n\nWhat did the BENCH cost?\n\nThe seat cost £40. It is oak.")
    assert "bench" not in letter.own
    assert "the seat cost £40." in letter.own.split("\n")
    assert "it is oak." in letter.own.split("\n")
