"""Public interest factors that would fit any request.

FOIA s.17(3); ICO guidance: the factors must be about this information and this exemption.
"""

from collections.abc import Iterator
from functools import lru_cache

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.reasons import STOCK
from answerable.audit.wordings.weighed import argued, said_in_weighing
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
                yield RULE.hint(letter, factors[0], _CHECK)
    uses = [use for use in letter.relied() if law.status(use.cite) in ("qualified", "contested")]
    named = [f for b in letter.balances for f in (*b.factors_for, *b.factors_against)]
    if not uses or any(_belongs(letter, factor) for factor in named):
        return
    for place in argued(letter):
        said = said_in_weighing(letter, place, uses)
        # A conclusion alone says nothing of what was weighed; that is for other rules.
        if len(said) > 1 and not any(_belongs(letter, sentence) for sentence in said):
            yield RULE.hint(letter, said[0], _CHECK)
            return


_CHECK = "Check that these factors are about this information, not any."
_FIGURE = compiled(r"(?<![\d(])£?\d[\d,.]*\b(?!\()")


def _belongs(letter: Letter, sentence: Span) -> bool:
    """Whether a sentence speaks of this information: a figure, or many words that few letters have."""
    if len(_not_general(letter, sentence) - STOCK) >= _MORE:
        return True
    cited = _CITED.sub(" ", letter.own[sentence.start : sentence.end])
    return _FIGURE.search(cited) is not None


_CITED = compiled(
    r"\b(?:sections?|regulations?|s\.?|article|part)? ?\d{1,2}[a-z]?(?:\(\w{1,4}\)){1,4}|\b(?:section|regulation|article|act|regulations) \d+"
)


def _own_words(letter: Letter, span: Span) -> int:
    return len(_not_general(letter, span))


def _not_general(letter: Letter, span: Span) -> set[str]:
    sentence = letter.own[span.start : span.end]
    return {word for word in _WORD.findall(sentence) if not _is_generic(word)}
