"""Proposed words on the review and the Commissioner, by the letter's own law and its own details.

FOIA s.17(7) and s.50; EIR reg 11, 14(5) and 18; FOISA s.19, 20, 21 and 47; EI(S)R reg 13, 16 and 17.
Every period comes from the law's table of clocks.
"""

import re

from answerable import law
from answerable.letters.draft.periods import period
from answerable.model import Letter, Regime, ReviewRoute, Voice

_BLANK = "[address and email for reviews]"
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LONGEST_NAME = 9
_NOT_OURS = ("ico.org.uk", "foi.scot", "itspublicknowledge")
_ASK = {
    Regime.FOIA: "last_day_to_ask_internal_review",
    Regime.EIR: "last_day_to_make_reg11_representations",
    Regime.FOISA: "last_day_to_require_review",
    Regime.EISR: "last_day_to_require_review",
}
_ANSWER = {
    Regime.FOIA: "internal_review_target",
    Regime.EIR: "internal_review_statutory",
    Regime.FOISA: "review_response",
    Regime.EISR: "review_response",
}


def law_of(letter: Letter, slug: str) -> Regime:
    """The law whose rights to propose, where the letter itself names several or none."""
    if letter.regime in Regime.__members__:
        return Regime(letter.regime)
    if slug == "eir-no-reg11":
        return Regime.EIR
    return Regime.FOISA if letter.authority.scottish else Regime.FOIA


def review(letter: Letter, under: Regime) -> str:
    """The whole paragraph on how to ask for a review."""
    name = _name(letter)
    where, ask, answer = _contact(letter), _to_ask(under), _to_answer(under)
    if under.scottish:
        cite = "section 20 of the Act" if under is Regime.FOISA else "regulation 16"
        return (
            f"If you are dissatisfied with this reply you may require {name} to review it ({cite}). "
            f"Please write to {where} within {ask}, giving your name, an address for "
            f"correspondence, your request and why you are dissatisfied. You will have our answer "
            f"within {answer}."
        )
    if under is Regime.EIR:
        return (
            "If you believe that we have not dealt with your request as the Regulations require, "
            f"you may make representations to us in writing, free of charge, within {ask} "
            f"(regulation 11). Please write to {where}. We will reconsider and reply within "
            f"{answer}."
        )
    return (
        f"If you are dissatisfied with this reply you may ask {name} for an internal review. "
        f"Please write to {where} within {ask}. The review will be carried out by somebody who had "
        f"no hand in this reply, and you should have an answer within {answer}."
    )


def times(route: ReviewRoute | None, under: Regime) -> str:
    """The sentences that a review paragraph lacks; the rest of it stays as it is."""
    lacking = []
    if route is None or route.ask_days is None:
        lacking.append(f" Please write within {_to_ask(under)}.")
    if route is None or route.answer_days is None:
        lacking.append(
            # Of a review still to come: "your request for review" would be one that was made.
            f" You should have our answer within {_to_answer(under)} of asking."
        )
    return "".join(lacking)


def commissioner(under: Regime) -> str:
    """The paragraph on who can be asked for a decision after the review."""
    if under.scottish:
        clock = "application_to_scottish_information_commissioner"
        return (
            "If you are dissatisfied with the outcome of the review you may apply to the Scottish "
            f"Information Commissioner for a decision within {period(clock, under)}: "
            f"{_address('scotland').partition(', ')[2]}. An appeal against that decision, on a point of "
            "law, goes to the Court of Session."
        )
    law_name = (
        "regulation 18 of the Regulations" if under is Regime.EIR else "section 50 of the Act"
    )
    return (
        "If you are not content with the outcome of the review, you may apply to the Information "
        f"Commissioner for a decision under {law_name}: {_address('uk')}."
    )


def _name(letter: Letter) -> str:
    """What the authority is called; a blank where what was read is too long to be a name."""
    name = letter.authority.name
    return name if name and len(name.split()) <= _LONGEST_NAME else "[name of the authority]"


def _to_ask(under: Regime) -> str:
    window = period(_ASK[under], Regime.FOISA if under.scottish else under)
    start = "the date of" if under is Regime.FOIA else "receiving"
    return f"{window} of {start} this letter"


def _to_answer(under: Regime) -> str:
    return period(_ANSWER[under], under)


def _contact(letter: Letter) -> str:
    """The one address that the authority gives of itself, or a blank to fill in."""
    ours = [b.span for b in letter.blocks if b.voice in (Voice.AUTHORITY, Voice.SIGNATURE)]
    found = {
        match[0].lower().rstrip(".")
        for start, end in ours
        for match in _EMAIL.finditer(letter.text[start:end])
    }
    found = {each for each in found if not each.endswith(_NOT_OURS)}
    return found.pop() if len(found) == 1 else _BLANK


def _address(where: str) -> str:
    """Where the Commissioner is, by post and online, as the law's data has it."""
    regulator = law.table("regulators")[where]
    return f"{regulator['name']}, {regulator['address']}, {regulator['online']}"
