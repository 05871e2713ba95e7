"""Section 17(4) used to say nothing: no reasons, or no rights.

FOIA s.17(4) lifts only statements that would themselves disclose exempt information; never the
citation (s.17(1)(b)) nor the particulars of s.17(7).
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.spared import reasons_spared
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Severity

RULE = Rule(
    code="SN109",
    slug="s17-4-misused",
    cites=(
        foia("17", "4"),
        foia("17", "7"),
    ),
    why=(
        "Section 17(4) is narrow: it spares an authority a statement that would give away what "
        "is exempt. It never excuses naming the exemption or telling the applicant of review "
        "and the Commissioner."
    ),
    fix=(
        "Give the reasons that can be given, say which are held back under section 17(4) and "
        "why, and add the review and Commissioner paragraphs."
    ),
)


_UNEXPLAINED = Phrase(
    r"\b(?:practice|policy) of (?:relying|rel[iy]\w*) on section 17\(4\)|section 17\(4\)(?:(?!would (?:itself|involve)|disclos|reveal)[^\n]){0,80}\b(?:not|no|nor|without)\b(?:(?!would (?:itself|involve)|disclos|reveal)[^\n]){0,60}\b(?:explanation|reasons?|explain)\b(?![^\n]{0,80}(?:would (?:itself|involve)|disclos|reveal))",
    "17(4)",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.17(4) is named and the exemption or the applicant's rights are missing."""
    use = next((u for u in letter.provisions if u.cite.within(foia("17", "4"))), None)
    if use is None or letter.own[use.spans[0].start : use.spans[0].end].strip("\n") == "":
        return
    bare = _UNEXPLAINED.search(letter.own)
    if bare is not None and not letter.ncnd and not reasons_spared(letter):
        yield RULE.finding(
            letter,
            bare,
            f"{foia('17', '4')} is used to give no reasons at all; it lifts only a statement which "
            "would itself disclose exempt information, and the notice does not say that.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )
        return
    missing = []
    if not letter.relied():
        missing.append("the exemption")
    if letter.shows.review is None:
        missing.append("the review procedure")
    if letter.shows.regulator is None:
        missing.append("the right to go to the Commissioner")
    if missing:
        yield RULE.finding(
            letter,
            use.spans[0],
            f"{foia('17', '4')} is used, and the notice does not show {', '.join(missing)}; that "
            "subsection lifts only statements which would themselves disclose exempt information.",
            severity=Severity.HIGH,
        )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Section 17(4) is relied on at all."""
    use = next((u for u in letter.provisions if u.cite.within(foia("17", "4"))), None)
    if use is not None and not reasons_spared(letter):
        yield RULE.hint(
            letter,
            use.spans[0],
            f"Check that {foia('17', '4')} is used only for what would itself disclose exempt information.",
        )
