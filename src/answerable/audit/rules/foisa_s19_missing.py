"""A Scottish notice without the particulars of section 19, or with the wrong Commissioner.

FOISA s.19: the authority's complaints procedure, the right to a review (s.20(1)) and the right to
apply to the Scottish Information Commissioner (s.47(1)). Review outcomes: s.21(10).
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.bodies import sounds_scottish
from answerable.audit.wordings.outcomes import refuses_something
from answerable.audit.wordings.rights import hints_at_review
from answerable.model import (
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    Regime,
    RegulatorRoute,
    Severity,
    Span,
)

RULE = Rule(
    code="SC103",
    slug="foisa-s19-missing",
    cites=(
        Cite(Regime.FOISA, "19"),
        Cite(Regime.FOISA, "20", ("1",)),
        Cite(Regime.FOISA, "47", ("1",)),
    ),
    why=(
        "Every Scottish notice of refusal, cost, fee or not held carries the right to a review and "
        "then to the Scottish Information Commissioner. Sending the applicant to the UK "
        "Commissioner, who cannot act, costs them time and may cost them the right."
    ),
    fix=(
        "Say that a review can be asked for within 40 working days and how, and that afterwards "
        "the applicant may apply to the Scottish Information Commissioner within six months, "
        "with the address."
    ),
)
_EISR = (Cite(Regime.EISR, "13"), Cite(Regime.EISR, "17"))
_REVIEW = (Cite(Regime.FOISA, "21", ("10",)), Cite(Regime.FOISA, "47", ("1",)))


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the review or the Scottish Commissioner is missing from a notice that needs both."""
    if letter.regime == "EISR":
        yield from _under_regulations(letter)
    if not _judged_by_foisa(letter) or not _notice_due(letter):
        yield from _by_name(letter)
        return
    review_outcome = letter.outcome is Outcome.INTERNAL_REVIEW
    missing = []
    doubts = []
    if not review_outcome and (letter.shows.review is None or letter.shows.review.none_offered):
        missing.append("the right to ask for a review")
        doubts.append(letter.shows.review is None and hints_at_review(letter))
    if not _names_scottish(letter):
        missing.append("the right to apply to the Scottish Information Commissioner")
        doubts.append("scottish information commissioner" in letter.own)
    if not missing:
        return
    cites = _REVIEW if review_outcome else RULE.cites
    yield RULE.finding(
        letter,
        _elsewhere(letter),
        f"The notice does not show {' or '.join(missing)}, required by {cites[0]}.",
        certainty=Certainty.LIKELY if all(doubts) else Certainty.SURE,
        severity=Severity.MEDIUM if all(doubts) or _only_fees(letter) else None,
        cites=cites,
    )


def _judged_by_foisa(letter: Letter) -> bool:
    if letter.regime == "FOISA":
        return True
    return letter.authority.scottish and letter.regime in ("FOIA", "unknown")


def _notice_due(letter: Letter) -> bool:
    if letter.outcome in (Outcome.INTERNAL_REVIEW, Outcome.FEES_NOTICE):
        return True
    return refuses_something(letter)


def _routes(letter: Letter) -> list[RegulatorRoute]:
    both = (letter.shows.regulator, letter.shows.wrong_regulator)
    return [route for route in both if route is not None]


def _names_scottish(letter: Letter) -> bool:
    return any(route.regulator == "SIC" for route in _routes(letter))


def _elsewhere(letter: Letter) -> Span | None:
    """Where the applicant is sent to the other Commissioner."""
    return next((route.span for route in _routes(letter) if route.regulator != "SIC"), None)


def _only_fees(letter: Letter) -> bool:
    return letter.outcome is Outcome.FEES_NOTICE


def _under_regulations(letter: Letter) -> Iterator[Finding]:
    """EI(S)R reg 13 asks for the Scottish Commissioner as well; the review is another rule's."""
    if _names_scottish(letter) or not refuses_something(letter):
        return
    doubtful = "scottish information commissioner" in letter.own
    yield RULE.finding(
        letter,
        _elsewhere(letter),
        "The notice does not show the right to apply to the Scottish Information Commissioner, "
        f"required by {_EISR[0]}.",
        certainty=Certainty.LIKELY if doubtful else Certainty.SURE,
        severity=Severity.MEDIUM if doubtful else None,
        cites=_EISR,
    )


def _by_name(letter: Letter) -> Iterator[Finding]:
    """A body with a Scottish name sends the applicant to the Commissioner of the other law."""
    if letter.regime not in ("FOIA", "EIR") or not sounds_scottish(letter):
        return
    if not _names_scottish(letter) and _notice_due(letter):
        yield RULE.hint(
            letter,
            _elsewhere(letter),
            "Check which Commissioner the applicant may apply to; the name is that of a Scottish "
            "public authority.",
        )
