"""A Scottish refusal that speaks of prejudice and does not say that it would be substantial.

FOISA Part 2 (ss.28, 30, 31(4), 32 to 33, 35, 40) and EI(S)R reg 10(5): the harm is *substantial*
prejudice, or inhibition. The UK Act has no such word.
"""

from collections.abc import Iterator
from functools import cache

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, ProvisionUse, Regime

RULE = Rule(
    code="SC102",
    slug="foisa-not-substantial",
    cites=(Cite(Regime.FOISA, "16", ("1", "d")),),
    why=(
        "The Scottish exemptions ask for substantial prejudice: harm that is real and of "
        "significance. A notice that speaks of prejudice alone applies the UK test and does not "
        "make the Scottish one out."
    ),
    fix="Say that the prejudice would be substantial, and why it would be of real significance.",
)

# "There is a substantial public interest in fisheries": the word, and not of the harm.
_OF_ELSE = (
    r"(?!ly)(?! (?:\w+ ){0,2}?(?:interest|sums?|amounts?|numbers?|parts?|body|volumes?|portions?|weight|proportions?|costs?|debates?|concern|contracts?|changes?|work|time"
    r"|delays?|awards?|funding|shares?|increases?|majority|quantit\w+|files?|documents?|reports?|money|spending|investments?|redactions?|correspondence|evidence|support|cuts|savings|grants?|projects?|schemes?|buildings?|budgets?)\b)"
)
_ENOUGH = Phrase(
    rf"\bsubstantial{_OF_ELSE}|\bsubstantially(?! (?:similar|the same|complete\w*|compli\w+|correct|met)\b)|\bof (?:real |some |considerable )?substance"
    r"|\b(?:significant|serious|severe|considerable|grave|marked|material|real)(?:ly)? (?:[\w-]+ ){0,3}?(?:prejudic|harm|damag|inhibit|impact|effect|disadvantage|loss|injur|detriment)"
    r"|\b(?:prejudic|harm|damag|inhibit|impact|effect|loss)\w*\b.{0,60}\b(?:significant|serious|severe|considerable|grave)\b(?! (?:public )?interest)",
    "substan", "significant", "serious", "severe", "considerable", "grave", "marked", "material", "real",
)  # fmt: skip
# "Some harm would follow, which is enough", "a small loss": less than the Act asks for.
_LESS = Phrase(
    r"\b(?:some|any|a (?:degree|measure|certain amount) of|a (?:little|bit of)|minor|slight(?:ly)?|small|modest|limited|mere|marginal|minimal|trivial|possible|potential) (?:\w+ )?(?:prejudice|harm|damage|loss|detriment|disadvantage|inconvenience|disruption|inhibition|effect|impact)\b"
    r"|\b(?:not|n't|need not|without|never) (?:\w+ ){0,3}?substantial\b|\b(?:not|n't|no) (?:have|need|required|necessary|oblig\w+|ask|requirement)\b.{0,50}\bsubstantial\b",
    "some ", "any ", "degree", "measure", "amount", "little", "bit of", "minor", "slight", "small", "modest", "limited", "mere", "marginal", "minimal", "trivial", "possible", "potential", "substantial",
)  # fmt: skip
_HARM = Phrase(
    r"\b(?:prejudic\w*|inhibit\w*|adverse(?:ly)? (?:affect|effect|impact)\w*|harm\w*|damag\w*|undermin\w*|detriment\w*|disrupt\w*|hinder\w*|hamper\w*|weaken\w*|impair\w*|jeopardi\w*|compromis\w*|endanger\w*|disadvantag\w*|loss|suffer\w*|deter\w*|held? back|hold back)",
    "prejudic", "inhibit", "advers", "harm", "damag", "undermin", "detriment", "disrupt", "hinder", "hamper", "weaken", "impair", "jeopardi", "compromis", "endanger", "disadvantag", "loss", "suffer", "deter", "back",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a prejudice exemption is relied on in Scotland without the word or its like."""
    if letter.regime not in ("FOISA", "EISR") and not letter.authority.scottish:
        return
    use = next((each for each in letter.relied() if _is_prejudice(each)), None)
    if use is None:
        return
    if _ENOUGH.found(letter.own):
        yield from _less(letter, _scottish(use.cite))
        return
    if letter.outcome is Outcome.INTERNAL_REVIEW and _ENOUGH.found(letter.flow.lower()):
        return  # said in the first answer, which the review quotes and keeps to
    span = _HARM.search(letter.own)
    cite = _scottish(use.cite)
    yield RULE.finding(
        letter,
        span or use.spans[0],
        f"{cite} asks for substantial prejudice; the notice does not say that the harm would be substantial.",
        certainty=Certainty.SURE if span else Certainty.LIKELY,
        cites=(cite,),
    )


def _less(letter: Letter, cite: Cite) -> Iterator[Finding]:
    """The only word of substance stands in a sentence that says it need not be."""
    enough = [line_at(letter.own, span.start) for span in _ENOUGH.among(letter.own)]
    less = _LESS.search(letter.own)
    if less is not None and all(_LESS.found(letter.own, *line) for line in enough):
        yield RULE.hint(
            letter, less, f"{cite} asks for substantial prejudice; the harm is put lower here."
        )


def _scottish(cite: Cite) -> Cite:
    """The Scottish provision of that number: a Scottish authority may have named the wrong Act."""
    regime = {Regime.FOIA: Regime.FOISA, Regime.EIR: Regime.EISR}.get(cite.regime, cite.regime)
    return Cite(regime, cite.number, cite.parts)


def _is_prejudice(use: ProvisionUse) -> bool:
    return any(_touch(_scottish(use.cite), known) for known in _substantial())


def _touch(one: Cite, other: Cite) -> bool:
    return one.within(other) or other.within(one)


@cache
def _substantial() -> tuple[Cite, ...]:
    return tuple(
        law.cites.parse_one(row.cite)
        for row in law.provisions()
        if row.regime in ("FOISA", "EISR")
        and "SUBSTANTIALLY" in (row.threshold or "").upper()
        # Not "substantially similar" (s.14(2)): only what exempts has a harm to be substantial.
        and law.is_exemption(law.cites.parse_one(row.cite))
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The word stands with one exemption, and another speaks of prejudice without it."""
    if letter.regime not in ("FOISA", "EISR"):
        return
    for use in letter.relied():
        paragraphs = [
            block.span
            for block in letter.blocks
            if any(block.span.start <= span.start < block.span.end for span in use.spans)
        ]
        if not _is_prejudice(use) or any(_ENOUGH.found(letter.own, *span) for span in paragraphs):
            continue
        for paragraph in paragraphs:
            harm = _HARM.search(letter.own, *paragraph)
            if harm is not None:
                yield RULE.hint(
                    letter,
                    harm,
                    f"Check that the prejudice under {use.cite} is said to be substantial.",
                )
                return
