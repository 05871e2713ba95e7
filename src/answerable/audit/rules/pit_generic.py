"""Public interest factors that would fit any request.

FOIA s.17(3); ICO guidance: the factors must be about this information and this exemption.
"""

from collections.abc import Iterator
from functools import lru_cache

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.model import Certainty, Finding, Letter, Span

RULE = Rule(
    code="PI103",
    slug="pit-generic",
    cites=(foia("17", "3"),),
    why=(
        "Openness, trust and accountability speak for disclosing anything. They show that a "
        "template was used, not that the interest in this information was weighed."
    ),
    fix=(
        "Say what the public would learn from this information and why it matters now; then "
        "what harm this information would do."
    ),
)
_WORD = compiled(r"[a-z]{4,}|\d[\d,]+")
_ENOUGH = 3  # words that are not of every balance
_MORE = 7  # the same, in a sentence that begins from a stock factor
_STOCK = (
    "openness",
    "transparen",
    "accountab",
    "public trust",
    "public confidence",
    "public debate",
)
_GENERIC = (
    "public",
    "interest",
    "disclos",
    "releas",
    "inform",
    "open",
    "transparen",
    "accountab",
    "trust",
    "confiden",
    "govern",
    "local",
    "authorit",
    "council",
    "debate",
    "understand",
    "engage",
    "promot",
    "increas",
    "enhanc",
    "general",
    "consider",
    "favour",
    "factor",
    "reason",
    "argument",
    "acknowledg",
    "recognis",
    "recogniz",
    "that",
    "this",
    "with",
    "from",
    "have",
    "would",
    "which",
    "could",
    "their",
    "there",
    "these",
    "those",
    "what",
    "when",
    "where",
    "while",
    "whether",
    "into",
    "being",
    "been",
    "also",
    "such",
    "some",
    "than",
    "then",
    "they",
    "them",
    "will",
    "more",
    "most",
    "about",
    "against",
    "between",
    "confirm",
    "deny",
    "denying",
    "held",
    "hold",
    "whether",
    "data",
    "type",
    "kind",
    "help",
    "show",
    "assist",
    "resident",
    "taxpayer",
    "people",
    "citizen",
    "communit",
    "spend",
    "spent",
    "fund",
    "money",
    "service",
    "decision",
    "process",
    "polic",
    "body",
    "bodies",
    "department",
    "trust",
    "university",
    "force",
    "police",
    "important",
    "importance",
    "scrutin",
    "particip",
    "knowledge",
    "awareness",
    "greater",
    "depth",
    "addition",
    "other",
    "outweigh",
    "balance",
    "maintain",
    "exemption",
    "section",
    "public's",
    "respond",
    "responding",
    "range",
    "factors",
    "taking",
    "seriously",
    "duties",
    "duty",
    "able",
    "business",
    "without",
    "detail",
    "details",
    "made",
    "relationship",
    "supplier",
    "generally",
    "suffer",
    "conscious",
    "disadvantage",
    "advice",
    "receive",
    "confidence",
    "carry",
    "carried",
    "test",
    "protect",
    "abilit",
    "operat",
    "effective",
    "efficien",
    "life",
    "applied",
    "fact",
    "provid",
    "access",
    "allow",
    "enable",
    "further",
    "request",
    "national",
    "securit",
    "matter",
    "first",
    "desirab",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when no factor for disclosure (or for confirming) has words of its own."""
    for balance in letter.balances:
        factors = balance.factors_for or balance.factors_against
        if factors and not any(_is_specific(letter, span) for span in factors):
            yield RULE.finding(
                letter,
                factors[0],
                "The factors named are general ones; the notice does not show what in this "
                f"information they weigh, which {foia('17', '3')} asks reasons for.",
                certainty=Certainty.LIKELY,
            )
            return


@lru_cache(maxsize=16_384)
def _is_generic(word: str) -> bool:
    """Letters share their words, and there are many general ones to try."""
    return word.startswith(_GENERIC)


def _is_specific(letter: Letter, span: Span) -> bool:
    sentence = letter.own[span.start : span.end]
    words = {word for word in _WORD.findall(sentence) if not _is_generic(word)}
    return len(words) >= (_MORE if holds(sentence, _STOCK) else _ENOUGH)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The factors of one side have few words that belong to this information."""
    for balance in letter.balances:
        for factors in (balance.factors_for, balance.factors_against):
            if factors and not any(_own_words(letter, span) >= _MORE for span in factors):
                yield RULE.hint(
                    letter,
                    factors[0],
                    "Check that these factors are about this information, not any.",
                )


def _own_words(letter: Letter, span: Span) -> int:
    sentence = letter.own[span.start : span.end]
    return len({word for word in _WORD.findall(sentence) if not _is_generic(word)})
