"""A response, read: the steps in order, each a pure function of those before."""

from answerable.letters.patterns import vouch
from answerable.letters.phrases import expect
from answerable.letters.reading import identity, outcome, routes, shows
from answerable.letters.reading.apart import ours, spoken_to
from answerable.letters.reading.asked import or_counted, questions_of
from answerable.letters.reading.balances import read_balances, undecided_balance
from answerable.letters.reading.cells import put_together
from answerable.letters.reading.columns import set_out
from answerable.letters.reading.dates import dates_of
from answerable.letters.reading.explained import explained
from answerable.letters.reading.layout import lines
from answerable.letters.reading.own import own_words
from answerable.letters.reading.parts import numbered_rows, with_parts
from answerable.letters.reading.provisions import cites_in
from answerable.letters.reading.restated import or_restated, without_points
from answerable.letters.reading.seen import Seen, judged
from answerable.letters.reading.settle import deciding
from answerable.letters.reading.voices import blocks as voiced
from answerable.letters.text import evened, lower
from answerable.letters.text import flow as mended
from answerable.model import BalancePassage, Letter, Regime, Role, Shows, Span


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
    text, flow, asked = _set_out(text)
    low = lower(flow)
    vouch(flow)
    vouch(low)
    blocks = numbered_rows(voiced(flow, low, lines(flow), asked), asked)
    questions = questions_of(flow, low, blocks, request, asked)
    if request is not None:
        blocks = ours(low, blocks, questions)
    blocks = explained(flow, low, blocks)
    numbers = frozenset(question.number for question in questions)
    blocks = with_parts(low, blocks, numbers if len(questions) > 1 else (), asked)
    own, sentences = own_words(flow, low, blocks)
    vouch(own)
    expect(own)
    review = outcome.is_review(own, outcome.heading_of(low, blocks))
    hits = cites_in(flow, regime if regime is not None else identity.default_regime(low))
    seen, provisions = judged(low, flow, own, blocks, hits, numbers, review=review)
    relied = deciding([use.cite for use in provisions if use.role is Role.RELIED])
    named = identity.regime_of(low, own, blocks, relied, regime)
    ncnd = seen.ncnd is not None
    answers = outcome.read_answers(own, blocks, provisions, ncnd=ncnd)
    questions = or_restated(questions, flow, own, blocks, answers, review)
    if not review:
        questions = or_counted(questions, flow, own, blocks)
    elif any(each.text.lower().startswith("that ") for each in questions):
        # "You made three points: that the summary was shown …" asks for nothing.
        questions = without_points(questions, flow, blocks)
    authority = identity.authority_of(flow, low, blocks, relied)
    balances = read_balances(own, blocks, provisions)
    reference, place = identity.reference_of(flow, low, blocks)
    known = request is not None and spoken_to(own, blocks, questions)
    return Letter(
        text=text,
        flow=flow,
        own=own,
        blocks=tuple(blocks),
        sentences=sentences,
        regime=named,
        outcome=outcome.outcome_of(
            own, low, blocks, seen, provisions, review, answers, asked=known
        ),
        ncnd=ncnd,
        authority=authority,
        questions=questions,
        provisions=provisions,
        balances=balances,
        answers=answers,
        shows=_shows(own, seen, balances, place, scottish=named in _SCOTTISH or authority.scottish),
        dates=dates_of(low, blocks),
        reference=reference,
        attachments=attachments,
    )


_SCOTTISH = ("FOISA", "EISR")


def _set_out(came: str) -> tuple[str, str, frozenset[int]]:
    """The text with its tables set out, the same mended, and where the cells of questions begin."""
    text, asked = set_out(came)
    text = put_together(text)
    text, flow = evened(text, mended(text, came if text != came else ""))
    return text, flow, asked


def _shows(
    own: str,
    seen: Seen,
    balances: tuple[BalancePassage, ...],
    reference: Span | None,
    *,
    scottish: bool,
) -> Shows:
    """What the letter shows, each with the words that show it."""
    right, wrong = routes.regulator_routes(own, scottish)
    return Shows(
        ncnd=seen.ncnd,
        held=seen.held,
        not_held=seen.not_held,
        supplied=seen.supplied,
        withheld=seen.withheld,
        balance=balances[0].span if balances else undecided_balance(own),
        review=routes.review_route(own),
        regulator=right,
        wrong_regulator=wrong,
        reuse=shows.reuse(own),
        # Only a letter that says neither yes nor no has anything to be inferred from.
        caveat=shows.caveat(own) if seen.ncnd is not None or "infer" in own else None,
        refusal_notice=shows.refusal_notice(own),
        reference=reference,
    )
