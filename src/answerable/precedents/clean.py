"""What a letter asks, without the rest: the one cleaning step that every path shares.

Cut are mail headings, quoted mail, the greeting, the signature, and sentences that only say
that a request is made or how it should be answered. What is left of a letter is never empty
when the letter was not: a step that would leave nothing is not taken.
"""

import re
from collections.abc import Callable, Collection

from answerable.precedents.sentence import asks, is_stock, key_of_words, said, sentence_key
from answerable.precedents.words import has_words

__all__ = [
    "asked_words",
    "clean",
    "is_stock",
    "key_of_words",
    "sentence_key",
    "sentences",
    "without_addressee",
    "without_asker",
]

_HEADING = re.compile(r"(?:from|to|cc|bcc|sent|date|subject|reply-to):\s", re.I)
_QUOTES_FROM = re.compile(
    r"-{2,}\s?(?:original|forwarded) message|_{10,}$|on .{4,120} wrote:$|begin forwarded message",
    re.I,
)
_GREETING = re.compile(
    r"(?:dear|to whom it may concern|hi|hello|good (?:morning|afternoon|evening)|fao|"
    r"for the attention of)\b[^\n,:.!?]{0,80}(?:[,:.!]|$)",
    re.I,
)
_TITLES = 4  # a reference, a date or a subject may stand above the greeting
_GREETING_BELOW = re.compile(
    r"dear (?:sirs?|madam|mrs?|ms|miss|dr|[A-Z])\b[^\n,:.!?]{0,60}(?:[,:]|$)", re.I
)
_CLOSING = re.compile(
    r"(?:yours,?(?: [\w’'.-]+){0,4}|(?:kind|best|warm|many)? ?regards|"
    r"(?:many |with )?thanks(?: and regards| in advance)?|thank you|best wishes|cheers|"
    r"sent from my .{1,30}|--)[\s,.!]*$",
    re.I,
)
# A closing that a line was joined to, or that lost its first word.
_FAITHFUL = re.compile(r"\b(?:yours(?: \w+){0,2} )?(?:faithfully|sincerely)[\s,.!]*$", re.I)
_SENTENCE_END = re.compile(r"([.!?;])\s+")  # by the mark first, which is fast to look for
_QUOTES_BEGIN = frozenset("-_oObB")
# "… per hour. Yours, Jane Smith": a closing and a name on the line of the last sentence.
_SIGNED = re.compile(
    r"(?:^|(?<=[\s.!?,;]))(?i:yours(?:,| faithfully| sincerely| truly| ever)|(?:kind |best |warm |many )?regards"
    r"|(?:many |with )?thanks|best wishes|cheers),?\s+(?:[A-Z][\w’'.-]*\s*){1,5}$"
)
_SIGNS = ("yours", "regards", "thanks", "wishes", "cheers")
_TAIL = 700  # characters: what follows a closing and is longer is not a signature


def clean(
    text: str, names: Collection[str] = (), stock_sentences: Collection[int] = frozenset()
) -> str:
    """The sentences of ``text`` that say what is asked, one a line.

    ``names`` are taken out where they stand (the authority that was asked), and so are the
    sentences whose ``sentence_key`` is in ``stock_sentences``, as counted over a whole log.
    """
    return "\n".join(_kept(text, names, stock_sentences))


def asked_words(
    text: str, names: Collection[str] = (), stock_sentences: Collection[int] = frozenset()
) -> list[str]:
    """The words of the cleaned ``text`` that say what is asked, in order; as ``clean``."""
    return [word for each in _kept(text, names, stock_sentences) for word in said(each).words]


def without_asker(text: str) -> str:
    """A request without mail headings, quoted mail and the closing with the name below it."""
    for step in (_without_quotes, _without_heading, _without_signature):
        text = _unless_empty(step, text)
    return text


def without_addressee(text: str) -> str:
    """An answer without mail headings, quoted mail and the greeting that names who asked."""
    for step in (_without_quotes, _without_heading, _without_greeting):
        text = _unless_empty(step, text)
    return text


def _kept(text: str, names: Collection[str], stock_sentences: Collection[int]) -> list[str]:
    for name in names:
        if len(name) > 3:
            text = text.replace(name, " ")
    for step in (_without_quotes, _without_heading, _without_greeting, _without_signature):
        text = _unless_empty(step, text)
    kept = sentences(text)
    asking = [each for each in kept if not said(each).is_stock]
    telling = [each for each in asking if said(each).key not in stock_sentences]
    return telling or asking or kept


def sentences(text: str) -> list[str]:
    """The sentences and lines of ``text``, without those that hold no word."""
    lines = _SENTENCE_END.sub("\\1\n", text).split("\n")
    return [each.strip() for each in lines if has_words(each)]


def _unless_empty(step: Callable[[str], str], text: str) -> str:
    shorter = step(text)
    return shorter if has_words(shorter) else text


def _without_heading(text: str) -> str:
    lines = text.lstrip().split("\n")
    n = 0
    while n < len(lines) and _HEADING.match(lines[n]):
        n += 1
    return "\n".join(lines[n:])


def _without_quotes(text: str) -> str:
    kept: list[str] = []
    for line in text.split("\n"):
        bare = line.strip()
        if bare.startswith(">"):
            continue
        if kept and bare[:1] in _QUOTES_BEGIN and _QUOTES_FROM.match(bare[:200]):
            break
        kept.append(line)
    return "\n".join(kept)


def _without_greeting(text: str) -> str:
    lines = text.lstrip().split("\n")
    for n, line in enumerate(lines[:_TITLES]):
        found = (_GREETING if n == 0 else _GREETING_BELOW).match(line.lstrip())
        if found is not None:
            return "\n".join([*lines[:n], line.lstrip()[found.end() :], *lines[n + 1 :]])
    return "\n".join(lines)


def _without_signature(text: str) -> str:
    lines = text.rstrip().split("\n")
    for n, line in enumerate(lines):
        kept = _before_closing(line.strip())
        if kept is None:
            continue
        tail = "\n".join(lines[n + 1 :])
        if len(tail) <= _TAIL and not _asks_below(lines[n + 1 :]):
            return "\n".join([*lines[:n], kept])
    return text


def _before_closing(line: str) -> str | None:
    """What of a line stands before the closing in it; None where none is in it."""
    if len(line) <= 60 and _CLOSING.match(line):
        return ""
    # Looked at in every line of every letter, so words are looked for first.
    end = line[-120:].lower()
    if any(word in end for word in _SIGNS):
        signed = _SIGNED.search(line, max(0, len(line) - 120))
        if signed is not None:
            return line[: signed.start()]
    if "ly" not in end:
        return None
    start = max(0, len(line) - 80)
    found = _FAITHFUL.search(line, start)
    return None if found is None else line[: found.start()]


def _asks_below(lines: list[str]) -> bool:
    """Whether something is still asked after the closing: a postscript, a list."""
    return any(asks(line) or re.match(r"\s*\d{1,2}[.)]\s", line) for line in lines)
