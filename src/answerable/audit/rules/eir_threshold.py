"""An adverse effect put no higher than "would be likely" or "could".

EIR reg 12(5): disclosure must be such that it *would* adversely affect the interest, more likely
than not. (EI(S)R reg 10(5) differs: would, or would be likely to, prejudice substantially.)
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.exceptions import harm_exceptions
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Regime, Severity, Span

RULE = Rule(
    code="EI103",
    slug="eir-threshold",
    cites=(Cite(Regime.EIR, "12", ("5",)),),
    why=(
        "The Regulations ask for more than FOIA does: disclosure has to be such that it would "
        "adversely affect the interest. “Would be likely to” is the lower FOIA test, and an "
        "exception argued at that level is not made out."
    ),
    fix="Say, and show, that disclosure would adversely affect the interest; otherwise disclose.",
)

_HARM = (
    r"(?:adverse(?:ly)?|affect|prejudic|harm|damag|undermin|inhibit|disadvantag|weaken|impair|jeopardi|compromis|threaten"
    r"|endanger|injur|detriment|impact|erode|breach|interfer|risk)"
)
_LIKELY = Phrase(
    rf"\b(?:would(?:,)? (?:or would )?be likely|(?:is|are|was) likely|likely|liable|(?<!more )apt) to\b.{{0,60}}{_HARM}"
    rf"|\b(?:would|is|be) likely that\b.{{0,60}}{_HARM}"
    rf"|\bwould, or would be likely\b.{{0,60}}{_HARM}",
    "likely", "liable", "apt to",
)  # fmt: skip
_COULD = Phrase(
    rf"\b(?:could|may|might)\b (?:\w+ ){{0,3}}{_HARM}|\b(?:risk|possibility|potential|chance) (?:of|that|to)\b.{{0,40}}{_HARM}",
    "could", "may", "might", "risk", "possib", "potential", "chance",
)  # fmt: skip
# "A more than remote prospect of lost fees suffices": the lower test, named or put in other words.
_PROSPECT = Phrase(
    r"\b(?:remote|real|significant|reasonable|distinct|fair|mere|slight|serious|genuine|appreciable|realistic|tangible|credible|some|any) (?:and \w+ )?(?:prospect|chance|possibility|risk|danger|likelihood|probability|potential)\b|\bmore than (?:a )?(?:remote|fanciful|theoretical|hypothetical|negligible|speculative)\b|\bnot (?:be )?(?:fanciful|remote|far-fetched|negligible|inconceivable|impossible)\b"
    r"|\b(?:conceivabl[ey]|possibly|potentially|perhaps|arguably|plausibl[ey]) (?:\w+ ){0,3}?"
    rf"{_HARM}|\b(?:capable of|tends? to|in danger of|at risk of|has the potential to|open to the risk|we (?:fear|worry|suspect)|there is a (?:risk|danger|chance|possibility))\b"
    r"|\blower (?:test|threshold|limb|level|standard)\b(?! (?:of the act|is not|does not|will not|would not|has no))|\b(?:likelihood|possibility|prospect|risk|chance) (?:of (?:that|this) (?:order|kind|sort) )?(?:is enough|suffices|will do|is sufficient|satisfies)\b",
    "prospect", "chance", "possibility", "risk", "danger", "likelihood", "probability", "potential", "remote", "fanciful", "theoretical", "hypothetical", "negligible", "speculative", "inconceiv", "impossible", "far-fetched", "conceivabl", "possibly", "perhaps", "arguably", "plausibl", "capable of", "tend", "fear", "worry", "suspect", "lower ",
)  # fmt: skip
_WOULD = Phrase(
    rf"\bwould\b (?!(?:,? or would )?be likely|have to|need to|be open|not )(?:\w+ ){{0,4}}{_HARM}|\bmore (?:likely|probable) than "
    r"not|\bwill (?:\w+ ){0,3}(?:adversely|affect|harm|damage|prejudice|undermine)",
    "would", "more likely", "more probable", "will ",
)  # fmt: skip
_NOT_THIS = Phrase(
    r"\b(?:not enough|is not whether|not sufficient|insufficient|lower (?:test|level|threshold|standard)|rather than|higher than|"
    r"more than (?:a )?(?:likel|would)|freedom of information act|section \d+\(|public interest in disclos|favour(?:ing)? (?:of )?"
    r"disclos|does not (?:allow|permit)|not that|review|more likely than not|no (?:adverse|harm|prejudice)|not (?:be )?likely)",
    "whether", "sufficient", "lower", "rather", "higher", "more", "section", "favour", "freedom", "interest", "allow", "review", "no",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a reg 12(5) exception is argued on likelihood below "would"."""
    uses = [use for use in harm_exceptions(letter) if use.cite.regime is Regime.EIR]
    if not uses:
        return
    mixed = any(use.cite.regime is Regime.FOIA for use in letter.relied())
    below = _first(letter, _LIKELY)
    would = _first(letter, _WOULD)
    if below is not None:
        doubtful = mixed or would is not None
        yield _finding(
            letter, below, uses[0].cite, Certainty.LIKELY if doubtful else Certainty.SURE, would
        )
        return
    could = _first(letter, _COULD)
    if could is not None and would is None:
        yield _finding(letter, could, uses[0].cite, Certainty.LIKELY, would)
        return
    prospect = _first(letter, _PROSPECT)
    if prospect is not None and would is None:
        yield RULE.hint(
            letter,
            prospect,
            f"{uses[0].cite} needs an adverse effect that would follow; check that the harm is put "
            "no lower than that.",
        )


def _first(letter: Letter, phrase: Phrase) -> Span | None:
    for span in phrase.among(letter.own):
        line = line_at(letter.own, span.start)
        if not _NOT_THIS.found(letter.own, *line):
            return span
    return None


def _finding(
    letter: Letter, span: Span, cite: Cite, certainty: Certainty, would: Span | None
) -> Finding:
    return RULE.finding(
        letter,
        span,
        f"The harm is put as “{letter.excerpt(span, 60)}”; {cite} needs an adverse effect that "
        "would follow, not one that is likely or possible.",
        certainty=certainty,
        severity=Severity.MEDIUM if would is not None else None,
        cites=(cite,),
    )
