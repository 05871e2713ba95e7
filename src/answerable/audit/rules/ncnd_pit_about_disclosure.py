"""The balance of a refusal to confirm or deny weighs disclosing the content instead.

FOIA s.2(1)(b) and s.17(3)(a): the question is whether to say if information is held.
"""

from collections.abc import Iterator
from itertools import islice

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, layered, wholly_ncnd
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import BalancePassage, Certainty, Finding, Letter, Severity, Span

RULE = Rule(
    code="NC102",
    slug="ncnd-pit-about-disclosure",
    interprets=True,
    cites=(
        foia("2", "1", "b"),
        foia("17", "3", "a"),
    ),
    why=(
        "Two different questions: what would come of saying yes or no, and what would come of "
        "releasing the information. Reasons about release do not answer the first, and "
        "presuppose that there is something to release."
    ),
    fix=(
        "Write each factor about saying whether information is held: who would learn what from "
        "a yes, and from a no."
    ),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire once for the first NCND balance whose factors are about releasing content."""
    if _is_absolute(letter):
        return  # what is weighed is the public interest defence within the exemption
    for balance in letter.balances:
        if not (balance.factors_for or balance.factors_against) or not _is_ncnd(letter, balance):
            continue
        headed = balance.heading_subject == "disclosure" and balance.argued_subject == "unstated"
        if balance.argued_subject == "disclosure" or (
            headed and _ends_on_disclosure(letter, balance)
        ):
            plain = letter.regime != "FOISA" and not _ends_on_confirming(letter, balance)
            yield _finding(letter, balance, plain=plain)
            return
        if balance.argued_subject in ("both", "unstated") and _ends_on_disclosure(letter, balance):
            yield _finding(letter, balance, plain=False)
            return
    released = _of_release(letter)
    if released is not None:
        yield RULE.hint(
            letter,
            released,
            "This weighs what would come of releasing information; check that what would come of "
            f"saying whether it is held is weighed, which {foia('2', '1', 'b')} asks about.",
        )


# "For releasing the documents: …", "would welcome sight of the drafts", "rivals would gain from
# seeing our prices", "the details stay private".
_RELEASE = Phrase(
    r"\b(?:releas(?:e|es|ed|ing)|disclos(?:e|es|ed|ing|ure)|publish(?:ing|ed|es)?|publication|print(?:ing|ed)|suppl(?:y|ied|ying)|hand(?:ing|ed)? over|provision|circulat\w+|shar(?:e|ed|ing)|let(?:ting)? you have|giv(?:e|ing)(?: out| you| them)?|see(?:n|ing)?|sight|read(?:ing)?|access to|know(?:ing)?|learn(?:ing)?)\b(?: of| to| out)?[^.;\n]{0,20}?\b(?:the|those|these|our|such|its|his|her|their|any|this|that) (?:[a-z]+ ){0,2}?(?:information|details?|documents?|papers?|records?|files?|reports?|drafts?|letters?|e-?mails?|names?|prices?|figures?|data|contents?|material|minutes|notes?|correspondence|advice|plans?|bids?|statements?|terms|methods|images|footage)\b"
    r"|\b(?:the|those|these|our|its|their|any|this|that)? ?(?:information|details?|documents?|papers?|records?|files?|reports?|drafts?|letters|e-?mails?|names|prices|figures|data|contents?|material|minutes|notes|correspondence|advice|plans|bids|statements|it|they)(?:, with [^,\n]{3,40},)? (?:should|ought|must|will|would|can|may|are|is|to|were|stays?|remains?|kept)? ?(?:not |to )?(?:be )?(?:put (?:in|into) the public|made public|publish|releas|disclos|suppl|withh|kept (?:back|private|confidential|from)|private|stay private|remain (?:private|confidential)|shared|handed over|given out|not published|not released)"
    r"|\b(?:for|against|favou?r(?:s|ing)? (?:of )?|oppose[sd]? to|argument for|case for|reasons? for|withholding and) (?:the )?(?:releas|disclos|publi(?:cation|shing)|withholding|provid|supply)\w*",
    "releas", "disclos", "publi", "print", "suppl", "hand", "provision", "circulat", "shar", "let you", "letting you", "give", "giving", "see", "sight", "read", "access", "know", "learn", "withh", "kept", "private", "confidential", "provid",
)  # fmt: skip
# What is argued, or decided, and is not the law's own words.
_ARGUES = Phrase(
    r"\b(?:favou?r\w*|against|for|public|weigh\w*|balanc\w*|outweigh\w*|interests?|greater|stronger|heavier|argument\w*|factors?|would|welcome|advantage|benefit\w*|useful|help\w*|harm\w*|so the|therefore|we (?:consider|think|asked|decided|concluded)|asked ourselves|thought|not published|stay)\b",
    "favo", "against", "for", "public", "weigh", "balanc", "interest", "greater", "stronger", "heavier", "argument", "factor", "would", "welcome", "advantage", "benefit", "useful", "help", "harm", "so the", "therefore", "we ", "ourselves", "thought", "not published", "stay",
)  # fmt: skip
_ABOUT_SAYING = Phrase(
    r"\b(?:confirm\w*|den(?:y|ial|ying|ies)|say(?:ing|s)?(?! (?:that|to))|tell(?:ing|s)?|state[sd]?|stating|answer\w*|repl(?:y|ies)|exist\w*|held|hold(?:s|ing)?|whether(?! (?:the|those|our|its|these|such)\b[^.\n]{0,60}\b(?:ought|should|could be|can be|is to be|are to be)\b)|either way|yes|silence|silent|acknowledg\w*|knowing if|knows? (?:that|if))\b",
    "confirm", "deny", "denial", "denies", "say", "tell", "stat", "answer", "repl", "exist", "held", "hold", "whether", "either way", "yes", "silen", "acknowledg", "know",
)  # fmt: skip
_WEIGHS = Phrase(
    r"\b(?:favou?r\w*|against|weigh\w*|balanc\w*|outweigh\w*|(?<!commercial )(?<!economic )(?<!financial )(?<!whose )interests?\b(?!ed)|greater|stronger|heavier|arguments?|factors?|value|benefit\w*|advantage|better (?:for|served?)|counts? for|weight|overrid\w*|prevail\w*)\b",
    "favo", "against", "weigh", "balanc", "interest", "greater", "stronger", "heavier", "argument", "factor", "value", "benefit", "advantage", "better ", "counts for", "count for", "overrid", "prevail",
)  # fmt: skip
_SUPPOSED = Phrase(r"\b(?:if (?:it|they|we|any|there|one|such)|were (?:it|they|any|there)|exempt|held for)\b", "if ", "were ", "exempt", "held for")  # fmt: skip


_MOST = 30  # sentences that are looked at
_HEADING = 40  # characters: "Public interest test", which weighs nothing itself


def _weighing(letter: Letter) -> Iterator[Span]:
    """Where something is weighed; the rights and the law's own words apart."""
    for span in _WEIGHS.among(letter.own):
        line = line_at(letter.own, span.start)
        if line.end - line.start > _HEADING and not _RIGHTS.found(letter.own, *line):
            yield span


def _none_of_saying(letter: Letter) -> Span | None:
    """Where something is weighed, if nothing that is weighed is about saying yes or no."""
    first = None
    for span in islice(_weighing(letter), _MOST):
        if _ABOUT_SAYING.found(letter.own, *line_at(letter.own, span.start)):
            return None
        first = first or span
    return first


def _of_release(letter: Letter) -> Span | None:
    """The first sentence that argues about release, in a letter that nowhere weighs saying so."""
    if not letter.ncnd or not wholly_ncnd(letter) or layered(letter):
        return None
    first = None
    for span in _RELEASE.among(letter.own):
        line = line_at(letter.own, span.start)
        if _RIGHTS.found(letter.own, *line) or _SUPPOSED.found(letter.own, *line):
            continue
        if not _ABOUT_SAYING.found(letter.own, *line) and _ARGUES.found(letter.own, *line):
            first = span
            break
    if first is None:
        return None
    for span in _WEIGHS.among(letter.own):
        line = line_at(letter.own, span.start)
        if _ABOUT_SAYING.found(letter.own, *line) and not _RIGHTS.found(letter.own, *line):
            return None
    return first


_RIGHTS = Phrase(r"\b(?:review|commissioner|re-?us\w+|complain\w*|section 1[67]?\b|your request)\b", "review", "commissioner", "re-us", "reus", "complain", "section 1", "your request")  # fmt: skip


def _is_absolute(letter: Letter) -> bool:
    """Whether every limb relied on is absolute, so that no balance under section 2 is made."""
    relied = [use.cite for use in letter.relied() if law.is_exemption(use.cite)]
    return bool(relied) and all(law.status(cite) == "absolute" for cite in relied)


def _finding(letter: Letter, balance: BalancePassage, *, plain: bool) -> Finding:
    span = (balance.factors_against or balance.factors_for)[0]
    return RULE.finding(
        letter,
        span,
        "The balance weighs what would follow from releasing information, not from saying "
        f"whether it is held, which {foia('2', '1', 'b')} and {foia('17', '3', 'a')} ask about.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.MEDIUM,
    )


def _is_ncnd(letter: Letter, balance: BalancePassage) -> bool:
    if wholly_ncnd(letter):
        return True
    return bool(balance.cites) and all(law.is_ncnd_limb(cite) for cite in balance.cites)


def _ends_on_disclosure(letter: Letter, balance: BalancePassage) -> bool:
    if balance.conclusion is None:
        return False
    words = letter.own[balance.conclusion.start : balance.conclusion.end]
    if "confirm" in words or "deny" in words or "held" in words or "exclusion" in words:
        return False
    return any(word in words for word in ("disclos", "releas", "withh"))


def _ends_on_confirming(letter: Letter, balance: BalancePassage) -> bool:
    """Whether what is concluded is about saying yes or no, so that the factors may be meant so."""
    if balance.conclusion is None:
        return False
    words = letter.own[balance.conclusion.start : balance.conclusion.end]
    return any(word in words for word in ("confirm", "saying whether", " held", "yes or", "stating whether"))  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The balance of an NCND letter speaks of disclosure, or nothing of it of saying yes or no."""
    if letter.ncnd and wholly_ncnd(letter) and not _is_absolute(letter):
        first = _none_of_saying(letter)
        if first is not None:
            yield RULE.hint(
                letter,
                first,
                "Check that the balance is about saying whether information is held.",
            )
            return
    for balance in letter.balances if letter.ncnd and not _is_absolute(letter) else ():
        if "disclosure" in (balance.heading_subject, balance.argued_subject) or (
            balance.argued_subject == "both"
        ):
            yield RULE.hint(
                letter,
                balance.span,
                "Check that the balance is about saying whether information is held.",
            )
            return
