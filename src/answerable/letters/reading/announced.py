"""What a line of the authority's announces: the applicant, a statute, an earlier letter."""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.letters.reading import cues
from answerable.letters.reading.layout import Line
from answerable.letters.reading.state import FIRST_LABELS, State, closing
from answerable.model import BlockKind, Voice


def expect(lines: list[Line], texts: list[str], place: int, state: State) -> None:
    """What a line of the authority's announces for the next one."""
    line, words = lines[place], texts[place]
    heading = line.kind is BlockKind.HEADING
    if heading and cues.STATUTE_HEADING.match(words):
        state.announce(Voice.STATUTE)
        state.first = "heading"
        return
    if words.count('"') % 2 and cues.ASKED.search(words[: words.rfind('"')][-240:]):
        state.announce(Voice.REQUEST)
        state.until = closing(state.closes, place + 1) if place + 1 < len(texts) else place
        return
    below = texts[place + 1][0] if place + 1 < len(texts) else ""
    if below == '"' and _FROM_YOU.search(words[-120:]):
        state.announce(Voice.REQUEST)
        return
    if below in _BEGINS_A_LIST and words[-1] != "." and _asks_for_a_list(lines, words, place):
        state.announce(Voice.REQUEST)
        state.by = line.label
        return
    if words.endswith(_FOLLOWS) and place + 1 < len(lines) and _YOURS.search(words[-160:]):
        # "You sent us the following." above "1. Everything you hold …"
        if lines[place + 1].label in FIRST_LABELS:
            state.announce(Voice.REQUEST)
            state.by = line.label
        return
    if not heading and not words.endswith((":", " -", "that", "which", "that:", " namely")):
        return
    tail = words[-240:]
    if cues.STATUTE_LEAD.search(tail):
        state.announce(Voice.STATUTE)
    elif cues.EARLIER_LEAD.search(tail):
        state.announce(Voice.EARLIER)
    elif _announces_request(words, tail) or (
        place + 1 < len(lines) and _heads_a_list(words, lines[place + 1])
    ):
        state.announce(Voice.REQUEST)
        state.by = line.label


_FOLLOWS = ("the following.", "as follows.", "these questions.", "these points.", "these things.")
_YOURS = compiled(
    r"\byou (?:\w+ )?(?:sent|asked|wrote|put|wanted|requested|raised|submitted|have asked)\b(?![^.]{0,60}\b(?:met|answer|repl|respon|dealt|decid))[^.]{0,60}\.$"
)


def asks_back(lines: list[Line], texts: list[str], place: int) -> int:
    """The last line of the list below ``place`` in which the authority asks the applicant.

    "Please give us more particulars:" above "- which stretch of the river?". -1 for no such list.
    """
    words = texts[place][-240:]
    found = _ASKS_BACK.search(words)
    if found is None:
        return -1
    sentence = words[words.rfind(". ", 0, found.start()) + 1 :].lstrip()
    if cues.ASKED.search(sentence) is not None or _YOU_WANT.match(sentence) is not None:
        return -1  # "You wanted to know two things, and further details of each:"
    end = place
    while end + 1 < len(lines) and lines[end + 1].label not in ("", "|"):
        end += 1
    return end


_ASKS_BACK = compiled(
    r"\b(?:we|i)(?:'d| do| would| will| still| first| now| must)? (?:need|require|want|like|ask) (?:you )?to (?:know|ask|hear|be told|tell us|learn|clarify|explain|define|specify)\b|\b(?:more|further) (?:particulars|details?|information)\b(?! (?:you|held|on\b|about\b|is\b|was\b|are\b))[^.]{0,60}(?:[:.?]|\. in particular[,:]?)$|\b(?:please|could you|can you|would you|grateful if you (?:would|could)) (?:please )?(?:tell (?:us|me)|let (?:us|me) know|clarify|specify|say|confirm|explain)\b[^.]{0,40}:$|\bquestions? (?:we|i) (?:need|have|must|would)\b[^.]{0,60}[:.]$"
)


# "You would like, for every fall between April and December:"
_YOU_WANT = compiled(
    r"(?:(?:we|i|it) (?:understand|see|note|gather|seems|appears|take it|believe|read)s?(?: from [^,:]{3,30}| your [^,:]{3,30})?(?: that)?,? )?(?:you(?:'d| would) (?:also )?like[, ]|you(?:'ve| have| had)? (?:want|wanted|seek|sought|asked|requested|wish|wished)\b)"
)
# "You e-mailed us on 14 September, wanting for every school trip since 2022:"
_WANTING = compiled(
    r"\byou (?:e-?mailed|wrote|contacted|approached|got in touch|telephoned|rang)\b.{0,140}(?:, (?:wanting|asking|wishing|seeking|hoping|looking)| to (?:ask|request|enquire|find out)| with (?:two|three|four|five|some|these|several|the following) (?:questions|requests|points))\b"
)
_OF_ASKING = (" you", "you ", "it ", "namely", "and ", "which ", "that ", "terms", "words")


def _announces_request(words: str, tail: str) -> bool:
    if not words.endswith(
        (":", " -", " namely")
    ):  # a heading: it has to be about the request alone
        return cues.heads_request(words)
    # "We have dealt with it under the Act. You asked for:" is announced by its last sentence.
    last = tail.rsplit(". ", 1)[-1]
    for part in (tail, last) if len(last) < len(tail) else (tail,):
        if cues.ASKED.search(part) is not None and cues.NOT_ASKED.search(part) is None:
            return True
    wants = "you" in last and (_YOU_WANT.match(last) or _WANTING.search(last))
    if wants and not cues.NOT_ASKED.search(last):
        return True
    if not holds(last, _OF_ASKING):
        return False
    return cues.ASKED_TOO.search(last) is not None and cues.NOT_ASKED.search(last) is None


# "We received this from you on 12 May." above the words themselves.
_FROM_YOU = compiled(
    r"\breceived (?:this|these|the following)\b.{0,30}\bfrom you\b|\byou (?:wrote|asked us this)\b[^.]{0,30}\.$"
)
# "Your e-mail asks the Council for" right above "(1) invoices from …".
_ASKS_FOR = compiled(
    r"\b(?:asks?|asked|asking|requested|sought|seeks?|wants?|wanted|would like)(?: (?:us|me|the \w+|to|know|have|see)){0,3}(?: for)?$|\b(?:asked for|wanted|requested|sought) (?:was|were|is|are)[ ]?:?$|\b(?:request|letter|e-?mail) (?:was|is) (?:for|to see)(?: (?:the following|copies of|a copy of|sight of|details of))?$|\b(?:asked|asking|asks|wanted|wish|like) (?:us )?(?:for|to (?:have|see|know|be sent|be given))(?: (?:copies|photocopies|sight|details|a copy) of)?$"
    r"|\b(?:asks?|asked|asking|requests?|requested|seeks?|sought|wants?|wanted)(?: us| me| the \w+)?, (?:under|by virtue of|in terms of|pursuant to|citing|relying on|using|on|in) [^:;]{3,70}, (?:for|to (?:know|see|have|be (?:told|sent|given)))$"
    r"|\byou (?:have |had )?(?:asked|requested|wanted|sought)(?: us| me)?(?: for| to know)?, (?:by way of|under|in terms of|pursuant to|using|citing|relying on) [^:;.]{3,70},$"
)


_BEGINS_A_LIST = frozenset("(1ai-*o")


def _asks_for_a_list(lines: list[Line], words: str, place: int) -> bool:
    return place + 1 < len(lines) and (
        lines[place + 1].label in FIRST_LABELS
        and "review" not in words
        and _ASKS_FOR.search(words[-120:]) is not None
    )


def _heads_a_list(words: str, after: Line) -> bool:
    """A heading such as "Your request of 2 May" right above numbered questions."""
    if after.label not in FIRST_LABELS:
        return False
    return "your request" in words or ("request" in words and "received" in words)
