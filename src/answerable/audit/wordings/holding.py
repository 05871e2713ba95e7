"""Saying that information is not held, that somebody looked, or why there would be none."""

from itertools import islice

from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Letter, Span

NOT_HELD = Phrase(
    r"\b(?:do(?:es)? not (?:currently )?(?:hold|have|possess|keep)|did not hold|no (?:recorded )?(?:information|records?|"
    r"documents?|data|correspondence|emails?|figures?|minutes) (?:is|are|was|were|has been|have been)?\s?(?:held|found|"
    r"located|identified|recorded)|no (?:[\w-]+,? ){1,8}(?:is|are|was|were) held|(?:is|are|was|were) not held|not held\b|holds? no\b|held no\b|(?:have|has) no "
    r"(?:record|information|data|document|such)|nothing (?:is |was )?(?:held|found)|(?:do|does)(?: not|n't) exist\b)",
    "exist", "not hold", "not have", "not possess", "not keep", "not currently", "held", "found", "located", "identified", "recorded", "holds no", "hold no", "have no", "has no",
)  # fmt: skip

#: Somebody looked.
EXPLAINS = Phrase(
    r"\b(?:search|looked (?:in|at|through|for|into)|checked|checks? (?:of|was|were|with)|(?<!your )(?<!this )(?<!the )[ei]nquir(?!y under)|consulted"
    r"|trawl|examined|interrogat|queried|reviewed (?:our|the|its) (?:record|file|system|database|register|archive)"
    r"|asked (?:the|our|all|every|each|staff|officers|colleagues|managers|both|two|three)|(?:contacted|spoken to|spoke "
    r"to|confirmed (?:with|by)) (?:the|our|all|each)|went through|gone through|(?:the|our) \w+(?: \w+){0,3} (?:team|"
    r"department|manager|service|office|directorate|division) (?:has |have )?(?:confirm|advis|told|report|stat|sa(?:id|ys))"
    r"|key ?words?|search terms|(?:records?|register|system|database|files?|log|archive|inbox|mailbox)(?:es|s)? "
    r"(?:show|indicate|contain|go back|hold|begin|start|confirm|do(?:es)? not)|after (?:a )?(?:thorough|careful|full)"
    r"|could not (?:find|locate|trace)|unable to (?:find|locate|trace)|not (?:been )?(?:found|located|traced)|located no|ran (?:the|a|an|our) |there (?:was|were) none|none (?:was|were|has been|have been) (?:found|located|traced)|(?:came|turned) up (?:nothing|no)"
    r"|found (?:no|nothing|none)|diligent|no trace)",
    "search", "looked", "check", "enquir", "inquir", "consulted", "trawl", "examined", "interrogat", "queried", "reviewed", "asked", "contacted", "spoke", "confirm", "through", "team", "department", "manager", "service", "office", "directorate", "division", "keyword", "key word", "record", "register", "system", "database", "file", "log", "archive", "box", "after", "find", "found", "locate", "trace", "diligent", "ran ", "none", "turned up", "came up",
)  # fmt: skip
_REASON = Phrase(
    r"\b(?:because|since|as (?:we|this|it|the|that|these|they|there|no)\b|so (?:we|the|there|no|it)\b|therefore|(?<!\w)for "
    r"(?:this|that|the following) reason|the reason|owing to|due to|given that|not (?:required|obliged|needed|necessary|"
    r"responsible|part of|recorded|collected|kept|captured|broken down|created|produced|written|drawn up|commissioned|"
    r"carried out|undertaken|the (?:body|authority|responsibility))|(?:do|does|did) not (?:record|collect|keep a|capture"
    r"|monitor|count|break|operate|run|own|manage|employ|use|provide|deal|deliver|maintain|produce|create|commission|"
    r"carry|require|make|log|note|analyse|categorise|hold (?:these|those|such|that|this|it|them)? ?(?:centrally|in (?:this|that|one|a|any|such|the)\b))"
    r"|never (?:been )?(?:\w+ed|had|made|kept|used|run|held)|no (?:\w+ ){0,3}(?:took place|was (?:held|made|taken|written|"
    r"produced|commissioned|carried|prepared|drawn)|were (?:held|made|taken|written|produced|commissioned|carried|prepared"
    r"|issued|received|recorded)|has (?:been|taken)|have been|exists?)|none (?:was|were|has|have|took|exist)|(?:was|were|"
    r"been|is|are) (?:destroyed|deleted|disposed|shredded|lost|transferred|passed to|kept (?:for|only)|retained (?:for|only)"
    r"|held (?:at|with|instead|by (?!us\b|the (?:trust|council|university|board|authority|force|constabulary|department|agency|school|college|academy|commission|partnership|service)\b))|run by|managed by|the responsibility|dealt with by|recorded (?:by|only|in|as)|"
    r"collected by|owned by|made by|provided by|maintained by|published by|responsible)|responsib|retention|falls? to"
    r"|belongs? to|another (?:body|authority|organisation|council|force|trust)|(?:may|might|could|should|can) (?:wish to |"
    r"want to |be able to |like to )?(?:contact|ask|try|write|redirect|direct|approach|request)|is a matter for|instead"
    r"|would only|only (?:record|keep|hold|from|since|began|start)|began|did not (?:exist|begin|start|take|happen|meet)|(?:passed|moved|went|transferred|handed over) (?:to|with) (?:the|another|an?|it|them|its)\b|repealed|pulped|abolished|ceased|wound up|superseded|burnt|burned)",
    "moved", "went", "handed", "repealed", "pulped", "abolished", "ceased", "wound up", "superseded", "burn", "because", "since", "as ", "so ", "therefore", "reason", "owing", "due to", "given", "not ", "never", "no ", "none", "destroyed", "deleted", "disposed", "shredded", "lost", "transferred", "passed", "kept", "retained", "held", "run by", "by ", "responsib", "retention", "fall", "belong", "another", "contact", "ask", "try", "write", "direct", "approach", "matter for", "instead", "only", "began",
)  # fmt: skip
_RIGHTS = Phrase(
    r"\b(?:internal review|commissioner|complain|dissatisfied|unhappy|appeal|review (?:of|by|our|the|this|that|it|within))",
    "review", "commissioner", "complain", "dissatisfied", "unhappy", "appeal",
)  # fmt: skip


# "We have not gone on to look at emails": that nobody looked.
_UNLOOKED = Phrase(
    r"(?:\bnot|n't) (?:\w+ ){0,6}(?:look(?:ed)?|search(?:ed)?|check(?:ed)?)\b",
    "look",
    "search",
    "check",
)


def explains_absence(letter: Letter) -> bool:
    """Whether the letter says that somebody looked, or why the information would not be held.

    A reason counts in the sentence that says "not held" or in one beside it.
    """
    own = letter.own
    for span in islice(EXPLAINS.among(own), _MOST):
        line = line_at(own, span.start)
        if not _RIGHTS.found(own, line.start, line.end) and not _UNLOOKED.found(
            own, line.start, line.end
        ):
            return True
    return any(_has_reason(own, span.start) for span in islice(NOT_HELD.among(own), _MOST))


def near_rights(own: str, span: Span) -> bool:
    """Whether the sentence of ``span`` is about a review or the Commissioner."""
    return _RIGHTS.found(own, *line_at(own, span.start))


_MOST = 500  # places; no letter says so often that nothing is held, and a megabyte can 66,000 times


def _has_reason(own: str, position: int) -> bool:
    line = line_at(own, position)
    places = [line]
    if line.start > 1:
        places.append(line_at(own, _before(own, line.start)))
    if line.end < len(own):
        places.append(line_at(own, _after(own, line.end)))
    return any(
        _REASON.found(own, place.start, place.end)
        and not _UNLOOKED.found(own, place.start, place.end)
        and not _RIGHTS.found(own, place.start, place.end)
        for place in places
    )


def _before(own: str, position: int) -> int:
    while position > 0 and own[position - 1].isspace():
        position -= 1
    return max(position - 1, 0)


def _after(own: str, position: int) -> int:
    while position < len(own) - 1 and own[position].isspace():
        position += 1
    return position
