"""Who speaks in each block: authority, applicant, statute, an earlier letter, the page itself.

A voice other than the authority's has to be announced ("You asked:", "Section 24 states:"),
marked (quotation marks, "> ") or shaped as it (a question set above its answer); and it stops
at the first sign that the authority speaks again. What is in doubt is the authority's.
"""

from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.letters.reading import cues
from answerable.letters.reading.announced import asks_back, expect
from answerable.letters.reading.going_on import goes_on
from answerable.letters.reading.layout import Line
from answerable.letters.reading.missed import with_missed_questions
from answerable.letters.reading.outline import outlined
from answerable.letters.reading.quotes import quoted
from answerable.letters.reading.state import FIRST_LABELS, State, closing, head_of, unpaired
from answerable.letters.reading.told import STATES
from answerable.letters.reading.turns import turns
from answerable.letters.text import sentences
from answerable.model import Block, BlockKind, Span, Voice

_EARLY = 14  # lines in which a letter says that answers stand below questions


def blocks(
    flow: str, low: str, lines: list[Line], asked: frozenset[int] = frozenset()
) -> list[Block]:
    """The lines with their voices; a line with a quotation inside becomes several blocks.

    ``asked``: where the questions of a table begin that was set out.
    """
    state = State()
    lines, state.ours = outlined(lines, low)
    state.asked_at = asked
    state.small_print = holds(low, cues.OF_DISCLAIMERS)
    texts = [low[line.span.start : line.span.end] for line in lines]
    state.turns = turns(lines, texts)
    state.closes = unpaired(texts) if '"' in low else ()
    made: list[Block] = []
    numbered = False
    for place, line in enumerate(lines):
        voice = _voice(low, lines, texts, place, state)
        label = "" if line.label in "-|" or place <= state.back else line.label
        block = Block(line.span, line.kind, voice, label)
        if voice is Voice.AUTHORITY:
            pieces = [block] if line.kind is BlockKind.TABLE else _split(flow, low, block, state)
            made += pieces
            numbered = numbered or any(p.number and p.voice is Voice.REQUEST for p in pieces)
            if place < _EARLY:
                words = texts[place]
                if "questions" in words or "answers" in words or "what we can say" in words:
                    state.paired = state.paired or _PAIRS.search(words) is not None
            if place + 1 < len(lines) and lines[place + 1].label in FIRST_LABELS:
                state.back = asks_back(lines, texts, place)
            if state.back <= place:
                expect(lines, texts, place, state)
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


def _voice(low: str, lines: list[Line], texts: list[str], place: int, state: State) -> Voice:
    line, words = lines[place], texts[place]
    if not state.begun:
        return _opening(low, lines, texts, place, state)
    if _begins_chain(texts, place):
        state.announce(Voice.EARLIER)
        state.until = len(lines)
    if state.mode is Voice.EARLIER and place <= state.until:
        return Voice.EARLIER
    if words[0] == ">" and state.mode is Voice.AUTHORITY:
        return _marked(texts, place, state)
    if state.signed:
        return _after_sign_off(words, line, state)
    if place < 8 and len(words) < 120 and cues.MAIL_FIELD.match(words):
        return Voice.FURNITURE
    if len(words) < 60 and cues.SIGN_OFF.match(words) and not place <= state.until:
        state.signed = True
        state.announce(Voice.AUTHORITY)
        return Voice.SIGNATURE
    if line.span.start in state.asked_at:
        state.begun = True
        state.announce(Voice.AUTHORITY)
        return Voice.REQUEST
    if place in state.ours and place > state.until:
        state.announce(Voice.AUTHORITY)
    if state.mode is not Voice.AUTHORITY:
        if goes_on(lines, texts, place, state):
            state.heard += 1
            state.quoted = state.quoted or state.mode is Voice.REQUEST
            if line.label and state.mode is Voice.REQUEST:
                state.asked.setdefault(line.label, head_of(words, line))
            return state.mode
        state.announce(Voice.AUTHORITY)
    if words[0] == '"' and (end := _quotes_request(lines, texts, place, state)) > place:
        state.announce(Voice.REQUEST)
        state.until, state.heard, state.quoted = end, 1, True
        return Voice.REQUEST
    if line.label and place > state.back and _is_question_restated(low, lines, texts, place):
        # "B. The tonnages are in the table" under the letter of a question is its answer.
        known = state.asked.get(line.label)
        if known is None or known == head_of(words, line) or "?" in words:
            return Voice.REQUEST
    if (
        state.paired
        and words[-1] == "?"
        and cues.QUESTION.match(words)
        and not _ABOUT_US.search(words)
    ):
        return Voice.REQUEST  # "Which company calibrates the meters?" above its answer
    if place in state.turns and not state.quoted:
        return Voice.REQUEST
    if holds(words[:120], cues.OF_STATUTES) and _is_the_law(words):
        return Voice.STATUTE
    below = texts[place + 1] if place + 1 < len(lines) else ""
    if below.startswith(_ANSWER_LEAD) and _PUT.match(words):
        return Voice.REQUEST
    return Voice.FURNITURE if state.small_print and _disclaims(words) else Voice.AUTHORITY


def _marked(texts: list[str], place: int, state: State) -> Voice:
    """Who speaks in a line with "> " before it: the applicant, or a mail below the letter.

    Late in a letter it is the applicant only where the same was heard before, and is answered.
    """
    early = place < len(texts) * 0.6
    if not early and (state.signed or not state.answered):
        return Voice.EARLIER
    after = next((each for each in texts[place + 1 : place + 6] if each[0] != ">"), "")
    if not early and (not after or cues.SIGN_OFF.match(after)):
        return Voice.EARLIER
    state.answered = state.answered or (after != "" and texts[place + 1][0] != ">")
    return Voice.REQUEST


def _is_the_law(words: str) -> bool:
    """Whether a line gives the Act's own words, and applies them to nothing."""
    return cues.STATUTE_TEXT.match(words) is not None and cues.APPLIES.search(words) is None


_LONGEST_REQUEST = 40  # paragraphs that a request quoted without a word before it may have


def _quotes_request(lines: list[Line], texts: list[str], place: int, state: State) -> int:
    """The last paragraph of a request that stands in quotation marks, announced by nothing.

    It opens here, closes at the end of a later paragraph, and asks something on the way.
    ``place`` for none.
    """
    end = closing(state.closes, place)
    if end - place > _LONGEST_REQUEST or end == place or not _CLOSES.search(texts[end]):
        return place
    within = range(place, end + 1)
    asks = any(lines[at].label or texts[at][-1] == "?" for at in within) or any(
        cues.REQUESTS.match(texts[at]) for at in within
    )
    ours = any(cues.OWN.search(texts[at]) for at in within)
    return end if asks and not ours else place


_CLOSES = compiled(r"\"[.,;)]?$")


def _disclaims(words: str) -> bool:
    """Whether the line is the small print below a mail."""
    head = words[:200]
    return holds(head, cues.OF_DISCLAIMERS) and cues.DISCLAIMER.search(head) is not None


def _begins_chain(texts: list[str], place: int) -> bool:
    """An earlier mail begins: "-----Original Message-----", "On … wrote:", "From: … Sent: …"."""
    words = texts[place]
    if words.startswith(("-", "_", "on ", "begin forwarded")):
        return cues.EARLIER_MARK.search(words[:200]) is not None
    if not words.startswith("from:") or place < 3:
        return False
    return any(each.startswith(("sent:", "date:", "to:")) for each in texts[place + 1 : place + 4])


def _opening(low: str, lines: list[Line], texts: list[str], place: int, state: State) -> Voice:
    """The letterhead lasts until somebody is greeted or a first sentence is spoken."""
    words = texts[place]
    if cues.SALUTATION.match(words):
        state.begun = True
        return Voice.FURNITURE
    speaks = (
        _is_sentence(words)
        or words[0] == ">"
        or cues.ASKED.search(words[:300])
        or cues.heads_request(words)
        or place in state.ours
    )
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


def _after_sign_off(words: str, line: Line, state: State) -> Voice:
    if state.small_print and _disclaims(words):
        return Voice.FURNITURE
    if line.kind is BlockKind.HEADING:
        if _AFTER_ALL.search(words) and "@" not in words:
            state.signed = False  # an annex, or rights set below the name
            return Voice.AUTHORITY
        return Voice.SIGNATURE
    if len(words) > 70 and (words[-1] in ".:;" or ". " in words):
        return Voice.AUTHORITY
    return Voice.SIGNATURE


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
    if not body or len(body) > 700 or cues.ANSWERS.match(body) or _IS_DEALT_WITH.match(body):
        return False
    if texts[place + 1].startswith(_ANSWER_LEAD):
        return line.word_label or line.label not in ("a",)
    if body[-1] == "?" or body.endswith('?"'):
        return True
    if texts[place][0] == "q" and line.word_label and not after.label and len(body) > 25:
        return not (
            cues.OWN.search(body) or _DECIDES.search(body) or _came_before(low, lines, place)
        )  # "Q1. In a spreadsheet please, the number of officers."
    if line.word_label and _YOU_ASK.match(body):
        return True  # "Question 4. You ask how many complaints there were."
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


def _came_before(low: str, lines: list[Line], place: int) -> bool:
    """Whether a line above has the same label: a list of decisions, and these are the reasons."""
    label = f"q{lines[place].label}"
    return any(
        row.lstrip().startswith((f"{label} ", f"{label}.", f"{label}:"))
        for each in lines[:place]
        for row in low[each.span.start : each.span.end].split("\n")
    )


# "Question 5 is refused under …": the question is spoken of.
_IS_DEALT_WITH = compiled(
    r"(?:above |below )?(?:is|are|was|were|has|have|had|cannot|can be|will be|falls?|relates?|concerns?|therefore)\b(?![^?]*\?)"
)
_YOU_ASK = compiled(
    r"you (?:also |then )?(?:ask|asked|want|wanted|wish|would like|seek|sought)(?: us)?(?: for| to (?:know|see|have)| about| whether| if| how| what| which| why| when| who| where)\b(?:[^.]|\.(?=\w)){4,400}[.?]$"
)
# "Question 3 - the letter about the tenant. Withheld: section 36(1).": its answer is in it.
_DECIDES = compiled(
    r"[.;:?] (?:partly |also |again )?(?:withheld|refused|exempt|held|not held|attached|enclosed|provided|supplied|disclosed|released|granted|published)\b"
)
_ASKED_HERE = compiled(
    r"(?:(?:q(?:uestion)?|part|item)? ?\(?\d{1,2}[.):]{1,2} {1,3}|\(?[a-h][.)] {1,3})?\(?(?:(?:on|in|at|to|by|from|for) )?(?:how|what|which|who|when|where|why|did|does|do|has|have|was|were) [^?\n]{6,300}\?\)?(?= {1,9}\S)"
)
_ABOUT_US = compiled(
    r"how (?:did|are) we do|was this (?:reply|letter|answer)? ?(?:helpful|useful)|did (?:we|this)\b|unhappy|dissatisf|not happy|happens next|complain|\byou (?:think|feel|disagree|are)\b|\bnext\?"
)
_OUR_OWN = compiled(
    r"how (?:did|are) we do|was this (?:reply|letter|answer)? ?(?:helpful|useful)|did (?:we|this)\b|unhappy|dissatisf|not happy|public interest|country|outweigh|prejudice|exempt|your request|happens|complain|appeal|\bi\b|next steps?\b|\bnext\?|you (?:think|feel|want|wish|mean)"
)


# "Text of request: please send me …"
_REQUEST_PUT = compiled(
    r"(?:(?:text|details|wording) of (?:the |your )?|the |your |full |original )?(?:request(?: ref(?:erence)?[.:]? [\w/-]{1,20})?|question|enquiry|query|you asked(?: for)?)(?: text| details| in full)?[ ]?[:-] (?!(?:where|what|how|why) (?:we|i|happens|the (?:council|trust|authority|department))\b)(?=(?:please|i|we|how|what|the|all|a|an|every|each|copies|copy|any|whether|which|who|when|did|do|has|have|is|are|can|could|list|details|numbers?|names?|dates?|costs?|total|under|for|to)\b|\((?:1|a|i)\) |(?:[a-z-]+ ){1,3}(?:copies|prints|scans|minutes|records|figures|papers|documents|e-?mails|letters|reports|maps|plans)\b(?! (?:is|are|was|were)\b))"
    r"|about your (?:message|letter|e-?mail|note|request) of \d{1,2} [a-z]{3,9}(?: \d{4})?: (?=(?:the|all|any|every|each|a|how|what|which|whether|copies|who|when)\b)"
    r"|(?:your |the |this )?(?:foi |foia |eir |information |freedom of information )?(?:request|enquiry|question)(?: (?:one|two|three|four|five))? ?\(?(?:of|dated|made|made on|received|received on|on)? ?\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: \d{4})?\)?[ ]?: (?=[a-z\"])(?!(?:where|what|how|why) (?:we|i|happens)\b|we\b|i\b|this\b|our\b|it\b|decision|outcome|response|refus|internal|review|notice|you\b|please find|i am|reference|ref\b)"
)


# "Asked for: the tender; the scores": whatever stands behind such a label was asked for.
_ASKED_PUT = compiled(
    r"(?:(?:what )?(?:you |was )?(?:have )?asked(?: us)? for|(?:what )?(?:you|was) (?:have )?asked(?=[ ]{3,20}|[ ]{0,2}:)|(?:the )?information (?:requested|sought|asked for|you asked for)|your (?:request|questions?) in full|requested|summary of (?:the |your )?request)(?:[ ]{0,2}:[ ]{1,3}|[ ]{3,20})(?=[a-z\"(\d])(?!we\b|our\b|it\b|this\b|see\b|yes\b|no\b|none\b|n/a|as (?:above|below)|by\b|on\b|\d{1,2}(?:[./-]\d|[ -]))"
)

# "I answer your three questions in turn"; "what you asked and what we can say".
_PAIRS = compiled(
    r"\b(?:two|three|four|five|six|seven|eight|several|your) questions\b|\byou (?:asked|wanted)\b.{0,40}\band (?:what we can say|our (?:answer|repl|response))|\b(?:answers?|repl(?:y|ies)) (?:are |is )?(?:set out )?(?:beneath|below|underneath|under each|after each|against each)\b"
)


def _asked_and_answered(
    flow: str, low: str, block: Block, state: State
) -> list[tuple[Span, Voice]]:
    """Tell apart "How many left? 311.": the applicant's question and its answer."""
    start, end = block.span
    put = None
    if (
        low.find(":", start, min(end, start + 60)) >= 0
        or low.find(" -", start, min(end, start + 60)) >= 0
        or low.find("   ", start, min(end, start + 60)) >= 0
    ):
        put = _REQUEST_PUT.match(low, start, end) or _ASKED_PUT.match(low, start, end)
    if put is not None:
        if low.startswith("about ", start):  # "About your message of 2 May: all letters. We …"
            end = next(sentences(flow, put.end(), end), block.span).end
        return [(Span(put.end(), end), Voice.REQUEST)]
    match = _ASKED_HERE.match(low, *block.span) if low.find("?", *block.span) >= 0 else None
    if match is None or match.end() - match.start() > 320 or _OUR_OWN.search(match.group()):
        return []
    if not block.number and state.quoted and not state.paired:
        return []  # "What would disclosure do? It would …": the authority asks itself
    end = match.end()
    for _ in range(
        _MORE_QUESTIONS
    ):  # "How many were authorised? Of those, how many were under 16?"
        more = _ASKED_NEXT.match(low, end, block.span.end)
        if more is None:
            break
        end = more.end()
    return [(Span(match.start(), end), Voice.REQUEST)]


_MORE_QUESTIONS = 9
_ASKED_NEXT = compiled(
    r"\s{1,3}(?:of (?:those|these|them)|and|also|if (?:so|not|yes)|how|what|which|who|when|where|why|were|was|did|do|does|is|are|has|have|in (?:what|which|how))\b[^.?:\n]{3,200}\?"
)


def _sums_up(low: str, told: Span) -> bool:
    """Whether a request heard before is only called something: "Your question is about whether …"."""
    return _SUMS_UP.search(low, max(0, told.start - 60), told.start + 6) is not None


_SUMS_UP = compiled(
    r"(?:^|\n|[.] )(?:your|the|this) (?:question|request|letter|e-?mail|message) is about\b(?=.{0,7}$)"
)


def _split(flow: str, low: str, block: Block, state: State) -> list[Block]:
    """Cut the quotations out of a block of the authority's."""
    pieces = _asked_and_answered(flow, low, block, state)
    if not pieces:
        pieces = quoted(flow, low, block.span)
        if state.quoted and " is about " in low[block.span.start : block.span.end]:
            pieces = [each for each in pieces if not _sums_up(low, each[0])]
        if not pieces:
            return [block]
        state.quoted = state.quoted or any(voice is Voice.REQUEST for _, voice in pieces)
    made: list[Block] = []
    position = block.span.start
    for span, voice in pieces:
        labelled = block.number and voice is Voice.REQUEST and span.start - block.span.start < 6
        if labelled and not STATES.match(low, span.start):
            # 'B. "Why was the display moved?"' keeps its letter.
            made.append(replace(block, span=Span(block.span.start, span.end), voice=voice))
            position = span.end
            continue
        if flow[position : span.start].strip():
            made.append(replace(block, span=Span(position, span.start)))
        made.append(replace(block, span=span, voice=voice, kind=BlockKind.PARAGRAPH, number=""))
        position = span.end
    if flow[position : block.span.end].strip():
        made.append(replace(block, span=Span(position, block.span.end)))
    return made
