"""A whole document or set is withheld with no word on whether part could be released.

FOIA s.1(1)(b) and the extent words of s.2(2); EIR reg.12(11).
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, part_two
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Outcome, Severity

RULE = Rule(
    code="EX102",
    slug="blanket-exemption",
    cites=(
        foia("2", "2"),
        foia("1", "1", "b"),
    ),
    why=(
        "The Acts protect information, not documents. What is not exempt must be given even if "
        "it stands on the same page."
    ),
    fix=(
        "Go through the document; release what is not exempt, or say why no part can be separated."
    ),
)
_WHOLE = Phrase(
    r"in (?:its|their) entirety|(?:withheld|exempt|refused|refusing|withholding|withhold) (?:all |it |them |this )?(?:the information |of it |of this )?in full|all (?:of )?(?:the |this |your )?(?:requested )?(?:information|documents|records|emails?|correspondence|material|of (?:this|it|them))\b.{0,40}(?:withh|exempt|refus)|(?:kept|held) back in full|exempt (?:from disclosure )?in full|none (?:of (?:it|them|this) )?can be (?:disclos|releas|suppl|provid)\w+|in whole or in part|from (?:the )?(?:first|front) (?:page|word|line) to (?:the )?last|as a whole (?:is|are|was|were) (?:withh|exempt|refus)|(?:cannot|not) (?:therefore )?(?:supply|release|provide|disclose) any (?:part )?of (?:it|them|this)|no part of|(?:is|are) all (?:being )?(?:withheld|exempt)|(?:whole|entire) (?:of the )?(?:document|report|contract|file|dataset|correspondence|record|request)|will not be (?:releasing|disclosing) any",
    "entirety", "none", "first page", "as a whole", "in full", "all ", "no part", "whole", "entire", "any",
)  # fmt: skip
_SEVERED = Phrase(
    r"redact|sever(?!al)|separat|(?:part|parts|portion|section|extract|summary|some) (?:of (?:it|the|them|this) )?(?:could|can|may|might|would|cannot|that (?:could|can|is)|have|has|are) |whether (?:any|a|some) part|line by line|page by page|each (?:document|page|paragraph|item|email)|intertwined|meaningful",
    "redact", "sever", "separat", "part", "portion", "section", "extract", "summary", "some ", "line by line", "page by page", "each ", "intertwined", "meaningful",
)  # fmt: skip


# "We do not propose to go through the minutes to separate this": severance, and refused.
_UNSIFTED = Phrase(
    r"\b(?:not (?:propose|intend|going|prepared|consider it necessary|obliged|practicable)|no (?:need|duty|obligation))\b.{0,60}\b(?:separat|sever|redact|go(?:ing)? through|sift|pick out|edit)\w*|\bsince (?:some|part|parts) (?:of (?:it|them) |passages )?(?:is|are) exempt\b.{0,60}\b(?:whole|all|entire)",
    "separat", "sever", "redact", "through", "sift", "pick out", "edit", "since ",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when everything is withheld, in so many words, and severance is not spoken of."""
    if not part_two(letter):
        return
    if letter.outcome not in (Outcome.REFUSED, Outcome.INTERNAL_REVIEW):
        yield from _one_of_several(letter)
        return
    if all(use.cite.number in ("21", "22") for use in part_two(letter)):
        return
    whole = _WHOLE.search(letter.own)
    unsifted = _UNSIFTED.search(letter.own) or _NOT_SIFTED.search(letter.own)
    if unsifted is None and (whole is None or _SEVERED.found(letter.own)):
        return
    yield RULE.finding(
        letter,
        unsifted or whole,
        "Everything is withheld, and the notice does not show that releasing part was considered "
        f"({foia('2', '2')} applies only to the extent that information is exempt).",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
    )


# "The contract is withheld in its entirety. The Board has not considered it page by page."
_NOT_SIFTED = Phrase(
    r"\bnot (?:been )?(?:considered?|considering|gone (?:on to|through)|been through|read|looked at|attempted|sought to) .{0,60}\b(?:page by page|line by line|part by part|one at a time|one by one|individually|in part)\b|\bno (?:redacted|edited) (?:version|copy) (?:has been|was|will be) (?:made|prepared|considered)\b",
    "page by page", "line by line", "part by part", "one at a time", "one by one", "individually", "in part", "no redacted", "no edited",
)  # fmt: skip


def _one_of_several(letter: Letter) -> Iterator[Finding]:
    """A document among others that is withheld whole, unsifted in so many words."""
    if letter.outcome is not Outcome.PARTIAL:
        return
    span = _NOT_SIFTED.search(letter.own) or _UNSIFTED.search(letter.own)
    if span is not None:
        yield RULE.finding(
            letter,
            span,
            "A document is withheld whole, and the notice says that its parts were not considered "
            f"({foia('2', '2')} applies only to the extent that information is exempt).",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Something is refused and nothing is said of releasing part of it."""
    uses = [
        use
        for use in part_two(letter)
        if use.cite.number not in ("21", "22") and not law.is_ncnd_limb(use.cite)
    ]
    if (
        letter.outcome in (Outcome.REFUSED, Outcome.INTERNAL_REVIEW, Outcome.PARTIAL)
        and uses
        and not _SEVERED.found(letter.own)
    ):
        yield RULE.hint(
            letter,
            uses[0].spans[0],
            "Check whether part could be released; the notice does not speak of it.",
        )
