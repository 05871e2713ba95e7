"""A "national picture" is claimed without saying how one answer would add to it.

FOIA s.17(1)(c); the Commissioner accepts the argument on facts: other sources, and who would use
them.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import around, plainly
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Span

RULE = Rule(
    code="NC112",
    slug="ncnd-missing-mosaic-link",
    cites=(foia("17", "1", "c"),),
    why=(
        "That one answer can be put together with others is a claim about other answers and "
        "about somebody who would do it. Without either it is an assertion."
    ),
    fix=(
        "Say which other answers exist or would be given, what they would show together, and "
        "who could use that and how."
    ),
)
_PICTURE = Phrase(
    r"(?:national|wider|bigger|larger|fuller|complete|overall|regional|detailed|intelligence) picture|(?<!true )(?<!clear )(?<!clearer )(?<!fair )(?<!accurate )(?<!better )picture (?:to be|could be|being|can be|of the)|build (?:up )?a picture|\bmosaic\b|jigsaw|pieced? together|(?:picture|pattern) (?:would|could|might|will|may) be (?:built|drawn|formed|made|pieced|assembled)",
    "picture", "mosaic", "jigsaw", "piece", "pattern",
)  # fmt: skip
_MECHANISM = Phrase(
    r"(?:those|people|persons|anyone|somebody|someone|individuals|groups?) (?:who|seeking|wishing|intent|with|planning|wanting)|recruiters?|criminals?|terrorists?|extremists?|offenders?|attackers?|hostile|adversar|fraudsters?|other (?:forces|councils|bodies|authorities|answers|responses|areas|departments|trusts|schools)|(?:combined|together|compared|coupled|taken) with(?! (?:other|further|additional) (?:information|material|data|sources))|each (?:force|council|authority|body|area)|same (?:question|request) (?:to|of)",
    "those", "people", "person", "anyone", "somebody", "someone", "individuals", "group", "recruit", "criminal", "terrorist", "extremist", "offender", "attacker", "hostile", "adversar", "fraudster", "other ", "combined", "together", "compared", "coupled", "taken with", "each ", "same ",
)  # fmt: skip


# The same argument without a picture: "the dots would be joined", "the pieces add up", "put side by
# side with other answers it would tell more than it seems to".
_PIECED = Phrase(
    r"\b(?:join\w* (?:up )?(?:the )?dots|dots (?:\w+ ){0,3}joined(?: up)?|piec\w+ (?:\w+ ){0,3}?(?:add\w* up|fitted|fit\b|together|put together|assembled)|(?:fitted|stitched|pulled|drawn|knitted|strung|stacked|matched|linked) together|(?:fitted|put|set|laid|stitched|viewed|matched|linked) (?:\w+ )?(?:side by side|end to end|alongside (?:other|what|everything)|with (?:other|everything|what (?:else|is)))\b|add(?:s|ed)? up to (?:more|a|something|the)|cumulative (?:effect|disclosure|picture|answers?)|in (?:the )?aggregate\b|aggregat(?:ed|ion|ing) (?:of|with|effect)|(?:a|the) puzzle|taken as a whole with other|building blocks?|one piece of|(?:another|a further) piece|complete (?:the|a) (?:map|pattern|set|table))\b",
    "dots", "piec", "together", "side by side", "end to end", "alongside", "with other", "with everything", "with what", "up to ", "cumulative", "aggregat", "puzzle", "taken as", "building block", "complete ",
)  # fmt: skip
# "We don't make it", "it is not said that": the argument is named and put aside.
_NOT_MADE = Phrase(
    r"\b(?:not|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't|no|nor|never|without) (?:\w+ ){0,3}?(?:make|made|making|rely|relied|relying|use|used|say|said|argue\w*|suggest\w*|need|claim\w*|mosaic|jigsaw|put|piece\w*|depend\w*)\b|\bpublic interest in completing\b",
    "make", "made", "making", "rel", "use", "say", "said", "argu", "suggest", "need", "claim", "mosaic", "jigsaw", "put", "piece", "depend", "completing",
    needs=("not ", "n't", "no ", "nor ", "never", "without", "completing"),
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a picture is spoken of and neither its maker nor its other pieces are."""
    pictures = list(_PICTURE.among(letter.own))
    if not pictures:
        return
    if any(_explained(letter, span) or _put_aside(letter, span) for span in pictures):
        return
    yield RULE.finding(
        letter,
        pictures[0],
        "The letter speaks of a wider picture and does not show how this answer, with which "
        f"others, would build it and for whom; {foia('17', '1', 'c')} asks why.",
    )


def _explained(letter: Letter, span: Span) -> bool:
    """Whether the sentence, or one beside it, names other answers or somebody to use them."""
    start = letter.own.rfind("\n", 0, span.start) + 1
    return _MECHANISM.found(letter.own, start, around(letter.own, span, more=1).end)


def _put_aside(letter: Letter, span: Span) -> bool:
    """Whether the argument is named only to say that it is not made."""
    start = letter.own.rfind("\n", 0, span.start) + 1
    return _NOT_MADE.found(letter.own, start, around(letter.own, span, more=1).end)


# Somebody who would draw it.
_WHO = Phrase(
    r"\b(?:those|people|persons|anyone|somebody|someone|individuals|groups?) (?:who|seeking|wishing|intent|with|planning|wanting)|\b(?:recruiter|criminal|terrorist|extremist|offender|attacker|adversar|fraudster|thie[fv]|burglar|gang|dealer|journalist|rival|campaigner)",
    "those", "people", "person", "anyone", "somebody", "someone", "individuals", "group", "recruit", "criminal", "terrorist", "extremist", "offender", "attacker", "adversar", "fraudster", "thie", "burglar", "gang", "dealer", "journalist", "rival", "campaigner",
)  # fmt: skip


# What else it would be put together from.
_PIECES = Phrase(
    r"\b(?:other|every|each|all|neighbouring|several|many|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?) ?(?:forces?|councils?|bod(?:y|ies)|authorit(?:y|ies)|answers?|responses?|repl(?:y|ies)|areas?|departments?|trusts?|schools?|boards?|services?|universities|colleges?|requests?|pieces?)\b|\b(?:combined|compared|coupled|taken|put|read|set|matched) (?:together )?(?:with|beside|alongside|against)\b|\bsame (?:question|request)\b|\bacross the (?:uk|country|county|region|nation|united kingdom|whole)\b|\b(?:already|publicly|otherwise) (?:published|available|known|in the public domain)\b",
    "other ", "every ", "each ", "all ", "neighbouring ", "several ", "many ", "two ", "three ", "four ", "five ", "six ", "seven ", "eight ", "nine ", "ten ", "forces", "councils", "authorities", "trusts", "schools", "boards", "departments", "combined", "compared", "coupled", "taken ", "put ", "read ", "set ", "matched ", "same ", "published", "available", "known", "public domain", "across the",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A picture is spoken of, and beside it nobody who could draw it, or none of its other parts."""
    pictures = list(_PICTURE.among(letter.own))
    if not pictures and letter.ncnd:
        pieced = next(plainly(_PIECED, _NOT_MADE, letter.own), None)
        if pieced is not None and not _shown(letter, pieced):
            yield RULE.hint(
                letter,
                pieced,
                "Check that the letter shows which other answers this one would be put together with, "
                "by whom and to what end.",
            )
        return
    if pictures and not any(
        _drawn_from(letter, span) or _put_aside(letter, span) for span in pictures
    ):
        yield RULE.hint(
            letter,
            pictures[0],
            "Check that the letter shows which other answers would complete what picture, and for whom.",
        )


def _shown(letter: Letter, span: Span) -> bool:
    """Whether beside it stands somebody who would do it, or the other pieces."""
    near = around(letter.own, span, more=1)
    return _WHO.found(letter.own, *near) or _PIECES.found(letter.own, *near)


def _drawn_from(letter: Letter, span: Span) -> bool:
    """Whether beside it stand both somebody who would draw it and what else it is drawn from."""
    start = letter.own.rfind("\n", 0, span.start) + 1
    near = (start, around(letter.own, span, more=1).end)
    return _WHO.found(letter.own, *near) and _PIECES.found(letter.own, *near)
