"""A reply is told from a request and from a text that is neither."""

import pytest

from answerable.letters import not_a_response, read_letter

REPLIES = {
    "an acknowledgement": "Dear Sir\n\nThank you for your request of 3 March. We will reply by 4 April 2026.\n\nYours sincerely",
    "a holding letter": "Dear Ms A\n\nWe need more time to consider the public interest in your request and will write by 6 June 2026.\n",
    "a question back": "Hello\n\nYou asked for the report about the centre. Please tell us which report you mean.\n",
    "a fees notice": "Dear Mr B\n\nYour request of 2 March: a fee of £20 is payable under section 9 of the Act.\n",
    "a review": "Dear Dr C\n\nInternal review of FOI 12\n\nI have reviewed the decision and uphold it.\n",
    "a reply of one sentence": "Dear Mr D\n\nYou asked what the bench cost. It cost £410.\n",
}  # fmt: skip
REQUESTS = {
    "a plain request": "Dear Council\n\nUnder the Freedom of Information Act 2000 please send me the minutes of the March meeting.\n\nYours",
    "a chatty request": "Hi, could you tell me how much you spent on lights? I would like it by email. Thanks",
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
