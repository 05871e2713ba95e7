"""A whole document or set is withheld with no word on whether part could be released.

FOIA s.1(1)(b) and the extent words of s.2(2); EIR reg.12(11).
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, part_two
from answerable.audit.wordings.lines import line_at
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


# It was gone through, and what it is made of leaves nothing over; or the rest is sent.
_GONE_THROUGH = Phrase(
    r"\b(?:we|i|officers?|staff|our \w+|they|he|she) (?:have |has )?(?:also |then |now )?(?:went|gone|been|listened|read|looked|worked|combed|checked|examined|reviewed|considered|watched) (?:\w+ ){0,2}(?:through|to (?:each|all|every)|each|every|all of|at each|over each|whether)\b|\b(?:each|every) (?:single )?(?:line|page|minute|paragraph|word|part|entry|sentence|item|sheet|section|row|letter|message|frame|slide|clause)s?\b|\b(?:nothing|little|none)\b[^.\n]{0,30}\b(?:left|remain\w*|free of|else|over|meaning\w*|use|worth)\b|\bonly (?:parts?|bits?|pages?|words?|things?|lines?)\b|\bstruck out|\bblank\w*|\bthe (?:rest|remainder|others?|remaining \w+) (?:of \w+ )?(?:\w+ )?(?:is|are|remains?|goes|go|being|will be|has been|have been) (?:\w+ )?(?:enclosed|attached|sent|released|supplied|provided|given|disclosed|with this)|\b(?:dates|names|figures|hours|totals?)\b[^.\n]{0,40}\bremain\b|\b(?:can ?not|could not|couldn't|can't) be (?:\w+ )?(?:taken apart|split|divided|unpicked|disentangled|picked out|lifted out)\b",
    "through", " to ", "each", "every", "all of", "whether", "nothing", "little", "none", "only ", "struck", "blank", "rest", "remain", "other", "taken apart", "split", "divided", "unpicked", "disentangled", "picked out", "lifted out",
)  # fmt: skip
# The rest goes with the part that is exempt, or the labour of parting them is declined.
_SWEPT_UP = Phrase(
    r"\b(?:as|because|since|given that|seeing that) (?:some|part|parts|a part|it|they|the \w+|one|that|this|an?|these|those|bits)\b[^.\n]{0,80}\b(?:exempt|personal|confidential|privileged|protected|sensitive|covered)\b[^.\n]{0,80}\b(?:whole|entire\w*|all|everything|rest|remainder|the lot|altogether|in full|no part)\b"
    r"|\b(?:because|since|as|given that|seeing that|where|if) (?:a (?:handful|few|small number|couple|minority|part|portion|passage|page|paragraph|section)|some|one|two|three|four|several|certain|part|parts)\b[^.\n]{0,160}\b(?:none|all (?:of|are|is|\d+)|whole|entire\w*|every|rest|remainder|the lot|any (?:of|part)|no part|everything)\b|\b(?:issued?|released?|supplied|supply|provide[ds]?|sent|send|given|give|disclosed?|published?) (?:\w+ ){0,2}(?:complete|whole|in full|entire|unredacted|with (?:pieces|parts|bits|passages|gaps|holes)|in (?:parts?|pieces|redacted|edited|mutilated))\b[^.\n]{0,20}\b(?:or not at all|or not|only|missing|form)?"
    r"|\b(?:rest|remainder|body|balance of (?:it|them|the)|other (?:parts?|pages?|sections?|chapters?|paragraphs?|documents|papers|letters|details|material)|remaining \w+|everything else|what is left|all else|whole|entire (?:file|document|report|set|bundle|record)|all \w+)\b[^.\n]{0,60}\b(?:too|also|likewise|as well|equally|accordingly|therefore|similarly|along with|together with)\b[^.\n]{0,40}\b(?:withh\w+|kept|keep\w*|held|hold\w*|refus\w+|exempt|go|goes|fall|not)\b|\b(?:withh\w+|keep\w*|kept|hold\w*|held|refus\w+)\b[^.\n]{0,40}\b(?:rest|remainder|body|other (?:parts?|pages?|sections?|documents|papers)|remaining \w+|everything else)\b[^.\n]{0,30}\b(?:too|also|likewise|as well|with (?:it|them))\b|\b(?:they|these|those|it|that) (?:too|also|likewise) (?:is|are|was|were|has been|have been) (?:therefore )?(?:withheld|kept|held back|refused|exempt)|\b(?:for this|for that|for the same) reason (?:they|it|these|those|the \w+)(?: too| also)? (?:is|are) (?:too |also )?(?:withheld|kept|held back|refused)"
    r"|\b(?:nobody|no one|no-one|none of us|not|n't|never|without) (?:\w+ ){0,5}?(?:gone through|been through|read|looked (?:through|at)|sifted|opened|examined|go(?:ing)? through|separat\w+|part(?:ed|ing)|sort(?:ed|ing)? (?:out|through)|redact\w*|edit\w*|sever\w*|pick(?:ed|ing)? (?:out|over|through)|split|divid\w+)\b"
    r"|\b(?:treat(?:s|ed|ing)?|regard(?:s|ed|ing)?|consider(?:s|ed|ing)?|deal(?:s|t)? with|handl\w+|look(?:s|ed)? (?:up)?on|see|view)\b[^.\n]{0,50}\b(?:as (?:a |an |one )?(?:\w+ )?(?:single|whole|one|unit|entity|indivisible|block|package|piece)|in (?:one|the) (?:piece|round|lump)|all or nothing|en bloc)\b|\ball[- ]or[- ]nothing\b|\b(?:practice|policy|rule|custom|habit|approach) (?:\w+ ){0,4}?(?:not to|never to|to (?:withhold|refuse|keep|treat)|is (?:not|never|that)|of (?:not|withholding|refusing|treating))\b[^.\n]{0,60}\b(?:redact|part|edit|whole|entire|extract|piecemeal|single|sever|document)\w*"
    r"|\b(?:easier|simpler|safer|quicker|better|fairer|wiser|more (?:practical|convenient|efficient|sensible|consistent)|prudent) (?:\w+ ){0,3}(?:to )?(?:withhold|refuse|keep|hold)\b|\b(?:too (?:long|much|many|laborious|time-consuming|onerous)|time-consuming|laborious|a lot of (?:work|time|editing))\b[^.\n]{0,60}\b(?:separat|redact|edit|sift|pick|go through|sever|sort)\w*|\b(?:separat|redact|edit|sift|sever)\w*\b[^.\n]{0,60}\b(?:too (?:long|much)|time-consuming|laborious|without (?:somebody|someone|anybody|a lot|considerable|much|great|some)|effort|labour|work involved)\b|\b(?:favour|single out|distinguish between|discriminate)\b[^.\n]{0,40}\b(?:one|over|between)\b",
    "whole", "entire", "all", "everything", "rest", "remainder", "the lot", "in full", "no part", "body", "balance of", "other ", "remaining", "what is left", "too", "also", "likewise", "for this", "for that", "for the same", "nobody", "no one", "no-one", "none of us", "not ", "n't ", "never", "without", "treat", "regard", "consider", "deal", "handl", "look", "see ", "view", "practice", "policy", "rule", "custom", "habit", "approach", "easier", "simpler", "safer", "quicker", "better", "fairer", "wiser", "more ", "prudent", "time-consuming", "laborious", "a lot of", "separat", "redact", "edit", "sift", "sever", "favour", "single out", "distinguish", "discriminate", "none", "every", "any ", "complete", "unredacted", "with pieces", "with parts", "with bits", "with passages", "with gaps", "with holes", "in part", "in pieces", "in redacted", "in edited",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Something is refused and nothing is said of releasing part of it, or the rest goes with it."""
    uses = [
        use
        for use in part_two(letter)
        if use.cite.number not in ("21", "22") and not law.is_ncnd_limb(use.cite)
    ]
    if letter.outcome not in _LOOKED_AT or not uses:
        return
    for swept in _SWEPT_UP.among(letter.own):
        line = line_at(letter.own, swept.start)
        if not _GONE_THROUGH.found(letter.own, *line) and not _REDRESS.found(letter.own, *line):
            yield RULE.hint(letter, swept, _CHECK)
            return
    if not _SEVERED.found(letter.own) and not _GONE_THROUGH.found(letter.own):
        yield RULE.hint(letter, uses[0].spans[0], _CHECK)


_LOOKED_AT = (Outcome.REFUSED, Outcome.INTERNAL_REVIEW, Outcome.PARTIAL)
_CHECK = "Check whether part could be released; the notice does not speak of it."
_REDRESS = Phrase(
    r"\bcommissioner\b|\binternal review\b|\bcomplain|\bpublic interest",
    "commissioner", "review", "complain", "public interest",
)  # fmt: skip
