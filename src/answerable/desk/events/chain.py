"""The arithmetic of the chain: each event's digest covers the one before it. No database here."""

import hashlib
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

START = "0" * 64
Fact = str | int | bool | None
# Slugs, references, dates, cites and digests; never a sentence, so never somebody's words.
_PLAIN = re.compile(r"[A-Za-z0-9£.,:;()/_+\-\[\] ]{0,120}")
_MANY_WORDS = 8


@dataclass(frozen=True, slots=True)
class Link:
    """An event as the chain sees it."""

    seq: int
    at: datetime
    case: str
    kind: str
    actor: str
    facts: Mapping[str, Any]
    before: str
    digest: str


def digest(
    seq: int, at: datetime, case: str, kind: str, actor: str, facts: Mapping[str, Any], before: str
) -> str:
    """The SHA-256 of an event and of the digest before it, in a form that never varies."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    content = json.dumps(
        [seq, moment, case, kind, actor, facts, before], sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(content.encode()).hexdigest()


def commitment(text: str) -> str:
    """A salted digest of words that are kept elsewhere: the words may lawfully be deleted."""
    salt = secrets.token_hex(8)
    return f"sha256:{salt}:{hashlib.sha256((salt + text).encode()).hexdigest()[:40]}"


def matches(text: str, commitment_: str) -> bool:
    """Whether ``text`` is what was committed to."""
    _, salt, kept = commitment_.split(":")
    return hashlib.sha256((salt + text).encode()).hexdigest()[:40] == kept


def plain(facts: Mapping[str, object]) -> dict[str, Fact]:
    """The facts as they may be kept.

    Raises:
        ValueError: a fact is a sentence or an object; commit to it instead.
    """
    kept: dict[str, Fact] = {}
    for name, value in facts.items():
        if isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, str) and (
            not _PLAIN.fullmatch(value) or len(value.split()) > _MANY_WORDS
        ):
            raise ValueError(f"the fact {name!r} is text; an event holds no words of people")
        if not isinstance(value, str | int | bool | None):
            raise ValueError(f"the fact {name!r} is a {type(value).__name__}")
        kept[name] = value
    return kept


def first_break(links: Iterable[Link]) -> tuple[int, str] | None:
    """The first event at which the chain does not hold, and why; None if it holds."""
    before, expected = START, 1
    for link in links:
        if link.seq != expected:
            return expected, f"event {expected} is missing"
        if link.before != before:
            return link.seq, "it does not follow the event before it"
        made = digest(link.seq, link.at, link.case, link.kind, link.actor, link.facts, link.before)
        if made != link.digest:
            return link.seq, "it was changed after it was written"
        before, expected = link.digest, expected + 1
    return None
