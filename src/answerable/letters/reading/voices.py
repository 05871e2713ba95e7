"""Who speaks in each block: authority, applicant, statute, an earlier letter, the page itself."""

from dataclasses import replace

from answerable.letters.reading import cues
from answerable.letters.reading.layout import Line
from answerable.letters.reading.quotes import quoted
from answerable.model import Block, BlockKind, Span, Voice


class _State:
    """Where the reader is in the letter, as it goes down the page."""

    def __init__(self) -> None:
        self.begun = False  # past the letterhead
        self.signed = False  # past the sign-off
        self.mode = Voice.AUTHORITY  # who is expected to speak next
        self.items = 0  # list items heard in this mode
        self.first = ""  # the first label heard in this mode


def blocks(flow: str, low: str, lines: list[Line]) -> list[Block]:
    """The lines with their voices; a line with a quotation inside becomes several blocks."""
    state = _State()
    made: list[Block] = []
    for place, line in enumerate(lines):
        voice = _voice(low, lines, place, state)
        block = Block(line.span, line.kind, voice, line.label if line.label not in "-|" else "")
        if voice is Voice.AUTHORITY and line.kind is not BlockKind.TABLE:
            made += _split(flow, low, block)
        else:
            made.append(block)
        _expect(low, lines, place, voice, state)
    return _signed(made, low)


def _signed(blocks: list[Block], low: str) -> list[Block]:
    """A name and post at the very end are a signature, with or without a "Yours faithfully"."""
    place = len(blocks)
    while place > max(1, len(blocks) - 4):
        block = blocks[place - 1]
        words = low[block.span.start : block.span.end]
        if block.voice is not Voice.AUTHORITY or block.kind is not BlockKind.HEADING:
            break
        if len(words) > 60 or not words.replace(" ", "").replace("'", "").isalpha():
            break
        place -= 1
    return blocks[:place] + [replace(block, voice=Voice.SIGNATURE) for block in blocks[place:]]


def _voice(low: str, lines: list[Line], place: int, state: _State) -> Voice:
    line = lines[place]
    words = low[line.span.start : line.span.end]
    if not state.begun:
        return _opening(words, line, lines, place, low, state)
    if ("--" in words or words.startswith("on ")) and cues.EARLIER_MARK.search(words):
        state.mode, state.items = Voice.EARLIER, 0
        return Voice.EARLIER
    if words.startswith(">"):
        return Voice.REQUEST if state.mode is Voice.REQUEST else Voice.EARLIER
    if state.mode is Voice.EARLIER and state.items == 0:
        return Voice.EARLIER
    if state.signed:
        return _after_sign_off(words, line)
    if cues.MAIL_FIELD.match(words) and len(words) < 120 and place < 8:
        return Voice.FURNITURE
    if cues.SIGN_OFF.match(words) and len(words) < 60:
        state.signed, state.mode = True, Voice.AUTHORITY
        return Voice.SIGNATURE
    if state.mode is not Voice.AUTHORITY and _goes_on(low, lines, place, state):
        state.items += bool(line.label)
        state.first = state.first if state.items > 1 else line.label
        return state.mode
    state.mode = Voice.AUTHORITY
    if _is_question_restated(low, lines, place, words):
        return Voice.REQUEST
    if cues.DISCLAIMER.search(words):
        return Voice.FURNITURE
    return Voice.AUTHORITY


def _opening(
    words: str, line: Line, lines: list[Line], place: int, low: str, state: _State
) -> Voice:
    """The letterhead lasts until somebody is greeted or a first sentence is spoken."""
    if cues.SALUTATION.match(words):
        state.begun = True
        return Voice.FURNITURE
    if _is_sentence(words) or cues.ASKED.search(words) or words.startswith(">"):
        # A long line above the greeting is an address or a subject only if it does not end.
        greeted = any(
            cues.SALUTATION.match(low[each.span.start : each.span.end])
            for each in lines[place + 1 : place + 12]
        )
        if not greeted or len(words) > 200:
            state.begun = True
            return _voice(low, lines, place, state)
        return Voice.FURNITURE
    return Voice.FURNITURE


def _is_sentence(words: str) -> bool:
    return len(words) > 45 and words[-1] in '.:;?"' and " " in words


def _after_sign_off(words: str, line: Line) -> Voice:
    if cues.DISCLAIMER.search(words):
        return Voice.FURNITURE
    if len(words) > 70 and (words[-1] in ".:;" or ". " in words):
        return Voice.AUTHORITY
    if line.kind is BlockKind.HEADING and any(
        word in words
        for word in (
            "review",
            "complain",
            "appeal",
            "rights",
            "annex",
            "appendix",
            "unhappy",
            "dissatisfied",
        )
    ):
        return Voice.AUTHORITY
    return Voice.SIGNATURE


def _goes_on(low: str, lines: list[Line], place: int, state: _State) -> bool:
    """Whether the quoted voice that was announced still speaks."""
    line = lines[place]
    words = low[line.body : line.span.end]
    if state.mode is Voice.STATUTE:
        if line.kind is BlockKind.HEADING and (line.word_label or not line.label):
            return False
        return (
            bool(line.label)
            or words.startswith('"')
            or (state.items == 0 and line.kind is not BlockKind.HEADING)
        )
    if state.mode is Voice.EARLIER:
        return words.startswith('"')
    if state.items and not line.label:
        return _is_tail(words, lines, place)
    if line.word_label and cues.ANSWERS.match(words):
        return False
    if line.label:
        if state.items and line.label in ("1", "a", "i") and line.label == state.first:
            return False  # the numbering starts again: these are the answers
        return (
            not _speaks(words) or _is_question(words) or (state.items > 0 and _in_run(lines, place))
        )
    if _speaks(words):
        return False
    return not state.items


def _in_run(lines: list[Line], place: int) -> bool:
    """Whether the line carries on the numbering of the line before it."""
    before, here = lines[place - 1].label, lines[place].label
    if before.isdigit() and here.isdigit():
        return int(here) == int(before) + 1
    return len(before) == len(here) == 1 and ord(here) == ord(before) + 1


def _is_tail(words: str, lines: list[Line], place: int) -> bool:
    """An unlabelled line within a list of questions: the list goes on after it."""
    after = lines[place + 1 : place + 2]
    return (
        not _speaks(words)
        and bool(after)
        and bool(after[0].label)
        and lines[place - 1].label != ""
        and after[0].label not in ("1", "a", "i")
        and words.endswith((":", "?"))
    )


def _speaks(words: str) -> bool:
    return cues.ANSWERS.match(words) is not None


def _is_question(words: str) -> bool:
    return words.endswith(("?", '?"'))


def _is_question_restated(low: str, lines: list[Line], place: int, words: str) -> bool:
    """A numbered question set above its answer, or "Question 2: the price per mile"."""
    line = lines[place]
    body = low[line.body : line.span.end]
    after = lines[place + 1] if place + 1 < len(lines) else None
    if not line.label or after is None or cues.STATUTE_LEAD.search(words):
        return False
    answered = low[after.span.start : after.span.end]
    if line.word_label and answered.startswith(("answer", "response", "reply", "a:", "a.")):
        return not _speaks(body)
    if line.label == "-" or _speaks(body):
        return False
    if _is_question(body):
        return True
    return (
        not after.label
        and len(body) < 300
        and "section" not in body
        and "regulation" not in body
        and bool(cues.QUESTION.match(body))
        and line.kind is not BlockKind.HEADING
    )


def _expect(low: str, lines: list[Line], place: int, voice: Voice, state: _State) -> None:
    """What this line announces for the next one."""
    line = lines[place]
    words = low[line.span.start : line.span.end]
    if voice is not Voice.AUTHORITY:
        return
    if cues.STATUTE_HEADING.match(words) and line.kind is BlockKind.HEADING:
        state.mode, state.items = Voice.STATUTE, 0
    elif words.endswith((":", "that", "which")) or line.kind is BlockKind.HEADING:
        tail = words[-240:]
        if cues.STATUTE_LEAD.search(tail):
            state.mode, state.items = Voice.STATUTE, 0
        elif cues.EARLIER_LEAD.search(tail):
            state.mode, state.items = Voice.EARLIER, 1
        elif (cues.ASKED.search(tail) and not cues.NOT_ASKED.search(tail)) or _heads_a_list(
            words, lines, place
        ):
            state.mode, state.items = Voice.REQUEST, 0


def _heads_a_list(words: str, lines: list[Line], place: int) -> bool:
    """A heading such as "Your request of 2 May" right above numbered questions."""
    after = lines[place + 1 : place + 2]
    return (
        "your request" in words or ("request" in words and "received" in words)
        if (after and after[0].label in ("1", "a", "i", "-"))
        else False
    )


def _split(flow: str, low: str, block: Block) -> list[Block]:
    """Cut the quotations out of a block of the authority's."""
    pieces = quoted(flow, low, block.span)
    if not pieces:
        return [block]
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
