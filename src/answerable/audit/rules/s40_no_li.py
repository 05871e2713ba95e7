"""Personal data withheld without asking whether there is a legitimate interest in them.

FOIA s.40(2), (3A), (8) with UK GDPR Art 6(1)(f): purpose, necessity, balance.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.personal import FAIRNESS, WEIGHED, by_another_condition
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Regime

RULE = Rule(
    code="EX114",
    slug="s40-no-li",
    cites=(
        foia("40", "2"),
        foia("40", "3A"),
    ),
    why=(
        "Disclosure of personal data is lawful if it is necessary for a legitimate interest "
        "that is not overridden. Saying that it is personal data ends the matter only for the "
        "requester's own."
    ),
    fix=(
        "Say what legitimate interest there is, whether disclosure is necessary for it, and how "
        "it weighs against the interests of the person concerned."
    ),
)
_PERSONAL = (("FOIA", "40"), ("FOISA", "38"))


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when personal data are withheld and no interest or necessity is spoken of."""
    use = next(
        (
            u
            for u in letter.relied()
            if (u.cite.regime.value, u.cite.number) in _PERSONAL and not _own_data(u.cite)
        ),
        None,
    )
    if use is not None and letter.ncnd and use.cite.regime is Regime.FOISA:
        return  # section 18 asks for another test
    if use is None or "special category" in letter.own or by_another_condition(letter):
        return
    if WEIGHED.found(letter.own):
        yield from _not_asked(letter, use.cite)
        return
    fair = FAIRNESS.found(letter.own)
    yield RULE.finding(
        letter,
        use.spans[0],
        f"{use.cite} is relied on and the notice does not show that a legitimate interest in the "
        "information was considered (purpose, necessity, balance).",
        certainty=Certainty.LIKELY if fair else Certainty.SURE,
    )


# "There is no need to consider legitimate interests": named, and left alone.
_LEFT_ALONE = Phrase(
    r"\b(?:no (?:need|reason|requirement|call|occasion|obligation)|(?:not|n't|never|without|nor) (?:\w+ ){0,2}?(?:need|required?|have|oblig\w+|bound|asked?|ask\w*|consider\w*|go(?:ne)?|look\w*|weigh\w*|assess\w*|inquir\w*|enquir\w*|examin\w*))\b.{0,50}\b(?:legitimate (?:public )?interests?|necess\w+|less intrusive|article 6)",
    "no ", "not", "n't", "never", "without", "nor ",
    needs=("legitimate", "necess", "intrusive", "article 6"),
)  # fmt: skip


def _not_asked(letter: Letter, cite: Cite) -> Iterator[Finding]:
    """The test is named only to say that it was not gone into."""
    alone = _LEFT_ALONE.search(letter.own)
    if alone is None:
        return
    for span in WEIGHED.among(letter.own):
        if not _LEFT_ALONE.found(letter.own, *line_at(letter.own, span.start)):
            return
    yield RULE.hint(
        letter,
        alone,
        f"{cite} is relied on, and the letter says that the legitimate interest was not considered.",
    )


def _own_data(cite: Cite) -> bool:
    """Whether the limb is the one for the requester's own data (FOIA s.40(1), FOISA s.38(1)(a))."""
    if cite.regime is Regime.FOISA:
        return cite.parts[:2] == ("1", "a")
    return cite.parts[:1] in (("1",), ("5A",))


_COVERED = Phrase(
    r"\b(?:data protection|personal (?:data|information)|gdpr)\b",
    "data protection", "personal data", "personal information", "gdpr",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Data protection is given as the reason, with no section, and no interest is spoken of."""
    if letter.shows.withheld is None or letter.ncnd or WEIGHED.found(letter.own):
        return
    if any((u.cite.regime.value, u.cite.number) in _PERSONAL for u in letter.relied()):
        return
    span = _COVERED.search(letter.own)
    if span is not None:
        yield RULE.hint(
            letter, span, "Check that the legitimate interest in the names or details was weighed."
        )
