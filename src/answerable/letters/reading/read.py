"""A response, read: the steps in order, each a pure function of those before."""

import re
from dataclasses import replace

from answerable.letters.patterns import compiled, vouch
from answerable.letters.phrases import expect
from answerable.letters.questions import read_request, split
from answerable.letters.questions.counts import wants_counts
from answerable.letters.reading import (
    answering,
    identity,
    outcome,
    plain_no,
    routes,
    shows,
    silence,
)
from answerable.letters.reading.apart import ours, spoken_to
from answerable.letters.reading.balances import read_balances, undecided_balance
from answerable.letters.reading.cells import put_together
from answerable.letters.reading.columns import set_out
from answerable.letters.reading.counted import (
    counted,
    lettered,
    told_by_count,
)
from answerable.letters.reading.cues import EARLIER_MARK, MAIL_FIELD, QUESTION
from answerable.letters.reading.dates import dates_of
from answerable.letters.reading.explained import explained
from answerable.letters.reading.layout import lines
from answerable.letters.reading.own import own_words
from answerable.letters.reading.parts import numbered_rows, with_parts
from answerable.letters.reading.provisions import Case, cites_in, read_provisions
from answerable.letters.reading.quotes import quoted
from answerable.letters.reading.restated import or_restated, without_points
from answerable.letters.reading.retold import told_apart
from answerable.letters.reading.settle import deciding
from answerable.letters.reading.spoken_of import spoken_of
from answerable.letters.reading.told import run_in, subject, told_places, with_told
from answerable.letters.reading.voices import blocks as voiced
from answerable.letters.text import evened, lower
from answerable.letters.text import flow as mended
from answerable.model import (
    BalancePassage,
    Block,
    BlockKind,
    Letter,
    ProvisionUse,
    Question,
    Regime,
    Role,
    Shows,
    Span,
    Voice,
)


def read_letter(
    text: str,
    *,
    request: str | None = None,
    regime: Regime | None = None,
    attachments: tuple[str, ...] = (),
) -> Letter:
    r"""Read a response.

    Args:
        text: the words, with ``\\n`` line ends.
        request: the request, if it is kept apart; otherwise it is looked for in the letter.
        regime: the law to judge by, if known; otherwise what the letter says it applies.
        attachments: names of enclosed files.

    A table of what was asked beside what is answered is set out in its own room, question above
    answer, and the broken cells of other tables are put together; ``Letter.text`` has them so.

    Never raises; time is linear in the length of the text.
    """
    came = text
    text, asked = set_out(came)
    text = put_together(text)
    text, flow = evened(text, mended(text, came if text != came else ""))
    low = lower(flow)
    vouch(flow)
    vouch(low)
    blocks = numbered_rows(voiced(flow, low, lines(flow), asked), asked)
    questions = _questions(flow, low, blocks, request, asked)
    if request is not None:
        blocks = ours(low, blocks, questions)
    blocks = explained(flow, low, blocks)
    numbers = frozenset(question.number for question in questions)
    blocks = with_parts(low, blocks, numbers if len(questions) > 1 else (), asked)
    own, sentences = own_words(flow, low, blocks)
    vouch(own)
    expect(own)
    default = regime if regime is not None else identity.default_regime(low)
    seen, places = _seen(low, own, blocks)
    review = outcome.is_review(own, outcome.heading_of(low, blocks))
    case = Case(
        ncnd=seen.ncnd,
        pure=seen.ncnd and not seen.held and not seen.supplied,
        withheld=seen.withheld,
        not_held=seen.not_held,
        supplied=seen.supplied,
        review=review,
        numbers=numbers,
    )
    hits = cites_in(flow, default)
    provisions = read_provisions(low, flow, own, blocks, hits, case)
    if seen.ncnd and silence.is_excused(provisions):
        seen, places = replace(seen, ncnd=False), {**places, "ncnd": None}
        case = replace(case, ncnd=False, pure=False)
        provisions = read_provisions(low, flow, own, blocks, hits, case)
    unsaid = None if seen.ncnd else _by_its_limb(own, provisions, seen)
    if unsaid is not None:
        seen, places = replace(seen, ncnd=True), {**places, "ncnd": unsaid}
        case = replace(case, ncnd=True, pure=not seen.held and not seen.supplied)
        provisions = read_provisions(low, flow, own, blocks, hits, case)
    relied = deciding([use.cite for use in provisions if use.role is Role.RELIED])
    named = identity.regime_of(low, own, blocks, relied, regime)
    answers = outcome.read_answers(own, blocks, provisions, ncnd=seen.ncnd)
    questions = or_restated(questions, flow, own, blocks, answers, review)
    if not review:
        questions = _or_counted(questions, flow, own, blocks)
    elif any(each.text.lower().startswith("that ") for each in questions):
        # "You made three points: that the summary was shown …" asks for nothing.
        questions = without_points(questions, flow, blocks)
    authority = identity.authority_of(flow, low, blocks, relied)
    scottish = named in ("FOISA", "EISR") or authority.scottish
    balances = read_balances(own, blocks, provisions)
    reference, reference_span = identity.reference_of(flow, low, blocks)
    shown = _shows(own, seen, places, balances, scottish=scottish, reference=reference_span)
    return Letter(
        text=text,
        flow=flow,
        own=own,
        blocks=tuple(blocks),
        sentences=sentences,
        regime=named,
        outcome=outcome.outcome_of(
            own,
            low,
            blocks,
            seen,
            provisions,
            review,
            answers,
            asked=request is not None and spoken_to(own, blocks, questions),
        ),
        ncnd=seen.ncnd,
        authority=authority,
        questions=questions,
        provisions=provisions,
        balances=balances,
        answers=answers,
        shows=shown,
        dates=dates_of(low, blocks),
        reference=reference,
        attachments=attachments,
    )


def _shows(
    own: str,
    seen: outcome.Seen,
    places: dict[str, Span | None],
    balances: tuple[BalancePassage, ...],
    *,
    scottish: bool,
    reference: Span | None,
) -> Shows:
    """What the letter shows, each with the words that show it."""
    right, wrong = routes.regulator_routes(own, scottish)
    return Shows(
        ncnd=places["ncnd"],
        held=places["held"],
        not_held=places["not_held"],
        supplied=places["supplied"],
        withheld=places["withheld"],
        balance=balances[0].span if balances else undecided_balance(own),
        review=routes.review_route(own),
        regulator=right,
        wrong_regulator=wrong,
        reuse=shows.reuse(own),
        # Only a letter that says neither yes nor no has anything to be inferred from.
        caveat=shows.caveat(own) if seen.ncnd or "infer" in own else None,
        refusal_notice=shows.refusal_notice(own),
        reference=reference,
    )


def _by_its_limb(own: str, provisions: tuple[ProvisionUse, ...], seen: outcome.Seen) -> Span | None:
    """Where a provision that removes the duty to confirm or deny is rested on, in no such words."""
    return silence.by_its_limb(
        own,
        provisions,
        held=seen.held,
        kept=seen.withheld,
        told=seen.held or seen.supplied or seen.not_held,
    )


def _or_counted(
    questions: tuple[Question, ...], flow: str, own: str, blocks: list[Block]
) -> tuple[Question, ...]:
    """As many questions as the answers number, where the request is told by subject or not at all."""
    if len(questions) > 1 or (questions and _TOLD_WHOLE.match(questions[0].text.lower())):
        return questions
    if questions:
        questions = told_by_count(questions[0])
    found = counted(flow, own, blocks)
    if not found and not questions:
        return lettered(flow, blocks)
    return found if len(found) > len(questions) else questions


# A request quoted, or told by what it asks: not "the examinations held in May".
_TOLD_WHOLE = compiled(
    r"(?:for |to know |to see )?(?:\"|how|what|which|who|when|where|why|whether|copies|a copy|please)\b|\""
)


def _seen(low: str, own: str, blocks: list[Block]) -> tuple[outcome.Seen, dict[str, Span | None]]:
    places = {
        "ncnd": shows.ncnd(own),
        "held": shows.held(own),
        "not_held": shows.not_held(own),
        "supplied": shows.supplied(own) or answering.supplies_by_answering(low, own, blocks),
        "withheld": shows.withheld(own) or plain_no.of_a_part(own, blocks),
    }
    if not any(places[name] for name in ("ncnd", "not_held", "supplied", "withheld")):
        places["withheld"] = plain_no.of_the_whole(own)
    return outcome.Seen(**{name: place is not None for name, place in places.items()}), places


def _questions(
    flow: str, low: str, blocks: list[Block], request: str | None, asked: frozenset[int]
) -> tuple[Question, ...]:
    if request is not None:
        return read_request(request).questions
    if asked:
        return _of_table(flow, [block for block in blocks if block.span.start in asked])
    places = [block.span for block in blocks if block.voice is Voice.REQUEST]
    if not places:
        # A chain of mail with the reply on top holds the request at its end.
        places = [
            block.span
            for block in blocks
            if block.voice is Voice.EARLIER and not _is_mail_head(flow, block)
        ]
        told = _told_before(flow, low, places)
        if told:
            places = told
        elif not places or places[-1].end < blocks[-1].span.end:
            return run_in(flow, blocks) or spoken_of(flow, low, blocks) or subject(flow, blocks)
    headed = [block for block in blocks if block.voice is Voice.REQUEST]
    if len(headed) > 1 and all(b.kind is BlockKind.HEADING and not b.number for b in headed):
        return _of_table(flow, headed)  # "Number of beds closed in 2025", above its answer
    apart = _quoted_apart(flow, places)
    if apart:
        return apart
    # Only the applicant's words are read, in their places: everything else is blanked.
    pieces: list[str] = []
    position = places[0].start
    for span in places:
        words = flow[span.start : span.end]
        put = _PUT.match(words)  # "Your question: how many …"
        words = " " * put.end() + words[put.end() :] if put else words
        between = "\n"
        if words[0] == ">" and span.start - position < 3 and _torn(pieces, words):
            between, words = " ", " " + words[1:]
        pieces.append(between * (span.start - position) + words)
        position = span.end
    found = split("".join(pieces), places[0].start, mended=True)
    if len(found) > 1 and len(places) == 1 and ";" in found[0].text + found[1].text:
        whole = told_apart(flow, Question("1", "", places[0]))
        found = whole if len(whole) > len(found) else found
    told = told_places(flow, blocks)
    listed = len(found) > 1 and any(b.number for b in blocks if b.voice is Voice.REQUEST)
    if told and not listed:
        found = with_told(flow, found, told)
    if len(found) > 1 and len({question.number for question in found}) == 1:
        # "Q. …" before every one of them.
        return tuple(replace(each, number=str(n)) for n, each in enumerate(found, start=1))
    return told_apart(flow, found[0]) if len(found) == 1 else found


def _told_before(flow: str, low: str, places: list[Span]) -> list[Span]:
    """Where the authority's own first reply, in a chain of mail below a review, tells the request."""
    for place in places:
        if low.find("your request", place.start, place.end) >= 0:
            told = [span for span, voice in quoted(flow, low, place) if voice is Voice.REQUEST]
            if told:
                return told
    return []


def _of_table(flow: str, cells: list[Block]) -> tuple[Question, ...]:
    """The questions in the cells of a table or in headings, one each, by their own numbers if they have any."""
    made = []
    for place, block in enumerate(cells, start=1):
        words = " ".join(flow[block.span.start : block.span.end].split())
        made.append(Question(block.number or str(place), words, block.span, wants_counts(words)))
    return tuple(made)


def _quoted_apart(flow: str, places: list[Span]) -> tuple[Question, ...]:
    """A question for each quotation, where the whole request stands in several, each by itself."""
    made: list[Question] = []
    for place in places:
        match = _QUOTATION.fullmatch(flow, place.start, place.end)
        line = flow.rfind("\n", 0, place.start) + 1
        if match is None or len(flow[line : place.start].strip()) > _A_LABEL:
            return ()
        if flow[place.end : place.end + 2].strip(" .")[:1] not in ("", "\n"):
            return ()
        words = " ".join(match["words"].split())
        number = (match["label"] or str(len(made) + 1)).lower()
        made.append(Question(number, words, Span(*match.span("words")), wants_counts(words)))
    if len(made) < 2 or len({question.number for question in made}) < len(made):
        return ()
    # "Most of it must be harmless", a point of a complaint quoted by itself, asks for nothing.
    asks = sum(map(_is_asked, made))
    one_each = all(len(split(question.text)) < 2 for question in made)
    return tuple(made) if one_each and asks * 2 >= len(made) else ()


def _is_asked(question: Question) -> bool:
    return question.text[-1] == "?" or QUESTION.match(question.text.lower()) is not None


_A_LABEL = 3  # characters: "C."
_QUOTATION = compiled(
    r'(?:\(?(?P<label>[A-Za-z]|\d{1,2})[.):]\)? {0,3})?"(?P<words>[^"]{8,1500})"[.,;]?\s*'
)


def _torn(pieces: list[str], words: str) -> bool:
    """Whether a marked line of a mail goes on with the one above, which breaks in its middle."""
    return bool(pieces and _TORN.search(pieces[-1])) and not _LABELLED.match(words)


# "> … did any officer attend" above "> the camp at the brae?".
_TORN = re.compile(r"^\s*>[^\n]{40,}[^\s.?!:;]\s*$")
_LABELLED = re.compile(
    r">[ ]?(?:[-*o] |(?:q(?:uestion)?[ .]?)?\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.):])", re.IGNORECASE
)
_PUT = re.compile(
    r"(?:your |the )?(?:question|request)[ ]?[:-] ?|you (?:have )?asked(?: us)?(?: for)?[ ]?: ?(?=\")"
    r"|(?:by|in) your [a-z -]{3,30} of \d{1,2} [a-z]{3,9}(?: \d{4})?[:,] ?(?=\")",
    re.IGNORECASE,
)


def _is_mail_head(flow: str, block: Block) -> bool:
    words = flow[block.span.start : min(block.span.end, block.span.start + 200)].lower()
    words = words.lstrip("> ")
    return bool(MAIL_FIELD.match(words) or EARLIER_MARK.search(words))
