"""Whether a text is a response at all, said plainly when it is not."""

import re

from answerable.model import Letter, Outcome

_ASKS = re.compile(
    r"(?:i (?:would like|wish|am writing|hereby|want|request)|please (?:provide|send|supply|could you|can you|may i|tell me|let me)|could you (?:please )?(?:send|provide|tell)|(?:under|pursuant to) the freedom of information act.{0,40}(?:i|please)|may i have|i am requesting|i request|can you tell me)"
)

_REPLIES = re.compile(
    r"\b(?:your (?:\w+ ){0,4}(?:request|enquiry|questions?)|you (?:have )?(?:asked|requested))\b"
)


def not_a_response(letter: Letter) -> str | None:
    """None for a response; otherwise one sentence that says what the text is instead."""
    shows = letter.shows
    decided = letter.outcome is not Outcome.OTHER
    speaks = any(
        (
            shows.ncnd,
            shows.held,
            shows.not_held,
            shows.withheld,
            shows.review,
            shows.regulator,
            shows.refusal_notice,
        )
    )
    low = letter.flow.lower()
    replies = _REPLIES.search(letter.own) is not None
    theirs = "my request" in low and not replies  # the applicant writes about it
    asks = theirs or _ASKS.search(low) is not None
    if replies and not asks:
        return None
    undecided = letter.outcome in (Outcome.OTHER, Outcome.CLARIFICATION)
    if speaks and not theirs and not (asks and undecided):
        return None
    if theirs or (asks and not (shows.held or shows.withheld or shows.regulator)):
        return (
            "It reads as a request for information, not as a reply to one; "
            "“answerable questions” reads requests."
        )
    if decided and (letter.regime != "unknown" or letter.provisions or letter.reference):
        return None
    return (
        "It does not read as a reply to a request for information: it names no decision, no law "
        "and no request."
    )
