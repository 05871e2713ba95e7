"""Questions that rules and notices ask of the law, by cite."""

from datetime import date
from functools import cache
from string import ascii_uppercase
from typing import Any, Literal

from answerable.law import store
from answerable.law.cites.parse import parse_one
from answerable.law.records import Contested, Decision, Defect, Ncnd, NoticeKind, Provision
from answerable.model import Cite, Regime, UnusableInputError

Status = Literal["absolute", "qualified", "contested", "procedural", "unknown"]


@cache
def _by_cite() -> dict[Cite, list[Provision]]:
    found: dict[Cite, list[Provision]] = {}
    for each in store.provisions():
        found.setdefault(parse_one(each.cite), []).append(each)
        if each.condition:
            found.setdefault(parse_one(each.condition), []).append(each)
    return found


@cache
def _ncnd() -> dict[Cite, list[Provision]]:
    found: dict[Cite, list[Provision]] = {}
    for each in store.provisions():
        for cite in each.ncnd.cites:
            found.setdefault(parse_one(cite), []).append(each)
    return found


@cache
def limbs(cite: Cite) -> tuple[Provision, ...]:
    """Every record at, within or else just above ``cite``, in the order of the Act."""
    exact = [r for known, rows in _by_cite().items() if known.within(cite) for r in rows]
    if not exact:
        exact = [r for known, rows in _by_cite().items() if cite.within(known) for r in rows]
    return tuple(dict.fromkeys(exact))


def provision(cite: Cite) -> Provision | None:
    """The record for ``cite``: its own, or the first that it covers; None if the law has none.

    A limb that removes the duty to confirm or deny gives the record of the limb it goes with.
    """
    own = _by_cite().get(cite)
    if own:
        return own[0]
    found = limbs(cite) or tuple(row for each in _ncnd_within(cite) for row in _ncnd()[each])
    return found[0] if found else None


@cache
def ncnd_cites(regime: Regime) -> frozenset[Cite]:
    """The limbs of one regime that remove the duty to confirm or deny."""
    return frozenset(cite for cite in _ncnd() if cite.regime == regime)


@cache
def ncnd_sections(regime: Regime) -> frozenset[str]:
    """The sections of one regime with which an authority can neither confirm nor deny.

    FOISA s.18 works with the sections it lists; they are given here, and s.18 too.
    """
    works_with = {
        parse_one(row.cite).number
        for row in store.provisions()
        if row.regime == regime and row.ncnd.available and not _procedural(row)
    }
    return frozenset(
        works_with | {each.number for each in ncnd_cites(regime) if is_exemption(each)}
    )


def _ncnd_within(cite: Cite) -> list[Cite]:
    return [known for known in _ncnd() if cite.within(known) or known.within(cite)]


@cache
def is_ncnd_limb(cite: Cite) -> bool:
    """Whether ``cite`` is a limb that removes the duty to confirm or deny, or part of one.

    FOIA s.2(1) with the limbs of Part II; EIR reg.12(6), 13(5A)-(5B); FOISA s.18. A whole
    section is not, unless it is nothing else (FOISA s.18).
    """
    if cite.parts:
        return bool(_ncnd_within(cite))
    return (
        bool(_ncnd_within(cite))
        and all(_procedural(row) for row in limbs(cite))
        and (cite.regime is Regime.FOISA)
    )


@cache
def ncnd_of(cite: Cite) -> Ncnd | None:
    """How an authority can neither confirm nor deny what ``cite`` covers; None if it cannot.

    Of a whole section, the first of its limbs that can; of FOIA s.43(1), none.
    """
    for each in limbs(cite) or behind(cite):
        if each.ncnd.available:
            return each.ncnd
    return None


def behind(cite: Cite) -> tuple[Provision, ...]:
    """The records that a limb with none of its own serves: an NCND limb, a purpose of s.31(2)."""
    served = tuple(dict.fromkeys(row for each in _ncnd_within(cite) for row in _ncnd()[each]))
    return served or limbs(cite.whole)


@cache
def ncnd_limb_for(cite: Cite) -> tuple[Cite, ...]:
    """The limbs that remove the duty to confirm or deny for what ``cite`` covers."""
    found: list[Cite] = []
    for each in limbs(cite) or limbs(cite.whole):
        found += [parse_one(text) for text in each.ncnd.cites]
    return tuple(dict.fromkeys(found))


def _procedural(row: Provision) -> bool:
    return row.kind.startswith("procedural")


@cache
def is_exemption(cite: Cite) -> bool:
    """Whether it is a Part II exemption, an exception or one of their NCND limbs.

    So s.31(1)(a), s.31(3), s.31 and reg.12(4)(b) are; s.12, s.17 and s.40(7) are not.
    """
    if is_ncnd_limb(cite) and (cite.regime is Regime.FOISA or _exempting(cite)):
        return True
    rows = limbs(cite)
    return bool(rows) and not all(map(_procedural, rows))


def _exempting(cite: Cite) -> bool:
    first, last = store.structure().regimes[cite.regime].exempting
    return first <= _whole_number(cite) <= last


def _whole_number(cite: Cite) -> int:
    return int(cite.number.rstrip(ascii_uppercase))


@cache
def status(cite: Cite, on: date | None = None) -> Status:
    """Absolute, qualified, contested or procedural. FOIA s.2(3); EIR reg.12(1); FOISA s.2(2).

    A provision with several conditions (FOIA s.40(2), EIR reg.13(1)) is what its first and
    usual condition makes it; a section with limbs of both kinds is qualified, since a part of
    it is. "Unknown": the law has no such provision, or none on the day ``on``.
    """
    if not exists(cite, on):
        return "unknown"
    if not _exempting(cite) and not is_ncnd_limb(cite):
        return "procedural"
    if is_ncnd_limb(cite):
        return _ncnd_status(cite)
    # What serves an exemption without exempting (a purpose, a definition) shares its status.
    rows = limbs(cite) or limbs(cite.whole)
    if not rows or all(map(_procedural, rows)):
        return "procedural"
    first_of: dict[str, Provision] = {}
    for row in rows:
        first_of.setdefault(row.cite, row)
    usual = [row.absolute or row.status.startswith("absolute") for row in first_of.values()]
    return "absolute" if all(usual) else "qualified"


def _ncnd_status(cite: Cite) -> Status:
    touched = _ncnd_within(cite)
    rows = [row.ncnd for known in touched for row in _ncnd()[known]]
    if any(row.status_contested for row in rows):
        return "contested"
    if touched != [cite] and cite.regime.environmental:
        rows = rows[:1]  # reg.13(5A) is what its first and usual limb makes it
    words = {(row.status or "").partition(" ")[0] for row in rows}
    if words <= {"procedural"}:
        return "procedural"
    return "absolute" if words <= {"absolute", "follows", "by"} else "qualified"


@cache
def exists(cite: Cite, on: date | None = None) -> bool:
    """Whether the law has such a provision, so far as the data lists them.

    ``on``: as the law stood that day, where limbs that have gone or come are listed with the day
    (FOIA s.40(5)(b)(i) until 25 May 2018, s.40(5B) from then); None for the law as it stands.
    """
    known = store.structure().regimes[cite.regime]
    tail = "".join(f"({part})" for part in cite.parts)
    if on is not None and (until := stood_until(cite)) is not None and on < until:
        return True
    if on is not None and (since := stands_since(cite)) is not None and on < since:
        return False
    section = known.sections.get(cite.number)
    if section is None:
        return known.closed < _whole_number(cite) <= known.last
    return not tail or tail in section.limbs or tail.startswith(section.open)


def stood_until(cite: Cite) -> date | None:
    """The day from which ``cite`` stood no longer, or not in its older words; None if it never went."""
    tail = "".join(f"({part})" for part in cite.parts)
    former = store.structure().regimes[cite.regime].former
    return next(
        (row.until for row in former if row.section == cite.number and tail in row.limbs), None
    )


def stands_since(cite: Cite) -> date | None:
    """The day before which ``cite`` did not stand; None if it is as old as its law."""
    tail = "".join(f"({part})" for part in cite.parts)
    newer = store.structure().regimes[cite.regime].newer
    return next((row.since for row in newer if row.covers(cite.number, tail)), None)


@cache
def lapsed(cite: Cite, created: date, on: date) -> bool | None:
    """Whether ``cite`` can no longer be relied on ``on`` that day for a record of ``created``.

    FOIA ss.62, 63 and FOISA ss.57, 58: so many years from the end of the year of the record.
    None where the date alone does not tell (a royal death, a transfer to an archive): see
    ``provision(cite).lifespan.note``.
    """
    row = provision(cite)
    years = row.lifespan.years if row is not None else None
    if row is None or years is None:
        return False
    over = on >= date(created.year + years + 1, 1, 1)
    depends = years == 0 or "later of" in (row.lifespan.note or "")
    return None if depends and (over or years == 0) else over


def contested(cite: Cite) -> tuple[Contested, ...]:
    """The contested points that touch ``cite``."""
    return tuple(
        point
        for point in store.contested_points()
        if any(_touch(cite, parse_one(text)) for text in point.provisions)
    )


def _touch(one: Cite, other: Cite) -> bool:
    return one.within(other) or other.within(one)


def link(cite: Cite) -> str:
    """The address of the section or regulation on legislation.gov.uk."""
    return store.structure().addresses[cite.regime] + cite.number


def cases(topic: str | None = None) -> tuple[Decision, ...]:
    """Judgments and regulators' decisions, all or those with ``topic`` ("ncnd", "24(2)")."""
    return tuple(each for each in store.decisions() if topic is None or topic in each.topics)


def facts() -> dict[str, Any]:
    """Cost limits, instruments, statistics and the like, as they stand in ``data/facts.yaml``."""
    return store.table("facts")


def profile(cite: Cite, *, confirming: bool = False) -> dict[str, Any] | None:
    """What a notice that relies on ``cite`` must and should say.

    ``confirming``: it neither confirms nor denies. Gives "must", "should" and so on as lists
    of sentences, with their source; None where the data has none.
    """
    row = provision(cite)
    if row is None or row.notice_profile is None:
        return None
    name = row.notice_profile.ncnd if confirming else row.notice_profile.disclosure
    found: dict[str, Any] | None = store.table("profiles")["notice_profiles"].get(name)
    return {"name": name, **found} if found else None


def defect(slug: str) -> Defect:
    """A defect of the catalogue by its id.

    Raises:
        UnusableInputError: there is none of that id.
    """
    try:
        return store.all_defects()[slug]
    except KeyError:
        raise UnusableInputError(f"There is no defect “{slug}” in the catalogue.") from None


def defects() -> tuple[Defect, ...]:
    """The whole catalogue."""
    return tuple(store.all_defects().values())


def notice(kind: str) -> NoticeKind:
    """A kind of notice by its name.

    Raises:
        UnusableInputError: there is none of that name.
    """
    try:
        return store.all_notices()[kind]
    except KeyError:
        known = ", ".join(store.all_notices())
        raise UnusableInputError(f"There is no notice “{kind}”; there are {known}.") from None


def notices() -> tuple[NoticeKind, ...]:
    """Every kind of notice."""
    return tuple(store.all_notices().values())
