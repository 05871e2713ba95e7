"""A decision is taken for another body's, or as binding under a law that it was not given under.

The Commissioner's decisions (FOIA s.50) and the Scottish Commissioner's (FOISA s.49) are given
under different Acts, go to different courts, and turn on their facts.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.citations import Cited, cited, named_issuer, named_party
from answerable.audit.wordings.duty import foia
from answerable.law.decided.references import ICO, SIC, TRIBUNAL
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Regime

RULE = Rule(
    code="CT102",
    slug="citation-wrong-body",
    cites=(foia("50"), Cite(Regime.FOISA, "49")),
    why=(
        "Whose decision it is tells what weight it carries. A decision of the Scottish "
        "Commissioner is of interest under the Act of 2000 and binds nobody there, and the other "
        "way about; and a decision about another body than the letter says cannot support it."
    ),
    fix=(
        "Check who gave the decision, about whom and under which law; name it so, and give this "
        "request's own reasons."
    ),
)
_BINDS = Phrase(
    r"\b(?:bound|binding|binds)\b|must (?:therefore )?follow|oblige[sd] (?:us |the \w{1,20} )?to|require[sd] to follow|cannot depart|no (?:choice|discretion)|settle[sd] (?:this|the) (?:point|matter|question|issue)",
    "bound", "binding", "binds", "follow", "oblige", "depart", "no choice", "no discretion", "settle",
)  # fmt: skip
_NOT = Phrase(r"\b(?:not|nor|never|neither)\b|n't\b", "not", "nor", "never", "neither", "n't")
_SCOTS_LAW = ("FOISA", "EISR")
_SCOTTISH = frozenset((SIC, "Court of Session"))
_UNDER_FOIA = frozenset((ICO, TRIBUNAL, "Upper Tribunal", "First-tier Tribunal"))


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when issuer, party or the law of a decision is not what the letter takes it for."""
    for each in cited(letter):
        message = _wrong(each, letter)
        if message:
            yield RULE.finding(letter, each.reference.span, message, certainty=Certainty.LIKELY)


def _wrong(each: Cited, letter: Letter) -> str:
    key, issuer = each.reference.key, each.reference.issuer
    named = named_issuer(each)
    if named:
        return f"{key} is numbered as by the {issuer}, not the {named}."
    party = named_party(each, letter)
    if party and each.decision:
        return f"{key} is “{each.decision.name}”, and the letter says it concerns {party}."
    if _elsewhere(issuer, letter) and _binds(each, letter):
        here, there = ("FOISA", "FOIA") if letter.regime in _SCOTS_LAW else ("FOIA", "FOISA")
        return (
            f"{key} is by the {issuer}, whose decisions are under {there} or the Regulations that "
            f"go with it; they do not bind under {here}, whatever their weight."
        )
    return ""


def _elsewhere(issuer: str, letter: Letter) -> bool:
    if letter.regime in _SCOTS_LAW:
        return issuer in _UNDER_FOIA
    return letter.regime in ("FOIA", "EIR") and issuer in _SCOTTISH


def _binds(each: Cited, letter: Letter) -> bool:
    start, end = each.line
    return _BINDS.found(letter.own, start, end) and not _NOT.found(letter.own, start, end)
