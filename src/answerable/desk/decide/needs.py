"""What each kind of decision and each limb asks of the officer: these fields and no others.

It follows from the law's data: a harm needs a likelihood, a qualified limb a balance, and so on.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from answerable import law
from answerable.desk.decide.kinds import Kind
from answerable.desk.decide.limbs import Limb
from answerable.law.cites import parse_one, spell
from answerable.letters.draft.words import protects
from answerable.model import Cite, Regime

WOULD, LIKELY = "would", "would be likely to"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing asked. ``shape``: text, area, lines, table, date, number, tick or choice."""

    name: str
    label: str
    hint: str = ""
    shape: str = "area"
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()


FOR = Field(
    "factors_for",
    "For",
    "One reason a line: why the public should know",
    "lines",
)
AGAINST = Field(
    "factors_against",
    "Against",
    "One reason a line: what would be lost, for whom, how",
    "lines",
)
WEIGHING = Field(
    "weighing",
    "Why one side outweighs the other",
    "A sentence or more, about this request and not about requests in general",
)
BALANCE = (FOR, AGAINST, WEIGHING)

_KINDS: dict[str, tuple[Field, ...]] = {
    "supplied": (
        Field("answer", "The answer", "As it will stand in the letter"),
        Field("enclosures", "Files enclosed", "One name a line", "lines", required=False),
        Field("table", "Table", "One row a line, cells parted by |, headings first", "table",
              required=False),
        Field("form", "The form asked for and given", "Only if a form was asked for", "text",
              required=False),
    ),
    "withheld": (
        Field("what", "What is withheld", "Exactly: “the unit prices in Schedule 9”", "text"),
        Field("severance", "Why no part can be given", "Or what is given instead",
              required=False),
    ),
    "part": (
        Field("what", "What is withheld", "Exactly: “the names of the complainants”", "text"),
        Field("supplied", "What is given", "A sentence, as it will stand in the letter"),
        Field("severance", "How the two were told apart", "What was taken out, and nothing more",
              required=False),
    ),
    "not_held": (
        Field("searches", "What was searched",
              "Where, with which words, when. It stands in the letter; it comes from the search "
              "log"),
        Field("elsewhere", "Who may hold it", required=False),
    ),
    "accessible": (
        Field("where", "Where it is", "The exact page, and how this person can get it"),
    ),
    "future_publication": (
        Field("decided", "The day it was settled that it would be published",
              "Before the request came", "date"),
        Field("when", "When and where it will be published", "“on 30 June 2027 on our website”",
              "text"),
        Field("reasons", "Why it is reasonable to wait"),
    ),
    "cost_limit": (
        Field("hours", "Hours it would take", "A number", "number"),
        Field("estimate", "How the hours were reached",
              "How many files, how long each, how you know. Only finding out whether it is held, "
              "locating, retrieving and extracting count"),
        Field("advice", "How the request could be narrowed", "What could be answered in time"),
    ),
    "vexatious": (
        Field("reasons", "Why the request is vexatious",
              "The burden, the motive, the value, the distress to staff, with the history"),
    ),
    "repeated": (
        Field("earlier", "The day the earlier request was answered", shape="date"),
        Field("reasons", "Why it is the same request, and too soon"),
    ),
    "neither_confirm_nor_deny": (
        Field("published", "What is public anyway, whatever the answer",
              "For everybody, and the same whether or not anything is held", required=False),
    ),
    "transfer": (
        Field("searches", "What was searched", "It stands in the letter"),
        Field("to", "The other authority", "Its name and how to reach it", "text"),
        Field("handed_on", "The day the request was passed on",
              "Leave it empty if the applicant is to ask there", "date", required=False),
    ),
}  # fmt: skip
_ONLY_TO_FIND_OUT = Field(
    "only_to_find_out", "Even finding out whether it is held would cost too much", "", "tick",
    required=False,
)  # fmt: skip


def kind_fields(kind: Kind, limbs: tuple[Limb, ...]) -> tuple[Field, ...]:
    """What a kind of decision asks, apart from its grounds and its balance.

    Args:
        kind: the kind.
        limbs: every limb of the law, which says whether a cost limit has a second limb.
    """
    fields = _KINDS[kind.slug]
    if kind.slug == "cost_limit" and any("cost of confirming" in e.title.lower() for e in limbs):
        return (*fields, _ONLY_TO_FIND_OUT)
    return fields


def kind_balance(kind: Kind, limbs: tuple[Limb, ...]) -> bool:
    """Whether a kind without grounds still needs a balance: its limb is a qualified exemption."""
    words = {"not_held": "not held", "future_publication": "intended for future publication"}
    wanted = words.get(kind.slug)
    return wanted is not None and any(
        wanted in each.title.lower() and each.status == "qualified" for each in limbs
    )


@dataclass(frozen=True, slots=True)
class Needs:
    """What one ground asks.

    ``provisions`` are those to choose from; ``matter`` stands behind an NCND limb; ``fixed`` is a
    likelihood that the law leaves no choice about; ``balance``: "", "asked" or "optional".
    """

    provisions: tuple[Cite, ...]
    matter: Cite | None
    fixed: str
    fields: tuple[Field, ...]
    opinion: bool
    balance: str
    subject: str


_REASONS = Field(
    "reasons",
    "Why it applies",
    "What would happen, to whom, and how it follows. For this information, not in general",
)


def needs(limb: Limb, *, confirming: bool) -> Needs:
    """What a ground on ``limb`` asks.

    Args:
        limb: the limb chosen from words.
        confirming: the duty to confirm or deny is at stake, not disclosure.
    """
    provisions = tuple(map(parse_one, limb.row.ncnd.cites)) if confirming else (limb.cite,)
    fixed = _fixed(limb)
    fields = (*((_threshold(limb),) if _harm(limb) and not fixed else ()), _REASONS)
    fields += tuple(each.field for each in _EXTRAS if each.asks(limb))
    if len(provisions) > 1:
        shown = tuple((str(cite), spell(cite, "section")) for cite in provisions)
        fields = (Field("provision", "Which limb", "", "choice", choices=shown), *fields)
    balance = _balance(limb, provisions[0], confirming)
    return Needs(
        provisions=provisions,
        matter=limb.cite if confirming and _served(provisions[0]) else None,
        fixed=fixed,
        fields=tuple(replace(each, required=each.required) for each in fields),
        opinion="qualified_person" in limb.row.kind,
        balance=balance,
        subject="confirmation" if confirming else "disclosure",
    )


def _harm(limb: Limb) -> bool:
    kind = limb.row.kind
    return kind.startswith(("prejudice", "endanger")) or kind.endswith("with_prejudice")


def _fixed(limb: Limb) -> str:
    """Environmental exceptions need "would": nothing less is enough, nor does the letter say it."""
    kind = limb.row.kind
    harm = kind.startswith(("prejudice", "endanger", "adverse"))
    return WOULD if limb.cite.regime.environmental and harm else ""


def _threshold(limb: Limb) -> Field:
    harm = f"harm {protects(limb.cite)}" if protects(limb.cite) else "do the harm"
    return Field(
        "threshold",
        "How likely is the harm?",
        "“Would” means more likely than not; “would be likely to” a real and significant risk",
        "choice",
        choices=((WOULD, f"It would {harm}"), (LIKELY, f"It would be likely to {harm}")),
    )


@dataclass(frozen=True, slots=True)
class _Extra:
    """A field that some limbs ask, and the words of the law's data that say so."""

    field: Field
    words: tuple[str, ...]
    only: Callable[[Limb], bool] = lambda _: True

    def asks(self, limb: Limb) -> bool:
        said = " ".join((limb.title, *limb.row.must_identify)).lower()
        return self.only(limb) and any(words in said for words in self.words)


def _of_purpose() -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"FOIA s.31{each.limb}", f"{each.limb} {each.purpose}") for each in law.purposes()
    )


_EXTRAS = (
    _Extra(
        Field("purpose", "For which purpose", "", "choice", choices=_of_purpose()),
        ("s.31(2) purpose",),
    ),
    _Extra(
        Field("whose", "Whose interests", "Name them: “Acme Ltd and the Council”", "text"),
        ("whose interests", "commercial"),
    ),
    _Extra(
        Field("obtained_from", "From whom it was obtained", "", "text"),
        ("provided in confidence", "breach of confidence"),
    ),
    _Extra(
        Field("enactment", "What forbids it", "The enactment, obligation or order, by name and "
              "section", "text"),
        ("prohibitions on disclosure",),
    ),
    _Extra(
        Field("legitimate_interests", "Legitimate interests",
              "Is there one; is disclosure necessary for it; does it override the person's rights"),
        ("third-party personal data",),
    ),
    _Extra(
        Field("completing", "Who is finishing it, and when", ""),
        ("course of completion",),
    ),
)  # fmt: skip


def _balance(limb: Limb, provision: Cite, confirming: bool) -> str:
    """Whether a public interest balance is asked. FOIA s.2(1)(b), (2)(b); EIR reg.12(1)(b)."""
    if confirming:
        status = law.status(provision)
        return {"qualified": "asked", "contested": "optional"}.get(status, "")
    if limb.row.status == "absolute_or_qualified_by_condition":
        return "optional"
    return "asked" if limb.status == "qualified" else ""


def _served(provision: Cite) -> bool:
    """Whether an NCND limb serves several limbs, so that the matter behind it must be said."""
    served = {row.cite for row in law.behind(provision)}
    beside = law.limbs(provision.whole)
    harms = [row for row in beside if row.kind.startswith(("prejudice", "endanger"))]
    return len(served) > 1 or len(harms) > 1 or provision.regime is not Regime.FOIA
