"""The shapes of the law's records, as they stand in ``data/*.yaml`` and in the compiled JSON.

Every record keeps its source marks: ``verified`` is an address that supports it, or
"from-knowledge"; ``seen_at`` and ``also_seen`` say where a text was read when that was not its
own address; ``corrected`` says what was put right and when.
"""

from datetime import date
from typing import Literal

import msgspec


class Ncnd(msgspec.Struct, frozen=True):
    """The limb that removes the duty to confirm or deny, if the section has one."""

    available: bool
    provision: str | None = None
    test: str | None = None
    status: str | None = None
    pit_required: bool | str | None = None
    cites: tuple[str, ...] = ()  # the limb in normal form, added when compiled
    status_contested: bool = False
    contested_note: str | None = None
    contested_source: str | None = None
    contested_source_2: str | None = None
    contested_source_3: str | None = None
    verified: str | None = None
    seen_at: str | None = None
    also_seen: str | None = None
    corrected: str | None = None
    note: str | None = None


class Lifespan(msgspec.Struct, frozen=True):
    """After how many years the provision can no longer be relied on (None: never)."""

    years: int | None = None
    provision: str | None = None
    note: str | None = None
    verified: str | None = None
    seen_at: str | None = None
    also_seen: str | None = None
    corrected: str | None = None


class Profile(msgspec.Struct, frozen=True):
    """Which profile of notice applies to a refusal, and to neither confirming nor denying."""

    disclosure: str | None = None
    ncnd: str | None = None


class Provision(msgspec.Struct, frozen=True, kw_only=True):
    """One limb of one exemption, exception or procedural provision."""

    id: str
    regime: Literal["FOIA", "EIR", "FOISA", "EISR"]
    section: str
    limb: str
    citation: str
    cite: str  # normal form, added when compiled
    condition: str | None = None  # a further limb that goes with it: s.40(2) with s.40(3A)(a)
    title: str
    kind: str
    threshold: str | None = None
    status: str
    absolute: bool
    qualified: bool
    pit_required_for_disclosure: bool | str
    ncnd: Ncnd
    lifespan: Lifespan
    decision_maker: str | None = None
    relations: tuple[str, ...] = ()
    notice_profile: Profile | None = None
    must_identify: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # fields of a decision record without which it does not stand
    says_not_held: bool = False  # it is for what is not held, so nothing is withheld under it
    typical_mistakes: tuple[str, ...] = ()
    url: str
    verified: str
    seen_at: str | None = None
    also_seen: str | None = None
    corrected: str | None = None
    note: str | None = None


class Purpose(msgspec.Struct, frozen=True):
    """A purpose of FOIA s.31(2), used by s.31(1)(g) to (i)."""

    id: str
    limb: str
    purpose: str
    used_by: tuple[str, ...]
    verified: str


class Example(msgspec.Struct, frozen=True):
    """A decision in which a defect was found."""

    ref: str
    point: str
    url: str
    seen_at: str | None = None
    note: str | None = None


class Defect(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be wrong with a response."""

    id: str
    category: str
    regime: str
    title: str
    rule: str
    provision: str
    severity: Literal["critical", "high", "medium", "low"]
    basis: Literal["statutory", "merits", "good_practice"]
    examples: tuple[Example, ...] = ()
    detect_from_text: str
    detect_from_case: str
    present_in_seed_letter: bool
    verified: str
    seen_at: str | None = None
    also_seen: str | None = None
    corrected: str | None = None
    note: str | None = None


class Requirement(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a notice must or should say."""

    id: str
    requirement: str
    provision: str
    status: Literal["mandatory", "good_practice"]
    detect_absence: str
    severity: Literal["critical", "high", "medium", "low"]
    verified: str
    seen_at: str | None = None
    also_seen: str | None = None
    corrected: str | None = None
    note: str | None = None
    source_unread: str | None = None


class NoticeKind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of outgoing notice and its requirements."""

    kind: str
    regime: str
    title: str
    trigger: str
    requirements: tuple[Requirement, ...]


class View(msgspec.Struct, frozen=True):
    """One side of a contested point."""

    view: str
    who: str
    source: str


class Contested(msgspec.Struct, frozen=True):
    """A point on which sources differ, with both sides and what is safe meanwhile."""

    id: str
    provisions: tuple[str, ...]
    point: str
    views: tuple[View, ...]
    safe: str


class Section(msgspec.Struct, frozen=True):
    """The limbs of one section: each as "(1)(a)", and those below which anything may stand."""

    limbs: frozenset[str]
    open: tuple[str, ...]


class Former(msgspec.Struct, frozen=True):
    """Limbs that stood until a day (that day no longer)."""

    until: date
    section: str
    limbs: frozenset[str]
    verified: str


class Newer(msgspec.Struct, frozen=True):
    """Limbs, or a whole section where none is named, that did not stand before a day."""

    since: date
    section: str
    limbs: frozenset[str]
    verified: str

    def covers(self, number: str, tail: str) -> bool:
        """Whether a provision is of these: s.40(3A)(a) is within s.40(3A)."""
        return number == self.section and (
            not self.limbs or any(tail.startswith(limb) for limb in self.limbs)
        )


class Provisions(msgspec.Struct, frozen=True):
    """What provisions one law has, as far as they are listed."""

    last: int  # the last section
    closed: int  # up to here every section is listed
    exempting: tuple[int, int]  # the sections that exempt: Part II, regulations 12 and 13
    sections: dict[str, Section]
    former: tuple[Former, ...]
    newer: tuple[Newer, ...]
    verified: str
    seen_at: str | None = None


class Structure(msgspec.Struct, frozen=True):
    """The four laws: their provisions, names and addresses."""

    regimes: dict[str, Provisions]
    names: dict[str, str]
    addresses: dict[str, str]


class Decision(msgspec.Struct, frozen=True):
    """A judgment or a regulator's decision, in our own words."""

    id: str
    name: str
    citation: str
    court: str
    held: str
    url: str
    verified: str
    year: int | None = None
    topics: tuple[str, ...] = ()
    seen_at: str | None = None
    also_seen: str | None = None
    corrected: str | None = None
    note: str | None = None
