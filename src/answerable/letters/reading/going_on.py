"""Whether a voice that is not the authority's still speaks in the next line."""

from answerable.letters.patterns import compiled
from answerable.letters.reading import cues
from answerable.letters.reading.layout import Line
from answerable.letters.reading.state import State, closing
from answerable.model import BlockKind, Voice

_LOOK_AHEAD = 6  # lines in which an applicant who argues must come to asking


def goes_on(lines: list[Line], texts: list[str], place: int, state: State) -> bool:
    """Whether the quoted voice that was announced still speaks."""
    line, words = lines[place], texts[place]
    if place <= state.until:
        return True
    if words[0] == ">":
        state.marked = True
        return True
    if state.marked:
        return False
    if words[0] == '"' and (state.heard == 0 or texts[place - 1][0] == '"'):
        state.until = closing(state.closes, place)
        return True
    if state.until >= 0 and not (line.label and '"' in words[:12]):
        return False  # the quotation has been closed
    if state.mode is Voice.STATUTE:
        return _statute_goes_on(line, words, state)
    if state.mode is Voice.EARLIER:
        return state.heard == 0 and line.kind is not BlockKind.HEADING
    return _request_goes_on(lines, texts, place, state)


def _statute_goes_on(line: Line, words: str, state: State) -> bool:
    if line.kind is BlockKind.HEADING and (line.word_label or not line.label):
        return state.first == "heading" and _HEADS_SECTION.match(words) is not None
    if line.label:
        return not line.word_label
    # Below a heading "What the Act says" the Act is explained until it is applied.
    under_heading = state.first == "heading"
    return (state.heard == 0 or under_heading) and not cues.APPLIES.search(words)


# "Section 40 Personal information", below "Annex A - extract from the Act".
_HEADS_SECTION = compiled(r"(?:section|regulation|s\.|reg\.?) ?\d{1,2}[a-z]? ?[:.-]? ?[a-z]")


def _request_goes_on(lines: list[Line], texts: list[str], place: int, state: State) -> bool:
    line, words = lines[place], texts[place]
    if line.label:
        return _item_goes_on(lines, texts, place, state)
    if state.first:
        return _between_items(lines, texts, place, state)
    asks = cues.REQUESTS.match(words) is not None or words[-1] == "?"
    if state.heard == 0 and '"' in words and _READS.match(words):
        return False  # the words themselves stand in the quotation
    if state.heard == 0:
        if asks or not (cues.ANSWERS.match(words) or cues.OWN.search(words)):
            return True
        # "The report which you have put on your website says …", set in from the margin above
        # the questions: the applicant tells what they are about.
        set_in = line.indent >= lines[place - 1].indent + 2
        return set_in and not cues.OWN.search(words) and _comes_to_asking(lines, texts, place)
    if line.kind is BlockKind.HEADING or cues.ANSWERS.match(words) or cues.OWN.search(words):
        return False
    if asks and _asks_itself(words):
        return False
    return asks or _comes_to_asking(lines, texts, place)


def _item_goes_on(lines: list[Line], texts: list[str], place: int, state: State) -> bool:
    """Whether a labelled line is one more item of the request."""
    line = lines[place]
    body = texts[place][line.body - line.span.start :]
    if state.by.isdigit() and line.label == str(int(state.by) + 1):
        return False  # "1. You asked for: (a) … (b) …", "2. We hold both."
    if not state.first:
        if not body or (cues.ANSWERS.match(body) and not cues.REQUESTS.match(body)):
            return False
        if _CONTACT.match(body):
            return False
        state.first = line.label
        return True
    if line.label == state.first and line.label != "-" and line.indent <= lines[place - 1].indent:
        return False  # numbering begins again: these are the answers
    if line.word_label and (cues.ANSWERS.match(body) or _goes_back(lines, place)):
        return False
    if line.label in state.asked and line.label != "-":
        if line.word_label and not lines[place - 1].word_label:
            return False  # "Q2. The tonnage was 4,118.", below "2. the tonnage" and "3. the log"
        if _IS_DEALT_WITH.match(body):
            return False  # "(b) can be answered straight away."
    return body[-1:] == "?" or not cues.ANSWERS.match(body) or _in_run(lines, place)


# 'This was received on 2 May and reads: "Please send …"', below a heading "Your request".
_READS = compiled(
    r"(?:this|it|your (?:request|e-?mail|letter)|the (?:request|e-?mail|letter))\b[^\":]{0,120}\b(?:reads?|said|says|was|is|asks|asked|ran|runs)(?: as follows)?[:,] ?\""
)
_IS_DEALT_WITH = compiled(
    r"(?:is|are|was|were|has|have|can be|cannot|will be) (?:being |now |also |all )?(?:answered|refused|withheld|exempt|held|not|enclosed|attached|supplied|provided|dealt|released|published)\b"
)
# "Taking these in turn:" above the answers.
_TURNS_TO_ANSWER = compiled(
    r"(?:taking|dealing with|answering|turning to|to take|to deal with|in (?:the same )?(?:order|turn)|our (?:answers?|repl)|the answers?|my (?:answers?|repl))\b"
)
# "- web: www.…", "- post: 12 High Street": where to write to.
_CONTACT = compiled(
    r"(?:by |on |in )?(?:the )?(?:web(?:site)?|online|post(?:al address)?|e-?mail|(?:tele)?phone|tel|telephone|address|write(?: to)?|call|visit|in writing|in person|text|fax)[ ]?:"
    r"|[^ ]{1,40}@[^ ]{1,60}$|(?:https?://|www\.)[^ ]{1,80}$"
)


def _goes_back(lines: list[Line], place: int) -> bool:
    """Whether "Q1" stands below "Q5", a blank line between: a list of decisions is above."""
    before, here = lines[place - 1].label, lines[place]
    back = before.isdigit() and here.label.isdigit() and int(here.label) < int(before)
    return back and here.gap


def _in_run(lines: list[Line], place: int) -> bool:
    """Whether the line carries on the numbering of the line before it."""
    before, here = lines[place - 1].label, lines[place].label
    if before.isdigit() and here.isdigit():
        return int(here) == int(before) + 1
    return here == "-" == before or (len(before) == len(here) == 1 and ord(here) == ord(before) + 1)


def _between_items(lines: list[Line], texts: list[str], place: int, state: State) -> bool:
    """A line without a label after a list of questions has begun."""
    line, words = lines[place], texts[place]
    if cues.ANSWERS.match(words) or cues.OWN.search(words) or _asks_itself(words):
        return False
    if _ASKS_YOU.search(words):
        return False
    if _TURNS_TO_ANSWER.match(words) or (
        line.kind is BlockKind.HEADING and _HEADS_OURS.match(words)
    ):
        return False
    if cues.REQUESTS.match(words) and len(words) < 400:
        return True
    after = lines[place + 1] if place + 1 < len(lines) else None
    follows = (after is not None and after.label not in ("", "1", state.first)) or (
        after is not None and after.label == "-" == state.first
    )
    torn = not line.gap and line.indent >= lines[place - 1].indent + 2
    return torn or (follows and words[-1] in ":?" and lines[place - 1].label != "")


# "On number 1 … we require you to clarify what you mean."
_ASKS_YOU = compiled(r"\b(?:we|i) (?:\w+ )?(?:need|require|ask) you to\b")
# "Do we hold it?" is a heading of the authority's.
_ASKS_ITSELF = compiled(
    r"(?:do|did|are|is|have|has|can|will|what|why|how|which|where) (?!.*\byou\b).*\b(?:we|our|us)\b.*\?$"
    r"|(?:is|are|was|were) (?:it|they|this|any of (?:it|this)|(?:the|this) (?:information|material))(?: all)? (?:held|exempt)\?$"
)
# "What we found and what we are sending", "How we searched".
_HEADS_OURS = compiled(r"(?:what|why|how|which|where) (?:information )?(?:we|i|the \w+)\b[^?]*$")


def _asks_itself(words: str) -> bool:
    return len(words) < 80 and _ASKS_ITSELF.match(words) is not None


def _comes_to_asking(lines: list[Line], texts: list[str], place: int) -> bool:
    """Whether the applicant, who argues here, asks something in the next few paragraphs."""
    if texts[place][-1] == ":" and cues.REQUEST_WORD.search(texts[place][-160:]):
        return True
    for at in range(place + 1, min(len(lines), place + _LOOK_AHEAD)):
        words = texts[at]
        if lines[at].kind is BlockKind.HEADING or cues.ANSWERS.match(words):
            return False
        if cues.OWN.search(words):
            return False
        if cues.REQUESTS.match(words, lines[at].body - lines[at].span.start):
            return True
    return False
