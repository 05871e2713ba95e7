"""A public interest test for an exemption that has none.

FOIA s.2(3). Not needed, and it shows that the exemption is misunderstood (the public interest
defence within s.41 excepted).
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Finding, Letter, Regime, Span

RULE = Rule(
    code="PI102",
    slug="pit-on-absolute",
    cites=(Cite(Regime.FOIA, "2", ("3",)),),
    why=(
        "Absolute exemptions apply without a balance. Weighing one suggests to the reader that "
        "the information could have been had if the scales had tipped, which is not so."
    ),
    fix=("Take the balance out, and say instead why the exemption applies."),
)
_SUBJECT = Phrase(
    r"(?:is|are) (?:also )?(?:subject to|a qualified|qualified)\b", "subject to", "qualified"
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when every provision a balance is about is absolute."""
    if letter.regime == "FOISA" and letter.ncnd:  # s.18 asks for the public interest by itself
        return
    qualified = [use.cite for use in letter.relied() if law.status(use.cite) == "qualified"]
    for balance in letter.balances:
        heading = letter.own[max(0, balance.span.start - 40) : balance.span.start + 60]
        if qualified and any(cite.number in heading or "item" in heading for cite in qualified):
            continue  # "Public interest (item 2)": the balance of the exemption that has one
        weighed = [cite for cite in balance.cites if law.is_exemption(cite)]
        if weighed and all(_is_absolute(cite) for cite in weighed):
            yield _finding(letter, balance.conclusion or balance.span, weighed[0])
            return
    for use in letter.relied():
        for span in use.spans:
            end = letter.own.find("\n", span.end)
            subject = _SUBJECT.search(letter.own, span.end, end if end > 0 else len(letter.own))
            if _is_absolute(use.cite) and subject and subject.start - span.end < 30:
                yield _finding(letter, subject, use.cite)
                return


def _finding(letter: Letter, span: Span, cite: Cite) -> Finding:
    return RULE.finding(
        letter,
        span,
        f"{cite} is absolute: {RULE.cites[0]} asks for no public interest balance, and the letter "
        "makes one.",
        cites=(*RULE.cites, cite),
    )


def _is_absolute(cite: Cite) -> bool:
    defence = (cite.regime is Regime.FOIA and cite.number == "41") or (
        cite.regime is Regime.FOISA and cite.number == "36"
    )
    return law.status(cite) == "absolute" and not defence
