"""The balance of a refusal to confirm or deny weighs disclosing the content instead.

FOIA s.2(1)(b) and s.17(3)(a): the question is whether to say if information is held.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, wholly_ncnd
from answerable.model import BalancePassage, Certainty, Finding, Letter, Severity

RULE = Rule(
    code="NC102",
    slug="ncnd-pit-about-disclosure",
    interprets=True,
    cites=(
        foia("2", "1", "b"),
        foia("17", "3", "a"),
    ),
    why=(
        "Two different questions: what would come of saying yes or no, and what would come of "
        "releasing the information. Reasons about release do not answer the first, and "
        "presuppose that there is something to release."
    ),
    fix=(
        "Write each factor about saying whether information is held: who would learn what from "
        "a yes, and from a no."
    ),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire once for the first NCND balance whose factors are about releasing content."""
    if _is_absolute(letter):
        return  # what is weighed is the public interest defence within the exemption
    for balance in letter.balances:
        if not (balance.factors_for or balance.factors_against) or not _is_ncnd(letter, balance):
            continue
        headed = balance.heading_subject == "disclosure" and balance.argued_subject == "unstated"
        if balance.argued_subject == "disclosure" or (
            headed and _ends_on_disclosure(letter, balance)
        ):
            plain = letter.regime != "FOISA" and not _ends_on_confirming(letter, balance)
            yield _finding(letter, balance, plain=plain)
            return
        if balance.argued_subject in ("both", "unstated") and _ends_on_disclosure(letter, balance):
            yield _finding(letter, balance, plain=False)
            return


def _is_absolute(letter: Letter) -> bool:
    """Whether every limb relied on is absolute, so that no balance under section 2 is made."""
    relied = [use.cite for use in letter.relied() if law.is_exemption(use.cite)]
    return bool(relied) and all(law.status(cite) == "absolute" for cite in relied)


def _finding(letter: Letter, balance: BalancePassage, *, plain: bool) -> Finding:
    span = (balance.factors_against or balance.factors_for)[0]
    return RULE.finding(
        letter,
        span,
        "The balance weighs what would follow from releasing information, not from saying "
        f"whether it is held, which {foia('2', '1', 'b')} and {foia('17', '3', 'a')} ask about.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.MEDIUM,
    )


def _is_ncnd(letter: Letter, balance: BalancePassage) -> bool:
    if wholly_ncnd(letter):
        return True
    return bool(balance.cites) and all(law.is_ncnd_limb(cite) for cite in balance.cites)


def _ends_on_disclosure(letter: Letter, balance: BalancePassage) -> bool:
    if balance.conclusion is None:
        return False
    words = letter.own[balance.conclusion.start : balance.conclusion.end]
    if "confirm" in words or "deny" in words or "held" in words or "exclusion" in words:
        return False
    return any(word in words for word in ("disclos", "releas", "withh"))


def _ends_on_confirming(letter: Letter, balance: BalancePassage) -> bool:
    """Whether what is concluded is about saying yes or no, so that the factors may be meant so."""
    if balance.conclusion is None:
        return False
    words = letter.own[balance.conclusion.start : balance.conclusion.end]
    return any(word in words for word in ("confirm", "saying whether", " held", "yes or", "stating whether"))  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The balance of an NCND letter speaks of disclosure too."""
    for balance in letter.balances if letter.ncnd and not _is_absolute(letter) else ():
        if "disclosure" in (balance.heading_subject, balance.argued_subject) or (
            balance.argued_subject == "both"
        ):
            yield RULE.hint(
                letter,
                balance.span,
                "Check that the balance is about saying whether information is held.",
            )
            return
