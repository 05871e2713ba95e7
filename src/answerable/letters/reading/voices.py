"""Who speaks in each block: authority, applicant, statute, an earlier letter, the page itself.

A voice other than the authority's has to be announced ("You asked:", "Section 24 states:"),
marked (quotation marks, "> ") or shaped as it (a question set above its answer); and it stops
at the first sign that the authority speaks again. What is in doubt is the authority's.
"""

from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.letters.reading import cues
from answerable.letters.reading.layout import Line
from answerable.letters.reading.missed import with_missed_questions
from answerable.letters.reading.quotes import quoted
from answerable.model import Block, BlockKind, Span, Voice

_LOOK_AHEAD = 6  # lines in which an applicant who argues must come to asking
_EARLY = 14  # lines in which a letter says that answers stand below questions
_LONGEST_QUOTE = 60  # lines that one pair of quotation marks may hold


class _State:
    """Where the reader is in the letter, as it goes down the page."""

    __slots__ = (
        "asked",
        "begun",
        "by",
        "first",
        "heard",
        "marked",
        "mode",
        "paired",
        "quoted",
        "signed",
        "until",
    )

    def __init__(self) -> None:
        self.begun = False  # past the letterhead
        self.signed = False  # past the sign-off
        self.paired = False  # questions and answers are said to stand by turns
        self.quoted = False  # the request has been heard as a whole
        self.asked: dict[str, str] = {}  # the first words of each labelled item of the request
        self.announce(Voice.AUTHORITY)

    def announce(self, voice: Voice) -> None:
        """``voice`` is expected to speak in the next line."""
        self.mode = voice
        self.heard = 0  # lines heard in this mode
        self.first = ""  # label of the first list item heard
        self.marked = False  # "> " stands before the lines
        self.until = -1  # place of the line with the closing quotation mark
        self.by = ""  # label of the line that announced


def blocks(flow: str, low: str, lines: list[Line]) -> list[Block]:
    """The lines with their voices; a line with a quotation inside becomes several blocks."""
    state = _State()
    texts = [low[line.span.start : line.span.end] for line in lines]
    made: list[Block] = []
    numbered = False
    for place, line in enumerate(lines):
        voice = _voice(low, lines, texts, place, state)
        block = Block(line.span, line.kind, voice, line.label if line.label not in "-|" else "")
        if voice is Voice.AUTHORITY:
            pieces = [block] if line.kind is BlockKind.TABLE else _split(flow, low, block, state)
            made += pieces
            if place < _EARLY:
                words = texts[place]
                if "questions" in words or "answers" in words or "what we can say" in words:
                    state.paired = state.paired or _PAIRS.search(words) is not None
            _expect(lines, texts, place, state)
        else:
            numbered = numbered or (block.number != "" and voice is Voice.REQUEST)
            made.append(block)
    return _signed(with_missed_questions(made, low) if numbered else made, low)


def _signed(blocks: list[Block], low: str) -> list[Block]:
    """A name and post at the very end are a signature, with or without a "Yours faithfully"."""
    place = len(blocks)
    while place > max(1, len(blocks) - 4):
        block = blocks[place - 1]
        words = low[block.span.start : block.span.end]
        if block.voice is not Voice.AUTHORITY or block.kind is not BlockKind.HEADING:
            break
        if len(words) > 60 or not _NAME_AND_POST.fullmatch(words):
            break
        place -= 1
    return blocks[:place] + [replace(block, voice=Voice.SIGNATURE) for block in blocks[place:]]


_NAME_AND_POST = compiled(r"[^\W\d_][\w '&,.()/-]*")


def _voice(low: str, lines: list[Line], texts: list[str], place: int, state: _State) -> Voice:
    line, words = lines[place], texts[place]
    if not state.begun:
        return _opening(low, lines, texts, place, state)
    if _begins_chain(texts, place):
        state.announce(Voice.EARLIER)
        state.until = len(lines)
    if state.mode is Voice.EARLIER and place <= state.until:
        return Voice.EARLIER
    if words[0] == ">" and state.mode is Voice.AUTHORITY:
        return Voice.REQUEST if place < len(lines) * 0.6 else Voice.EARLIER
    if state.signed:
        return _after_sign_off(words, line, state)
    if place < 8 and len(words) < 120 and cues.MAIL_FIELD.match(words):
        return Voice.FURNITURE
    if len(words) < 60 and cues.SIGN_OFF.match(words) and not place <= state.until:
        state.signed = True
        state.announce(Voice.AUTHORITY)
        return Voice.SIGNATURE
    if state.mode is not Voice.AUTHORITY:
        if _goes_on(lines, texts, place, state):
            state.heard += 1
            state.quoted = state.quoted or state.mode is Voice.REQUEST
            if line.label and state.mode is Voice.REQUEST:
                state.asked.setdefault(line.label, _head(words, line))
            return state.mode
        state.announce(Voice.AUTHORITY)
    if line.label and _is_question_restated(low, lines, texts, place):
        # "B. The tonnages are in the table" under the letter of a question is its answer.
        known = state.asked.get(line.label)
        if known is None or known == _head(words, line) or "?" in words:
            return Voice.REQUEST
    if (
        state.paired
        and words[-1] == "?"
        and cues.QUESTION.match(words)
        and not _ABOUT_US.search(words)
    ):
        return Voice.REQUEST  # "Which company calibrates the meters?" above its answer
    below = texts[place + 1] if place + 1 < len(lines) else ""
    if below.startswith(_ANSWER_LEAD) and _PUT.match(words):
        return Voice.REQUEST
    return Voice.FURNITURE if _disclaims(words) else Voice.AUTHORITY


def _head(words: str, line: Line) -> str:
    return words[line.body - line.span.start :][:20].strip("\"' ")


def _disclaims(words: str) -> bool:
    """Whether the line is the small print below a mail."""
    head = words[:200]
    return holds(head, _DISCLAIMING) and cues.DISCLAIMER.search(head) is not None


_DISCLAIMING = ("confidential", "intended", "privileged", "received", "internet", "environment")


def _begins_chain(texts: list[str], place: int) -> bool:
    """An earlier mail begins: "-----Original Message-----", "On … wrote:", "From: … Sent: …"."""
    words = texts[place]
    if words.startswith(("-", "_", "on ", "begin forwarded")):
        return cues.EARLIER_MARK.search(words[:200]) is not None
    if not words.startswith("from:") or place < 3:
        return False
    return any(each.startswith(("sent:", "date:", "to:")) for each in texts[place + 1 : place + 4])


def _opening(low: str, lines: list[Line], texts: list[str], place: int, state: _State) -> Voice:
    """The letterhead lasts until somebody is greeted or a first sentence is spoken."""
    words = texts[place]
    if cues.SALUTATION.match(words):
        state.begun = True
        return Voice.FURNITURE
    speaks = _is_sentence(words) or words[0] == ">" or cues.ASKED.search(words[:300])
    if speaks and (len(words) > 200 or not any(map(_greets, texts[place + 1 : place + 12]))):
        # A long line above the greeting is an address or a subject only if somebody is greeted.
        state.begun = True
        return _voice(low, lines, texts, place, state)
    return Voice.FURNITURE


def _greets(words: str) -> bool:
    return len(words) < 80 and cues.SALUTATION.match(words) is not None


def _is_sentence(words: str) -> bool:
    return len(words) > 45 and words[-1] in '.:;?"' and " " in words


_AFTER_ALL = compiled(r"review|complain|appeal|rights|annex|appendix|unhappy|dissatisfied|your ")


def _after_sign_off(words: str, line: Line, state: _State) -> Voice:
    if _disclaims(words):
        return Voice.FURNITURE
    if line.kind is BlockKind.HEADING:
        if _AFTER_ALL.search(words) and "@" not in words:
            state.signed = False  # an annex, or rights set below the name
            return Voice.AUTHORITY
        return Voice.SIGNATURE
    if len(words) > 70 and (words[-1] in ".:;" or ". " in words):
        return Voice.AUTHORITY
    return Voice.SIGNATURE


def _goes_on(lines: list[Line], texts: list[str], place: int, state: _State) -> bool:
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
        state.until = _closing(texts, place)
        return True
    if state.until >= 0 and not (line.label and '"' in words[:12]):
        return False  # the quotation has been closed
    if state.mode is Voice.STATUTE:
        return _statute_goes_on(line, words, state)
    if state.mode is Voice.EARLIER:
        return state.heard == 0 and line.kind is not BlockKind.HEADING
    return _request_goes_on(lines, texts, place, state)


def _closing(texts: list[str], place: int) -> int:
    """The line on which the quotation that opens at ``place`` is closed; its own if none is."""
    for at in range(place, min(len(texts), place + _LONGEST_QUOTE)):
        if '"' in texts[at][1:] if at == place else '"' in texts[at]:
            return at
    return place


def _statute_goes_on(line: Line, words: str, state: _State) -> bool:
    if line.kind is BlockKind.HEADING and (line.word_label or not line.label):
        return False
    if line.label:
        return not line.word_label
    # Below a heading "What the Act says" the Act is explained until it is applied.
    under_heading = state.first == "heading"
    return (state.heard == 0 or under_heading) and not cues.APPLIES.search(words)


def _request_goes_on(lines: list[Line], texts: list[str], place: int, state: _State) -> bool:
    line, words = lines[place], texts[place]
    if line.label:
        return _item_goes_on(lines, texts, place, state)
    if state.first:
        return _between_items(lines, texts, place, state)
    asks = cues.REQUESTS.match(words) is not None or words[-1] == "?"
    if state.heard == 0:
        return asks or not (cues.ANSWERS.match(words) or cues.OWN.search(words))
    if line.kind is BlockKind.HEADING or cues.ANSWERS.match(words) or cues.OWN.search(words):
        return False
    return asks or _comes_to_asking(lines, texts, place)


def _item_goes_on(lines: list[Line], texts: list[str], place: int, state: _State) -> bool:
    """Whether a labelled line is one more item of the request."""
    line = lines[place]
    body = texts[place][line.body - line.span.start :]
    if state.by.isdigit() and line.label == str(int(state.by) + 1):
        return False  # "1. You asked for: (a) … (b) …", "2. We hold both."
    if not state.first:
        if not body or (cues.ANSWERS.match(body) and not cues.REQUESTS.match(body)):
            return False
        state.first = line.label
        return True
    if line.label == state.first and line.label != "-" and line.indent <= lines[place - 1].indent:
        return False  # numbering begins again: these are the answers
    if line.word_label and cues.ANSWERS.match(body):
        return False
    return body[-1:] == "?" or not cues.ANSWERS.match(body) or _in_run(lines, place)


def _in_run(lines: list[Line], place: int) -> bool:
    """Whether the line carries on the numbering of the line before it."""
    before, here = lines[place - 1].label, lines[place].label
    if before.isdigit() and here.isdigit():
        return int(here) == int(before) + 1
    return here == "-" == before or (len(before) == len(here) == 1 and ord(here) == ord(before) + 1)


def _between_items(lines: list[Line], texts: list[str], place: int, state: _State) -> bool:
    """A line without a label after a list of questions has begun."""
    line, words = lines[place], texts[place]
    if cues.ANSWERS.match(words) or cues.OWN.search(words):
        return False
    if cues.REQUESTS.match(words) and len(words) < 400:
        return True
    after = lines[place + 1] if place + 1 < len(lines) else None
    follows = (after is not None and after.label not in ("", "1", state.first)) or (
        after is not None and after.label == "-" == state.first
    )
    torn = not line.gap and line.indent >= lines[place - 1].indent + 2
    return torn or (follows and words[-1] in ":?" and lines[place - 1].label != "")


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
        if cues.REQUESTS.match(words):
            return True
    return False


# "Your question: how many …?" above "Our reply: six."
_PUT = compiled(r"(?:your |the )?(?:question|request|you asked|asked)(?: \d{1,2})?[ ]?[:.-] ?\S")
_ANSWER_LEAD = (
    "answer",
    "response",
    "reply",
    "a:",
    "a.",
    "a)",
    "our response",
    "our answer",
    "our reply",
)


def _is_question_restated(low: str, lines: list[Line], texts: list[str], place: int) -> bool:
    """A numbered question set above its answer, or "Question 2: the price per mile"."""
    line = lines[place]
    after = lines[place + 1] if place + 1 < len(lines) else None
    if after is None or line.label == "-":
        return False
    body = low[line.body : line.span.end]
    if not body or len(body) > 700 or cues.ANSWERS.match(body):
        return False
    if texts[place + 1].startswith(_ANSWER_LEAD):
        return line.word_label or line.label not in ("a",)
    if body[-1] == "?" or body.endswith('?"'):
        return True
    if texts[place][0] == "q" and line.word_label and not after.label and len(body) > 25:
        return not cues.OWN.search(body)  # "Q1. In a spreadsheet please, the number of officers."
    if cues.STATUTE_LEAD.search(body[-200:]) or line.kind is BlockKind.HEADING:
        return False
    return (
        not after.label
        and len(body) < 300
        and "section" not in body
        and "regulation" not in body
        and cues.QUESTION.match(body) is not None
        and not cues.OWN.search(body)
    )


def _expect(lines: list[Line], texts: list[str], place: int, state: _State) -> None:
    """What a line of the authority's announces for the next one."""
    line, words = lines[place], texts[place]
    heading = line.kind is BlockKind.HEADING
    if heading and cues.STATUTE_HEADING.match(words):
        state.announce(Voice.STATUTE)
        state.first = "heading"
        return
    if words.count('"') % 2 and cues.ASKED.search(words[: words.rfind('"')][-240:]):
        state.announce(Voice.REQUEST)
        state.until = _closing(["", *texts[place + 1 :]], 0) + place
        return
    below = texts[place + 1][0] if place + 1 < len(texts) else ""
    if below == '"' and _FROM_YOU.search(words[-120:]):
        state.announce(Voice.REQUEST)
        return
    if below in _BEGINS_A_LIST and words[-1] != "." and _asks_for_a_list(lines, words, place):
        state.announce(Voice.REQUEST)
        state.by = line.label
        return
    if not heading and not words.endswith((":", " -", "that", "which", "that:")):
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


_OF_ASKING = (" you", "you ", "it ", "namely", "and ", "which ", "that ", "terms", "words")


def _announces_request(words: str, tail: str) -> bool:
    if not words.endswith((":", " -")):  # a heading: it has to be about the request alone
        return cues.ASKED_HEADING.match(words) is not None
    # "We have dealt with it under the Act. You asked for:" is announced by its last sentence.
    for part in (tail, tail.rsplit(". ", 1)[-1]):
        if cues.ASKED.search(part) is not None and cues.NOT_ASKED.search(part) is None:
            return True
    last = tail.rsplit(". ", 1)[-1]
    if not holds(last, _OF_ASKING):
        return False
    return cues.ASKED_TOO.search(last) is not None and cues.NOT_ASKED.search(last) is None


_FIRST = ("1", "a", "i", "-")
# "We received this from you on 12 May." above the words themselves.
_FROM_YOU = compiled(
    r"\breceived (?:this|these|the following)\b.{0,30}\bfrom you\b|\byou (?:wrote|asked us this)\b[^.]{0,30}\.$"
)
# "Your e-mail asks the Council for" right above "(1) invoices from …".
_ASKS_FOR = compiled(
    r"\b(?:asks?|asked|asking|requested|sought|seeks?|wants?|wanted|would like)(?: (?:us|me|the \w+|to|know|have|see)){0,3}(?: for)?$|\b(?:asked for|wanted|requested|sought) (?:was|were|is|are)[ ]?:?$"
)


_BEGINS_A_LIST = frozenset("(1ai-*o")


def _asks_for_a_list(lines: list[Line], words: str, place: int) -> bool:
    return place + 1 < len(lines) and (
        lines[place + 1].label in _FIRST and _ASKS_FOR.search(words[-80:]) is not None
    )


def _heads_a_list(words: str, after: Line) -> bool:
    """A heading such as "Your request of 2 May" right above numbered questions."""
    if after.label not in _FIRST:
        return False
    return "your request" in words or ("request" in words and "received" in words)


_ASKED_HERE = compiled(
    r"(?:(?:q(?:uestion)?|part|item)? ?\(?\d{1,2}[.):]{1,2} {1,3}|\(?[a-h][.)] {1,3})?(?:(?:on|in|at|to|by|from|for) )?(?:how|what|which|who|when|where|why|did|does|do|has|have|was|were) [^?\n]{6,300}\?(?= {1,9}\S)"
)
_ABOUT_US = compiled(
    r"unhappy|dissatisf|not happy|happens next|complain|\byou (?:think|feel|disagree|are)\b|\bnext\?"
)
_OUR_OWN = compiled(
    r"unhappy|dissatisf|not happy|your request|happens|complain|appeal|\bi\b|next|you (?:think|feel|want|wish|mean)"
)


# "Text of request: please send me …"
_REQUEST_PUT = compiled(
    r"(?:(?:text|details|wording) of (?:the |your )?|the |your |full |original )?(?:request|question|you asked(?: for)?)(?: text| details| in full)?[ ]?[:-] (?=(?:please|i|we|how|what|the|all|a|copies|copy|any|whether|which|who|when|did|do|has|have|is|are|can|could|list|details|number|under|for|to)\b)"
)


# "I answer your three questions in turn"; "what you asked and what we can say".
_PAIRS = compiled(
    r"\b(?:two|three|four|five|six|seven|eight|several|your) questions\b|\byou (?:asked|wanted)\b.{0,40}\band (?:what we can say|our (?:answer|repl|response))|\b(?:answers?|repl(?:y|ies)) (?:are |is )?(?:set out )?(?:beneath|below|underneath|under each|after each|against each)\b"
)


def _asked_and_answered(low: str, block: Block, state: _State) -> list[tuple[Span, Voice]]:
    """Tell apart "How many left? 311.": the applicant's question and its answer."""
    start, end = block.span
    put = None
    if (
        low.find(":", start, min(end, start + 60)) >= 0
        or low.find(" -", start, min(end, start + 60)) >= 0
    ):
        put = _REQUEST_PUT.match(low, start, end)
    if put is not None:
        return [(Span(put.end(), block.span.end), Voice.REQUEST)]
    match = _ASKED_HERE.match(low, *block.span) if low.find("?", *block.span) >= 0 else None
    if match is None or match.end() - match.start() > 320 or _OUR_OWN.search(match.group()):
        return []
    if not block.number and state.quoted and not state.paired:
        return []  # "What would disclosure do? It would …": the authority asks itself
    return [(Span(*match.span()), Voice.REQUEST)]


def _split(flow: str, low: str, block: Block, state: _State) -> list[Block]:
    """Cut the quotations out of a block of the authority's."""
    pieces = _asked_and_answered(low, block, state)
    if not pieces:
        pieces = quoted(flow, low, block.span)
        if not pieces:
            return [block]
        state.quoted = state.quoted or any(voice is Voice.REQUEST for _, voice in pieces)
    made: list[Block] = []
    position = block.span.start
    for span, voice in pieces:
        if flow[position : span.start].strip():
            made.append(replace(block, span=Span(position, span.start)))
        made.append(replace(block, span=span, voice=voice, kind=BlockKind.PARAGRAPH, number=""))
        position = span.end
    if flow[position : block.span.end].strip():
        made.append(replace(block, span=Span(position, block.span.end)))
    return made
