"""Section 36 without the opinion of the qualified person.

FOIA s.36(2) and (5). Statistical information needs none (s.36(4)).
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, ProvisionUse, Severity, Span

RULE = Rule(
    code="EX110",
    slug="s36-no-qp",
    cites=(
        foia("36", "2"),
        foia("36", "5"),
    ),
    why=(
        "The exemption exists only if the person named by the Act holds a reasonable opinion "
        "that the harm would, or would be likely to, follow. The view of an officer or an "
        "office is not that."
    ),
    fix=(
        "Obtain the opinion of the qualified person on each limb before refusing, and say who "
        "gave it and when; or disclose."
    ),
)
_QUALIFIED = Phrase(
    r"qualified person|(?:monitoring officer|chief executive|chief constable|vice-?chancellor|principal|minister|secretary of state|speaker|proprietor|chair of governors|chief officer|commissioner)\b.{0,80}(?:opinion|considers|is satisfied|has given|gave|formed the view)|opinion (?:of|from|given by) (?:the|our) (?:monitoring officer|chief executive|chief constable|vice-?chancellor|principal|minister)",
    "qualified person", "opinion", "considers", "satisfied", "given", "gave", "formed",
)  # fmt: skip
_OPINION = Phrase(
    r"in the opinion of|(?:our|the) opinion|we (?:are of the opinion|consider|believe)",
    "opinion",
    "consider",
    "believe",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.36(2) is relied on and no qualified person's opinion is shown."""
    use = next(
        (
            u
            for u in letter.relied()
            if u.cite.number == "36"
            and not u.cite.regime.scottish
            and u.cite.parts[:1] in ((), ("2",), ("3",))
        ),
        None,
    )
    if use is None or _QUALIFIED.found(letter.own) or "statistical information" in letter.own:
        return
    yield RULE.finding(
        letter,
        _place(letter, use),
        f"{use.cite} is relied on and the notice does not show the opinion of the qualified person, "
        f"which {foia('36', '2')} requires.",
        certainty=Certainty.LIKELY if (told := _OFFICE.found(letter.own)) else Certainty.SURE,
        severity=Severity.MEDIUM if told else None,
    )


_FAR = 1_500  # characters: what stands further from the cite is about something else


def _place(letter: Letter, use: ProvisionUse) -> Span:
    """Whoever's opinion it is that stands for section 36; the cite where there is none.

    Not "we believe" in what is said of another provision: looked for from the paragraph of the
    cite, or the provision named before it, to the one named next.
    """
    others = [o for each in letter.provisions if each.cite.number != "36" for o in each.spans]
    for span in use.spans:
        opens = [b.span.start for b in letter.blocks if b.span.start <= span.start < b.span.end]
        start = max([*opens, *(each.end for each in others if each.end <= span.start)], default=0)
        end = min([span.end + _FAR, *(each.start for each in others if each.start >= span.end)])
        found = _OPINION.search(letter.own, start, min(end, len(letter.own)))
        if found is not None:
            return found
    return use.spans[0]


# "In a council it is the Monitoring Officer. On 12 August she signed her opinion."
_OFFICE = Phrase(
    r"\b(?:monitoring officer|chief executive|chief constable|vice-?chancellor|principal|minister|secretary of state|chair|clerk|director general|permanent secretary)\b|\bstanding authori[sz]ation\b|\b(?:his|her|their) (?:reasonable |signed )?opinion\b",
    "officer", "chief", "chancellor", "principal", "minister", "secretary", "chair", "clerk", "director", "authori", "opinion",
)  # fmt: skip
