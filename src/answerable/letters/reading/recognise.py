"""Whether a text is a response at all, said plainly when it is not."""

from answerable.letters.patterns import compiled
from answerable.letters.reading.cues import BODIES
from answerable.letters.reading.welsh import in_welsh, no_reply_in_welsh
from answerable.model import Letter, Outcome

# The applicant wants something sent or told to himself.
_ASKS = compiled(
    r"\b(?:i (?:would like|wish to (?:request|ask|see|know|have)|am writing to (?:request|ask)|hereby|want to know|request|am requesting|seek)\b"
    r"|please (?:could you|can you|may i|(?:provide|send|supply|give|tell|let|forward|e-?mail)(?: \w+)? me\b)"
    r"|(?:please|kindly) (?:provide|send|supply|give)(?::| (?!us\b)(?!\w+ to us\b)(?!details of (?:your|which)\b)(?:all|any|the|copies|a|me|your)\b)"
    r"|(?:could|can|would|will) you (?:please )?(?:send|provide|give|tell|let) me\b|may i have\b|my request\b"
    r"|(?:under|pursuant to) the (?:freedom of information|foi) act.{0,40}\b(?:i|please)\b)"
)
# The authority speaks of what it was asked.
_REPLIES = compiled(
    r"\byour (?:\w+ ){0,4}(?:request|enquiry|questions?)\b|\bthank(?:s| you) for (?:your|getting|writing|contacting)\b|\byou (?:have )?(?:asked|requested|wrote|wanted to know)\b"
    r"|\bsee (?:the|our) (?:answers?|response|reply) (?:below|attached|above)|\b(?:our|this) (?:response|reply|answer)\b"
)
# It wants something of the applicant's first: "please tell us which".
_ASKS_BACK = compiled(
    r"\b(?:tell|let|send|give) us\b|\bclarif|\b(?:further|more) (?:details?|particulars|information)\b|\byou mean\b|\bsection 1\(3\)|\bs\.? ?1\(3\)|\bregulation 9\(2\)"
)
# It says what it does or has: an applicant speaks of "I", and of what "you" did.
_DOES = compiled(
    rf"\b(?:we|{BODIES}) (?:hold|holds|have|has|are|is|can|cannot|do|does|did|will|refuse|refuses|withhold|withholds|enclose|attach|received|consider|considers|neither|regret|rely|relies|must|need)\b"
    r"|\bour (?:decision|response|reply|answer|records|reasons)\b|\b(?:is|are) (?:therefore )?exempt\b|\bi (?:enclose|attach|confirm|can confirm|regret|refuse|am (?:refusing|withholding|unable|sorry|not able))\b"
)
# Words by which any text shows that it asks for something.
_QUESTION = compiled(
    r"\?|\b(?:please|could you|can you|kindly) (?:send|supply|provide|give|tell|let)\b|\bhow (?:many|much)\b|\b(?:i'd|i would) like\b|\binformation request\b"
)
# Whoever signs like this answers requests.
_SIGNED = compiled(
    r"\b(?:foi|foia|freedom of information|information (?:governance|rights|access|compliance|requests?)|data protection|disclosure|records) (?:team|officer|office|unit|desk|manager|lead|co-?ordinator|adviser|department)\b|\binformation officer\b|\bclerk to the\b"
)
_A_REQUEST = (
    "It reads as a request for information, not as a reply to one; “answerable questions” reads "
    "requests."
)
_NEITHER = (
    "It does not read as a reply to a request for information: it names no decision, no law and no "
    "request."
)


def not_a_response(letter: Letter) -> str | None:
    """None for a response; otherwise one sentence that says what the text is instead."""
    replies = _REPLIES.search(letter.own) is not None
    if replies and _speaks(letter):
        return None  # most letters
    if in_welsh(letter.flow):
        return no_reply_in_welsh(letter.flow)
    low = letter.flow.lower()
    asks = _ASKS.search(low) is not None
    if "my request" in low and not replies:
        return _A_REQUEST  # the applicant writes about it
    if replies and (not asks or _ASKS_BACK.search(letter.own) is not None):
        return None
    if _only_asks(low) or (asks and _DOES.search(letter.own) is None):
        return _A_REQUEST
    if _speaks(letter) or _signed(low):
        return None
    decided = letter.outcome is not Outcome.OTHER
    if decided and (letter.regime != "unknown" or letter.provisions or letter.reference):
        return None
    return _A_REQUEST if _QUESTION.search(low) else _NEITHER


def _speaks(letter: Letter) -> bool:
    """Whether it says what is done, as a reply does and a request seldom."""
    shows = letter.shows
    return any(
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


def _only_asks(low: str) -> bool:
    """Whether the text is a question and nothing more."""
    lines = [line.strip() for line in low.splitlines() if line.strip()]
    return 0 < len(lines) <= _FEW and all(line.endswith("?") for line in lines)


_FEW = 12  # lines


def _signed(low: str) -> bool:
    """Whether one of the last lines, after something was said, is that of an officer."""
    lines = [line for line in low.splitlines() if line.strip()]
    return any(_SIGNED.search(line) for line in lines[2:][-_FOOT:])


_FOOT = 5  # lines in which a letter is signed
