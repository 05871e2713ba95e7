"""Questions that rules and notices ask of the law, by cite."""

from functools import cache
from typing import Literal

from answerable.law import store
from answerable.law.cites.parse import parse_one
from answerable.law.records import Contested, Defect, Ncnd, NoticeKind, Provision
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
    """Every record at, within or just above ``cite``, in the order of the Act."""
    exact = [r for known, rows in _by_cite().items() if known.within(cite) for r in rows]
    if not exact:
        exact = [r for known, rows in _by_cite().items() if cite.within(known) for r in rows]
    return tuple(dict.fromkeys(exact))


def provision(cite: Cite) -> Provision | None:
    """The record for ``cite``: its own, or the first that it covers; None if the law has none."""
    own = _by_cite().get(cite)
    if own:
        return own[0]
    found = limbs(cite)
    return found[0] if found else None


@cache
def ncnd_cites(regime: Regime) -> frozenset[Cite]:
    """The limbs of one regime that remove the duty to confirm or deny."""
    return frozenset(cite for cite in _ncnd() if cite.regime == regime)


@cache
def is_ncnd_limb(cite: Cite) -> bool:
    """Whether ``cite`` is a limb that removes the duty to confirm or deny, or part of one.

    FOIA s.2(1) with the limbs of Part II; EIR reg.12(6), 13(5A)-(5B); FOISA s.18.
    """
    if not cite.parts and cite.number not in {c.number for c in _ncnd() if not c.parts}:
        return cite.regime is Regime.FOISA and cite.number == _foisa_ncnd().number
    return any(
        cite.within(known) or known.within(cite)
        for known in _ncnd()
        if known.regime == cite.regime and known.number == cite.number
    )


@cache
def _foisa_ncnd() -> Cite:
    return next(cite for cite in _ncnd() if cite.regime is Regime.FOISA)


@cache
def ncnd_of(cite: Cite) -> Ncnd | None:
    """How the section of ``cite`` lets an authority neither confirm nor deny; None if not at all."""
    for each in (*limbs(cite), *limbs(cite.whole)):
        if each.ncnd.available:
            return each.ncnd
    return None


@cache
def ncnd_limb_for(cite: Cite) -> tuple[Cite, ...]:
    """The limbs of the section of ``cite`` that remove the duty to confirm or deny."""
    found: list[Cite] = []
    for each in limbs(cite) or limbs(cite.whole):
        found += [parse_one(text) for text in each.ncnd.cites]
    return tuple(dict.fromkeys(found))


@cache
def is_exemption(cite: Cite) -> bool:
    """Whether it is a Part II exemption, an exception or one of their NCND limbs."""
    if is_ncnd_limb(cite):
        return status(cite) != "procedural"
    rows = limbs(cite)
    return bool(rows) and any(not row.kind.startswith("procedural") for row in rows)


@cache
def status(cite: Cite) -> Status:
    """Absolute, qualified, contested or procedural. FOIA s.2(3); EIR reg.12(1); FOISA s.2(2)."""
    if is_ncnd_limb(cite) and cite.parts:
        return _ncnd_status(cite)
    rows = limbs(cite)
    if not rows:
        return "unknown"
    if all(row.kind.startswith("procedural") for row in rows):
        return "procedural"
    # A section with several conditions (s.40(2)) is what its first and usual condition makes it.
    first = rows[0] if len({row.cite for row in rows}) == 1 else None
    if first is not None:
        return "absolute" if first.absolute or first.status.startswith("absolute") else "qualified"
    return "absolute" if all(row.absolute for row in rows) else "qualified"


def _ncnd_status(cite: Cite) -> Status:
    rows = [
        row.ncnd
        for known, found in _ncnd().items()
        if cite.within(known) or known.within(cite)
        for row in found
    ]
    if any(row.status_contested for row in rows):
        return "contested"
    words = {(row.status or "").split(" ")[0] for row in rows}
    if words == {"procedural"}:
        return "procedural"
    return "absolute" if words and words <= {"absolute", "follows"} else "qualified"


@cache
def exists(cite: Cite) -> bool:
    """Whether the law has such a provision, so far as the data can tell.

    Only sections whose subsections are on record are judged; a cite of any other section of
    the Act is taken to exist.
    """
    known = store.table("structure")["regimes"][cite.regime.value]
    digits = "".join(ch for ch in cite.number if ch.isdigit())
    if int(digits) > known["last"]:
        return False
    subsections = known["sections"].get(cite.number)
    if subsections is None or not cite.parts:
        return True
    if cite.parts[0] not in subsections:
        return False
    return _limb_exists(cite)


def _limb_exists(cite: Cite) -> bool:
    deeper = [
        known
        for known in (*_by_cite(), *_ncnd(), *_purpose_cites())
        if known.regime == cite.regime
        and known.number == cite.number
        and known.parts[:1] == cite.parts[:1]
    ]
    if len(cite.parts) < 2 or not any(len(known.parts) > 1 for known in deeper):
        return True
    return any(cite.within(known) or known.within(cite) for known in deeper if len(known.parts) > 1)


@cache
def _purpose_cites() -> tuple[Cite, ...]:
    return tuple(parse_one("FOIA s.31" + each.limb) for each in store.purposes())


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
    base: str = store.table("structure")["addresses"][cite.regime.value]
    return base + cite.number


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
