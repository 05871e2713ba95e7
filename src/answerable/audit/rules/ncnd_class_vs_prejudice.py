"""A class-based limb argued as if it needed prejudice.

FOIA Part II: s.30(3), s.35(3), s.37(2), s.42(2) are classes; s.31(3) and s.43(3) are prejudice.
"""

from collections.abc import Iterator
from functools import lru_cache

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
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
