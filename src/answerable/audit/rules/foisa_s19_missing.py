"""A Scottish notice without the particulars of section 19, or with the wrong Commissioner.

FOISA s.19: the authority's complaints procedure, the right to a review (s.20(1)) and the right to
apply to the Scottish Information Commissioner (s.47(1)). Review outcomes: s.21(10).
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.outcomes import refuses_something
from answerable.model import Cite, Finding, Letter, Outcome, Regime, Severity

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
    if letter.regime != "FOISA" and not (
        letter.authority.scottish and letter.regime in ("FOIA", "unknown")
    ):
        return
    review_outcome = letter.outcome is Outcome.INTERNAL_REVIEW
    if (
        not review_outcome
        and letter.outcome is not Outcome.FEES_NOTICE
        and not refuses_something(letter)
    ):
        return
    missing = []
    routes = [route for route in (letter.shows.regulator, letter.shows.wrong_regulator) if route]
    if (letter.shows.review is None or letter.shows.review.none_offered) and not review_outcome:
        missing.append("the right to ask for a review")
    if not any(route.regulator == "SIC" for route in routes):
        missing.append("the right to apply to the Scottish Information Commissioner")
    if not missing:
        return
    wrong = next((route for route in routes if route.regulator != "SIC"), None)
    cites = _REVIEW if review_outcome else RULE.cites
    yield RULE.finding(
        letter,
        wrong.span if wrong else None,
        f"The notice does not show {' or '.join(missing)}, required by {cites[0]}.",
        severity=Severity.MEDIUM if _only_fees(letter) else None,
        cites=cites,
    )


def _only_fees(letter: Letter) -> bool:
    return letter.outcome is Outcome.FEES_NOTICE


def _under_regulations(letter: Letter) -> Iterator[Finding]:
    """EI(S)R reg 13 asks for the Scottish Commissioner as well; the review is another rule's."""
    routes = (letter.shows.regulator, letter.shows.wrong_regulator)
    if any(route is not None and route.regulator == "SIC" for route in routes):
        return
    if refuses_something(letter):
        yield RULE.finding(
            letter,
            letter.shows.wrong_regulator.span if letter.shows.wrong_regulator else None,
            "The notice does not show the right to apply to the Scottish Information Commissioner, "
            f"required by {_EISR[0]}.",
            cites=_EISR,
        )
