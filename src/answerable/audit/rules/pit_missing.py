"""A qualified exemption without public interest reasons.

FOIA s.17(3); FOISA s.16(2). The Regulations have a rule of their own.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, part_two, wholly_ncnd
from answerable.audit.wordings.reasons import has_reasons
from answerable.audit.wordings.weighed import (
    argued,
    may_weigh,
    said_in_weighing,
    surely_weighs,
)
from answerable.letters.phrases import Phrase
from answerable.model import (
    BalancePassage,
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    ProvisionUse,
    Regime,
    Severity,
    Voice,
)

RULE = Rule(
    code="PI101",
    slug="pit-missing",
    cites=(
        foia("17", "3"),
        foia("2", "2", "b"),
    ),
    why=(
        "A qualified exemption applies only if the public interest in maintaining it outweighs "
        "that in disclosure, and the notice must give the reasons. Without them the refusal is "
        "not complete and nobody can see that the test was made."
    ),
    fix=(
        "Set out what speaks for and against, for this information, and why one outweighs the "
        "other; or say that the decision is still being made and give the date (section 17(2))."
    ),
    fix_under=dict.fromkeys(
        ("FOISA", "EIR", "EISR"),
        "Set out what speaks for and against, for this information, and why one outweighs the other.",
    ),
)
_SPOKEN = Phrase(
    r"public interest (?:in|test|lies|favours|balance|consider)|(?:consider|weigh|look\w* at|balanc\w+) (?:\w+ ){0,2}(?:the )?public interest|interests? of the public|outweigh",
    "public interest",
    "of the public",
    "outweigh",
)


# "The part on which we have not yet made up our minds."
_TO_COME = Phrase(
    r"(?:\bnot|n't) (?:yet )?(?:made up (?:our|its|my|their) minds?|decided where)|\bstill weighing\b",
    "made up", "decided where", "still weighing",
)  # fmt: skip


# "The Authority does not give its view of the public interest."
_UNSAID = Phrase(
    r"\b(?:not|declin\w+|refus\w+)(?: to)? (?:\w+ ){0,2}?(?:give|state|set out|enter into|go into|disclose|provide|explain|say)\b.{0,90}\bpublic interest",
    "public interest",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire for the first qualified limb relied on that no balance covers."""
    if letter.outcome is Outcome.EXTENSION or letter.regime in ("EIR", "EISR"):
        return
    if letter.outcome is Outcome.INTERNAL_REVIEW and _is_quoted(letter):
        return
    if _by_section_18(letter):
        return
    qualified = [
        use
        for use in part_two(letter)
        if law.status(use.cite) == "qualified" and not use.cite.regime.environmental
    ]
    for use in qualified:
        if _is_covered(letter, use, len(qualified)) or (
            len(qualified) == 1 and surely_weighs(letter)
        ):
            continue
        spoken = bool(letter.balances) or (
            (_SPOKEN.found(letter.own) or _TO_COME.found(letter.own) or may_weigh(letter))
            and not _UNSAID.found(letter.own)
        )
        duty = (
            Cite(Regime.FOISA, "16", ("2",)) if use.cite.regime is Regime.FOISA else foia("17", "3")
        )
        if use.cite.regime is Regime.FOISA and law.is_ncnd_limb(use.cite):
            continue
        yield RULE.finding(
            letter,
            use.spans[0],
            f"{use.cite} is qualified and the notice does not show a public interest balance for "
            f"it, required by {duty}.",
            certainty=Certainty.LIKELY if spoken else Certainty.SURE,
            severity=Severity.MEDIUM if spoken else None,
            cites=(duty, use.cite),
        )
        return
    if not letter.relied() and _refuses_unnamed(letter):
        yield RULE.finding(
            letter,
            letter.shows.withheld,
            "The notice gives a reason that belongs to a qualified exemption, names none, and "
            f"shows no public interest balance ({RULE.cites[0]}).",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )


def _by_section_18(letter: Letter) -> bool:
    """A Scottish letter that neither confirms nor denies: FOISA s.18(2) lifts s.16(2)."""
    return letter.regime == "FOISA" and wholly_ncnd(letter)


def _is_quoted(letter: Letter) -> bool:
    """Whether a review sets the balance out in the words of the first answer."""
    return any(
        "public interest" in words and "outweigh" in words
        for block in letter.blocks
        if block.voice in (Voice.EARLIER, Voice.REQUEST, Voice.STATUTE)
        for words in [letter.flow[block.span.start : block.span.end]]
    )


# What sections 35, 36 and 43 are about, in an officer's own words.
_QUALIFIED_REASON = Phrase(
    r"\bcommercial(?:ly)?\b|\bsensitiv\w+|\binternal (?:discussion|deliberation|document|paper)|\bnot (?:yet )?final(?:ised)?\b|\bstill (?:being )?(?:discuss|consider|draft)\w*|\bnegotiat\w+|\bcompetitors?\b|\bongoing (?:investigation|enquir|inquir)",
    "commercial", "sensitiv", "internal", "final", "still ", "negotiat", "competitor", "ongoing",
)  # fmt: skip


def _refuses_unnamed(letter: Letter) -> bool:
    """A refusal on grounds that call for a balance, with no section and no word of the balance."""
    return (
        letter.outcome is Outcome.REFUSED
        and letter.shows.withheld is not None
        and not letter.balances
        and not _SPOKEN.found(letter.own)
        and _QUALIFIED_REASON.found(letter.own)
    )


def _is_for_another_part(letter: Letter, balance: BalancePassage, use: ProvisionUse) -> bool:
    """Whether the balance is made within the answer to one question and the limb claimed in another's."""
    place = balance.span.start
    home = next((a for a in letter.answers if any(p.start <= place < p.end for p in a.spans)), None)
    if home is None:
        return False
    other = [a for a in letter.answers if a is not home]
    return all(any(p.start <= s.start < p.end for a in other for p in a.spans) for s in use.spans)


def _is_covered(letter: Letter, use: ProvisionUse, of: int) -> bool:
    """Whether a balance names this section, or a balance names none and so may be for all."""
    for balance in letter.balances:
        named = {
            other.cite.number
            for other in letter.provisions
            for span in other.spans
            if balance.span.start <= span.start < balance.span.end
        }
        apart = not named & {use.cite.number} and _is_for_another_part(letter, balance, use)
        if apart:
            continue
        if of == 1 or not named or use.cite.number in named:
            return True
        if any(cite.number == use.cite.number for cite in balance.cites):
            return True
    return False


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A qualified section that no balance names beside others, or a balance that says nothing."""
    qualified = {u.cite.number: u for u in part_two(letter) if law.status(u.cite) == "qualified"}
    if not qualified or letter.outcome is Outcome.EXTENSION or _by_section_18(letter):
        return
    if len(qualified) == 1:
        yield from _says_nothing(letter, *qualified.values())
        return
    for number, use in qualified.items():
        if not any(
            balance.span.start <= span.start < balance.span.end
            for balance in letter.balances
            for other in letter.provisions
            if other.cite.number == number
            for span in other.spans
        ) and not any(c.number == number for b in letter.balances for c in b.cites):
            yield RULE.hint(
                letter,
                use.spans[0],
                f"Check that the public interest is weighed for {use.cite} too.",
            )


_FEW = 5  # words of its own


def _says_nothing(letter: Letter, use: ProvisionUse) -> Iterator[Finding]:
    """Only a conclusion: "we considered the public interest and it favours keeping the map back": no reasons at all."""
    if surely_weighs(letter) or any(b.factors_for or b.factors_against for b in letter.balances):
        return
    said = [line for place in argued(letter) for line in said_in_weighing(letter, place, (use,))]
    if said and not has_reasons(letter, outside_balance=False, least=_FEW, within=said):
        yield RULE.hint(
            letter, said[0], f"Check that the reasons of the balance are given for {use.cite}."
        )
