"""A limb such as s.31(3) is relied on without the matter that would be prejudiced.

FOIA s.17(1)(b)-(c) with s.31(1)(a)-(i) (likewise ss.26, 27, 29, 36, 38).
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.matters import named_in
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Outcome, ProvisionUse, Role, Severity, Span

RULE = Rule(
    code="NC103",
    slug="ncnd-no-underlying-matter",
    cites=(
        foia("17", "1", "b"),
        foia("17", "1", "c"),
        foia("31", "1"),
    ),
    why=(
        "The subsection removes the duty only where confirming or denying would harm one of the "
        "matters listed in the section. Unless the notice says which, neither the applicant nor "
        "the Commissioner can test it."
    ),
    fix=(
        'Name the matter: for example "section 31(3), because confirming or denying would be '
        'likely to prejudice the prevention or detection of crime (section 31(1)(a))".'
    ),
)
_NEEDS_MATTER = frozenset({"26", "27", "29", "31", "36", "38"})


# "The work meant here is that in paragraph (a) of subsection (1)."
_BY_PARAGRAPH = Phrase(r"\bparagraphs? \([a-j]\)|\bsubsection \(1\)", "paragraph", "subsection (1)")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire for each NCND limb that needs a matter when neither cite nor words name one."""
    for use in letter.relied():
        number = use.cite.number
        if number not in _NEEDS_MATTER or not law.is_ncnd_limb(use.cite):
            continue
        cited = any(
            other.cite.number == number
            and not law.is_ncnd_limb(other.cite)
            and len(other.cite.parts) > 1
            and other.role is not Role.QUOTED
            for other in letter.provisions
        )
        if not cited and not named_in(letter.own, number):
            told = any(
                _BY_PARAGRAPH.found(letter.own, *line_at(letter.own, span.start))
                for span in use.spans
            )
            yield RULE.finding(
                letter,
                use.spans[0],
                f"{use.cite} is relied on and the notice does not show which matter of "
                f"{foia(number, '2' if number == '36' else '1')} would be harmed, required by "
                f"{foia('17', '1', 'b')}.",
                certainty=Certainty.LIKELY if told else Certainty.SURE,
                severity=Severity.MEDIUM if told else None,
                cites=(foia("17", "1", "b"), foia("17", "1", "c"), use.cite),
            )

        elif cited and _only_elsewhere(letter, use):
            yield RULE.finding(
                letter,
                use.spans[0],
                f"{use.cite} is relied on for one part, and what is said of that part does not show "
                f"which matter of {foia(number, '2' if number == '36' else '1')} would be harmed.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
                cites=(foia("17", "1", "b"), foia("17", "1", "c"), use.cite),
            )


def _only_elsewhere(letter: Letter, use: ProvisionUse) -> bool:
    """Whether a matter is named only for what another part withholds.

    "Part 1 is exempt under section 31(1)(a). Part 3: section 31(3) applies."
    """
    number = use.cite.number
    silent = [
        span for answer in letter.answers if answer.outcome is Outcome.NCND for span in answer.spans
    ]
    if not all(_within(span, silent) for span in use.spans if not _is_blank(letter, span)):
        return False
    matters = [
        span
        for other in letter.provisions
        if other.cite.number == number
        and not law.is_ncnd_limb(other.cite)
        and len(other.cite.parts) > 1
        for span in other.spans
    ]
    if not silent or any(_within(span, silent) for span in matters):
        return False
    others = [
        span
        for answer in letter.answers
        if answer.outcome is not Outcome.NCND
        for span in answer.spans
    ]
    if not all(_within(span, others) for span in matters):
        return False
    return not any(named_in(letter.own[place.start : place.end], number) for place in silent)


def _within(span: Span, places: list[Span]) -> bool:
    return any(place.start <= span.start < place.end for place in places)


def _is_blank(letter: Letter, span: Span) -> bool:
    """Whether the words are not the authority's own, but the law's."""
    return not letter.own[span.start : span.end].strip()


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Something is neither confirmed nor denied on a whole section, and no matter of it is named."""
    for use in letter.relied() if letter.ncnd else ():
        number = use.cite.number
        if (
            number in _NEEDS_MATTER
            and not law.is_ncnd_limb(use.cite)
            and len(use.cite.parts) < 2
            and not use.cite.regime.environmental
            and not named_in(letter.own, number)
        ):
            yield RULE.hint(
                letter,
                use.spans[0],
                f"Check that the notice names the matter within {use.cite.whole} that would be harmed.",
            )
            return
