"""A reply is told from a request and from a text that is neither."""

import pytest

from answerable.letters import not_a_response, read_letter

REPLIES = {
    "an acknowledgement": "Dear Sir\n\nThank you for your request of 3 March. We will reply by 4 April 2026.\n\nYours sincerely",
    "a holding letter": "Dear Ms A\n\nWe need more time to consider the public interest in your request and will write by 6 June 2026.\n",
    "a question back": "Hello\n\nYou asked for the report about the centre. Please tell us which report you mean.\n",
    "a fees notice": "Dear Mr B\n\nYour request of 2 March: a fee of £20 is payable under section 9 of the Act.\n",
    "a review": "Dear Dr C\n\nInternal review of FOI 12\n\nI have reviewed the decision and uphold it.\n",
    "a question back with the law": "Dear Ms B\n\nThank you for your request of 3 March 2026 for everything about roads.\n\nUnder section 1(3) of the Freedom of Information Act 2000 we need to know more before we can find it. Could you tell us which road?\n\nYours sincerely",
    "answers below questions": "Dear Ms B\n\nFOI 12\n\nPlease see the answers below.\n\nQ1 How many dogs? 12\nQ2 How many cats? 40\n\nRegards\nMereford FOI team",
    "a blunt refusal": "Dear Sam\n\nWe won't be providing this. It's commercially sensitive.\n\nRegards\nFOI team",
    "one that sends elsewhere": "Dear Ms B\n\nUnfortunately this isn't for us; please ask the County Council.\n\nRegards\nInformation Governance team",
    "a reply of one sentence": "Dear Mr D\n\nYou asked what the bench cost. It cost £410.\n",
}  # fmt: skip
REQUESTS = {
    "a plain request": "Dear Council\n\nUnder the Freedom of Information Act 2000 please send me the minutes of the March meeting.\n\nYours",
    "a chatty request": "Hi, could you tell me how much you spent on lights? I would like it by email. Thanks",
    "a bare question with the words of a refusal": "What street trading licences were refused, and why?",
    "a request for refusals": "Dear Sirs\n\nI request under FOIA 2000 all letters in which you withheld information under section 40(2) in 2025.\n\nRegards\nJo",
    "a request that speaks of confirming": "Dear Council\n\nPlease tell me what school places were refused last year and how many appeals you neither confirm nor deny.\n\nA",
    "a list for the officer": "To the FOI officer\n\nPlease provide:\n1. The number of taxi licences refused\n2. The number of claims not upheld\n\nThanks",
    "an argument with a letter": "You say in your letter of 2 June that two offers were rejected. I would like a copy of the valuation. I don't agree that section 43 applies.",
    "a request for review": "Dear Sir\n\nI am unhappy with the answer to my request and I would like an internal review.\n",
}  # fmt: skip
NEITHER = {
    "a recipe": "To bake bread take 500 g of flour.\nMix it with water.",
    "a tale": "Once upon a time there was a fox.",
    "nothing": "",
}


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_is_a_reply(name: str) -> None:
    assert not_a_response(read_letter(REPLIES[name])) is None


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_is_called_a_request(name: str) -> None:
    said = not_a_response(read_letter(REQUESTS[name]))
    assert said is not None
    assert "request for information" in said


@pytest.mark.parametrize("name", NEITHER)
def test_a_text_that_is_neither_is_called_neither(name: str) -> None:
    said = not_a_response(read_letter(NEITHER[name]))
    assert said is not None
    assert said.startswith("It does not read as a reply")
