"""Decision records: what the authority decided, question by question, from which a notice is written.

Unit of decision = question x (the information | the fact of holding it) x limb. A letter is a
rendering of decisions, never the record. ``NeitherConfirmNorDeny`` has no field that says whether
anything is held: what the writer is not given it cannot leak.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.model.cite import Cite
from answerable.model.regime import Regime

Threshold = Literal["would", "would be likely to"]
Subject = Literal["confirmation", "disclosure"]
Language = Literal["en", "cy"]


@dataclass(frozen=True, slots=True)
class Balance:
    """A public interest balance: FOIA s.2(1)(b) (confirmation) or s.2(2)(b) (disclosure)."""

    subject: Subject
    factors_for: tuple[str, ...]
    factors_against: tuple[str, ...]
    weighing: str  # why one outweighs the other, a sentence or more


@dataclass(frozen=True, slots=True)
class Opinion:
    """The reasonable opinion of the qualified person. FOIA s.36(2), (5)."""

    by: str  # post: "the Monitoring Officer"
    given: date
    limbs: tuple[Cite, ...]
    threshold: Threshold
    words: str  # what the opinion was, a sentence


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision relied on, with everything that provision needs."""

    provision: Cite
    reasons: str
    threshold: Threshold | None = None
    matter: Cite | None = None  # the matter behind an NCND limb: s.31(1)(a) for s.31(3)
    purpose: Cite | None = None  # FOIA s.31(2), for s.31(1)(g) to (i)
    whose: str = ""  # whose commercial interests, FOIA s.43(2)
    obtained_from: str = ""  # FOIA s.41(1)(a)
    enactment: str = ""  # FOIA s.44(1)
    legitimate_interests: str = ""  # purpose, necessity and balance, FOIA s.40(2)
    opinion: Opinion | None = None
    balance: Balance | None = None
    completing: str = ""  # who finishes the material and when, EIR reg.12(4)(d), reg.14(4)
    in_the_alternative: bool = False
    condition: Cite | None = None  # of personal data, where it is not the first: FOIA s.40(3B)


@dataclass(frozen=True, slots=True)
class Supplied:
    """Information communicated. FOIA s.1(1)(b)."""

    questions: tuple[str, ...]
    answer: str
    enclosures: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()  # rows of cells, the first row the headings
    form: str = ""  # the form asked for and given, FOIA s.11(1); EIR reg.6(1)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Information held and kept back, whole or in part. FOIA s.17(1), (3)."""

    questions: tuple[str, ...]
    what: str  # "the unit prices in Schedule 9"
    grounds: tuple[Ground, ...]
    severance: str = ""  # why no part can be released, or what is released instead
    supplied: str = ""  # what is supplied all the same


@dataclass(frozen=True, slots=True)
class NeitherConfirmNorDeny:
    """The duty to confirm or deny excluded. FOIA s.2(1), s.17(3)(a); EIR reg.12(6); FOISA s.18.

    Nothing here depends on whether anything is held.
    """

    questions: tuple[str, ...]
    grounds: tuple[Ground, ...]
    published: str = ""  # what is public anyway, for everybody, whatever the answer


@dataclass(frozen=True, slots=True)
class NotHeld:
    """No recorded information held. FOIA s.1(1)(a); EIR reg.12(4)(a); FOISA s.17."""

    questions: tuple[str, ...]
    searches: str
    elsewhere: str = ""
    balance: Balance | None = None  # EIR only


@dataclass(frozen=True, slots=True)
class CostLimit:
    """Refused because to comply would exceed the appropriate limit. FOIA s.12; FOISA s.12."""

    questions: tuple[str, ...]
    estimate: str  # how the hours were reached, in words
    hours: float
    advice: str
    only_to_find_out: bool = False  # s.12(2): even to find out whether it is held costs too much


@dataclass(frozen=True, slots=True)
class Vexatious:
    """Refused as vexatious. FOIA s.14(1); FOISA s.14(1)."""

    questions: tuple[str, ...]
    reasons: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """Refused as repeated. FOIA s.14(2): the earlier request was complied with."""

    questions: tuple[str, ...]
    earlier: date
    reasons: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """Not held here; the request handed on, or the applicant told who may hold it.

    FOIA s.16; EIR reg.10; FOISA s.15.
    """

    questions: tuple[str, ...]
    searches: str
    to: str  # the other authority and how to reach it
    handed_on: date | None = None  # when we passed the request on, None if the applicant is to ask


@dataclass(frozen=True, slots=True)
class Publication:
    """What was supplied, published for everybody, and how it may be re-used. SI 2015/1415."""

    questions: tuple[str, ...]
    where: str
    licence: str
    third_party: str = ""  # what others own, which the licence leaves out
    dataset: str = ""  # how a dataset is kept up, FOIA s.19(2A)
    checked: str = ""  # how the file was checked for hidden data and for the applicant's name


@dataclass(frozen=True, slots=True)
class Accessible:
    """Reasonably accessible already. FOIA s.21; FOISA s.25."""

    questions: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class FuturePublication:
    """Held with a view to publication, settled before the request. FOIA s.22; FOISA s.27."""

    questions: tuple[str, ...]
    decided: date
    when: str
    reasons: str
    balance: Balance | None = None


@dataclass(frozen=True, slots=True)
class Clarification:
    """More is needed to identify and locate the information. FOIA s.1(3)."""

    questions: tuple[str, ...]
    needed: str
    options: tuple[str, ...] = ()
    close_on: date | None = None


@dataclass(frozen=True, slots=True)
class FeesNotice:
    """A fee before complying. FOIA s.9; FOISA s.9."""

    questions: tuple[str, ...]
    amount: str  # "£73.50"
    basis: str
    pay: str


@dataclass(frozen=True, slots=True)
class MoreTime:
    """Time to weigh a qualified exemption (FOIA s.10(3)), or EIR reg.7 complexity and volume."""

    questions: tuple[str, ...]
    reasons: str
    answer_by: date
    provision: Cite | None = None  # the qualified exemption; none under regulation 7


@dataclass(frozen=True, slots=True)
class ReviewOutcome:
    """The outcome of a review, point by point. s.45 Code part 5; EIR reg.11; FOISA s.21."""

    questions: tuple[str, ...]
    outcome: Literal["upheld", "partly upheld", "overturned"]
    points: tuple[str, ...]  # each point raised, with what was found
    asked: date
    reviewer: str
    put_right: str = ""  # the failure, what is done about it, by when: EIR reg.11(5)


Decision = (
    Supplied
    | Withheld
    | NeitherConfirmNorDeny
    | NotHeld
    | CostLimit
    | Vexatious
    | Repeated
    | Transfer
    | Publication
    | Accessible
    | FuturePublication
    | Clarification
    | FeesNotice
    | MoreTime
    | ReviewOutcome
)


@dataclass(frozen=True, slots=True)
class AuthorityDetails:
    """The authority's own particulars, which stand in every notice."""

    name: str
    address: tuple[str, ...]
    review_contact: str
    kind: Literal[
        "central", "council", "police", "nhs", "university", "school", "devolved", "other"
    ] = "other"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as the applicant put it."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Translated:
    """A text of the record as it stands there, and the same in Welsh."""

    en: str
    cy: str


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """Everything a notice is written from."""

    kind: str  # a kind of notice of the law's data: "foia_ncnd"
    regime: Regime
    authority: AuthorityDetails
    reference: str
    received: date
    sent: date
    questions: tuple[Asked, ...]
    decisions: tuple[Decision, ...]
    signed: str  # the post that signs
    reuse: bool = True  # license what is supplied under the Open Government Licence
    clarified: date | None = None  # when the applicant's clarification came, FOIA s.1(3)
    extended_to: date | None = None  # the date of an earlier notice of more time
    late_because: str = ""  # what an answer after its time says about it
    language: Language = "en"  # of the letter; cy is Welsh, under FOIA and EIR only
    welsh: tuple[Translated, ...] = ()  # the Welsh of each text, for a letter in Welsh
