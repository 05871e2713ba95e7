"""A class-based limb argued as if it needed prejudice.

FOIA Part II: s.30(3), s.35(3), s.37(2), s.42(2) are classes; s.31(3) and s.43(3) are prejudice.
"""

from collections.abc import Iterator
from functools import lru_cache

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Finding, Letter, Span, Voice

RULE = Rule(
    code="NC110",
    slug="ncnd-class-vs-prejudice",
    cites=(foia("30", "3"),),
    why=(
        "A class exemption applies because of what the information is; harm belongs to the "
        "balance. Arguing prejudice shows that the wrong test was applied, and does not show "
        "that the class is met."
    ),
    fix=(
        "Say why information of this description would, if held, fall in the class; keep harm "
        "for the public interest balance."
    ),
)
_ENGAGED = Phrase(
    r"prejudice-based|engaged|\bavailable\b|concerned|comes? into play|on account of|(?:dis)?applies|because|since|relied|reli(?:es|ance)|by virtue|under section",
    "prejudice-based",
    "engage",
    "available",
    "concerned",
    "into play",
    "on account",
    "applies",
    "because",
    "since",
    "reli",
    "virtue",
    "under section",
)
_PREJUDICE = Phrase(
    r"(?:would|likely to|could|may|might) (?:be likely to |seriously )?(?:prejudice|harm|damage)|be prejudicial|prejudice-based|risk of (?:prejudice|harm|damage)",
    "prejudic",
    "harm",
    "damage",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the sentence that engages a class-based NCND limb claims prejudice."""
    for use in letter.relied():
        if not _is_class(str(use.cite)):
            continue
        retold = _retold(letter, use.cite)
        for span in (*use.spans, retold) if retold else use.spans:
            found = retold if span is retold else _prejudice(letter, span)
            if found is not None:
                yield RULE.finding(
                    letter,
                    found,
                    f"{use.cite} is a class: the letter argues prejudice in place of saying that "
                    "the information, if held, would be of that class.",
                    cites=(use.cite,),
                )
                return
    if not letter.ncnd:
        return
    for use in letter.relied():
        test = _made_to_turn_on_harm(letter) if _is_class(str(use.cite)) else None
        if test is not None:
            yield RULE.hint(
                letter,
                test,
                f"{use.cite} covers a class: harm engages nothing there, and belongs to the balance.",
            )
            return
        nature = _NATURE.search(letter.own) if _is_prejudice(str(use.cite)) else None
        if nature is not None and _NO_HARM_NEEDED.found(letter.own):
            yield RULE.hint(
                letter,
                nature,
                f"{use.cite} asks for harm: that information is of a kind does not engage it.",
            )
            return


# "The test of prejudice being met, the exemption is engaged"; "because the harm is likely, it
# comes into play"; "were there no such harm, it could not be invoked".
_TURNS = Phrase(
    r"\b(?:prejudic\w+|harm(?:ed|ful|s)?|damag\w+|detriment\w*|adverse(?:ly)?|injur\w+|undermin\w+|inhibit\w*|real risk|likelihood|that test|the test)\b[^.\n]{0,110}\b(?:engag\w+|triggers?|triggered|into play|in play|made out|met\b|satisf\w+|available|appl(?:y|ies|ied)|on that (?:ground|footing|basis)|for that reason|accordingly|exempt\w*|entitled|invok\w+|in consequence)"
    r"|\b(?:engag\w+|trigger\w*|into play|in play|made out|satisf\w+|available|appl(?:y|ies|ied)|invok\w+|depends?|turns?|rests?|exempt\w*|relies|rely|has to show|have to show|must show|show that|permits?|allows?)\b[^.\n]{0,110}\b(?:prejudic\w+|harm(?:ed|ful|s)?|damag\w+|detriment\w*|adverse(?:ly)?|injur\w+|undermin\w+|inhibit\w*|effect (?:which|that|of))\b",
    "prejudic", "harm", "damag", "detriment", "adverse", "injur", "undermin", "inhibit", "real risk", "likelihood", "test", "effect ",
)  # fmt: skip
# The balance, where harm belongs; or the law told rightly; or another, prejudice-based limb.
_RIGHTLY = Phrase(
    r"\b(?:public interest|balanc\w*|outweigh\w*|weigh\w*|favou?r\w*|in favour|class|kind of|not|nor|neither|no|nothing|without|regardless|irrespective|section (?:31|43|26|27|38|29|36|24)|31\(3\)|43\(3\)|38\(2\)|27\(4\))|n't\b",
    "public interest", "balanc", "weigh", "favo", "class", "kind of", "not", "nor", "neither", "no ", "nothing", "without", "regardless", "irrespective", "n't", "31", "43", "26", "27", "38", "29", "36", "24",
)  # fmt: skip
# "By its very nature it belongs to the category protected", with no need to point to harm.
_NATURE = Phrase(
    r"\b(?:by (?:their|its|the) (?:very )?nature|of (?:a|the|that|this) (?:kind|type|sort|class|category)\b[^.\n]{0,50}\b(?:protect|cover)(?:ed|s)?\b|(?:belongs?|falls?|comes?|is|are|sits?) (?:squarely |plainly |thus |therefore |clearly |automatically )?(?:to|within|in|of|inside|among) (?:the|a|that|this) (?:protected )?(?:class|category|kind|type|sort|group)\b|class[- ]based|a class exemption|automatically (?:exempt|engaged|covered|protected|excluded)|simply because (?:it|they|the|of what))",
    "nature", "kind", "type", "sort", "class", "category", "group", "automatically", "simply because",
)  # fmt: skip
_NO_HARM_NEEDED = Phrase(
    r"\b(?:no need|not (?:necessary|needed|required|obliged|have to|asked|called)|need(?:s)? not|unnecessary|does not (?:need|have|depend|require|turn|matter|ask)|do not (?:need|have)|without (?:any |the )?(?:need|having|proof|showing|evidence)|irrespective|regardless|whatever the|no (?:harm|prejudice|damage) (?:has|need|is))\b[^.\n]{0,80}\b(?:harm|prejudice|damage|injury|loss|consequence|likelihood|effect|anybody|test)\b",
    "no need", "not ", "need", "unnecessary", "without", "irrespective", "regardless", "whatever", "no harm", "no prejudice", "no damage",
)  # fmt: skip


def _made_to_turn_on_harm(letter: Letter) -> Span | None:
    """A sentence that makes the limb turn on harm; the balance apart."""
    for span in _TURNS.among(letter.own):
        line = line_at(letter.own, span.start)
        if not _RIGHTLY.found(letter.own, *line):
            return span
    return None


@lru_cache(maxsize=1_024)
def _is_prejudice(cite: str) -> bool:
    rows = [row for row in law.provisions() if cite in row.ncnd.cites]
    return bool(rows) and all(row.kind.startswith(("prejudice", "endangerment")) for row in rows)


@lru_cache(maxsize=1_024)
def _is_class(cite: str) -> bool:
    rows = [row for row in law.provisions() if cite in row.ncnd.cites]
    return bool(rows) and all(row.kind == "class" for row in rows)


def _prejudice(letter: Letter, span: Span) -> Span | None:
    start = letter.own.rfind("\n", 0, span.start) + 1
    end = letter.own.find("\n", span.end)
    line = Span(start, len(letter.own) if end < 0 else end)
    engages = _ENGAGED.search(letter.own, line.start, line.end)
    if engages is None:
        return None
    found = _PREJUDICE.search(letter.own, line.start, line.end)
    if found is None and (
        letter.own.startswith(_IT, line.end + 1) or _TRIGGER.found(letter.own, *_next(letter, line))
    ):
        following = letter.own.find("\n", line.end + 1)
        found = _PREJUDICE.search(letter.own, line.end + 1, following if following >= 0 else None)
    return found


def _retold(letter: Letter, cite: Cite) -> Span | None:
    """Where the law is told as if the limb asked for prejudice: "Section 30(3) applies where …"."""
    number = str(cite).rpartition("s.")[2]
    for block in letter.blocks:
        if block.voice is Voice.STATUTE:
            words = letter.flow[block.span.start : block.span.end].lower()
            if number in words and (found := _PREJUDICE.search(words)) is not None:
                return Span(block.span.start + found.start, block.span.start + found.end)
    return None


# "It is that prejudice which triggers the exemption": said in the sentence after.
_TRIGGER = Phrase(
    r"\b(?:prejudice|harm|damage)\b.{0,60}\b(?:trigger|engage|bring|attract|make|give|call)\w*\b.{0,60}\b(?:exempt|exclu|section|subsection|limb|provision|play)"
    r"|\b(?:exempt|exclu|section|subsection|limb|provision)\w*.{0,60}\b(?:because of|by reason of|on account of|rests on|turns on|depends on|triggered by|engaged by) (?:the|this|that|such) (?:prejudice|harm|damage)",
    "prejudice", "harm", "damage",
)  # fmt: skip


def _next(letter: Letter, line: Span) -> Span:
    end = letter.own.find("\n", line.end + 1)
    return Span(min(line.end + 1, len(letter.own)), len(letter.own) if end < 0 else end)


# The next sentence goes on about the limb: "The subsection applies where …".
_IT = ("this would be likely", "that would be likely", "it would be likely", "the subsection", "that subsection", "this subsection", "the exclusion", "it applies", "it is engaged", "the limb")  # fmt: skip


_HARM = compiled(r"\b(?:prejudic|harm|undermin|damag)\w*")


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A class-based limb is relied on and harm is spoken of."""
    if not letter.ncnd:
        return
    for use in letter.relied():
        harm = _HARM.search(letter.own) if _is_class(str(use.cite)) else None
        if harm is not None:
            yield RULE.hint(
                letter,
                Span(*harm.span()),
                f"Check that {use.cite} is not made to depend on harm: it covers a class.",
            )
            return
