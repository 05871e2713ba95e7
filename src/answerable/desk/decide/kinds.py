"""What can be decided, in plain words, and which of it each law has."""

from dataclasses import dataclass

from answerable.desk.decide.limbs import Limb, limbs
from answerable.model import Regime


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of decision: ``record`` is its name in a decision record.

    ``rests_on``: where words of a limb's title are given, only a law with such a limb has the kind.
    """

    slug: str
    record: str
    words: str
    hint: str
    rests_on: tuple[str, ...] = ()
    grounds: bool = False


KINDS = (
    Kind("supplied", "supplied", "Give the information", "All that was asked for."),
    Kind(
        "part",
        "withheld",
        "Give part and withhold part",
        "Some is given; the rest is withheld under an exemption or exception.",
        grounds=True,
    ),
    Kind(
        "withheld",
        "withheld",
        "Withhold the information",
        "We hold it and an exemption or exception applies to all of it.",
        grounds=True,
    ),
    Kind(
        "not_held",
        "not_held",
        "We do not hold it",
        "It was searched for and not found, or we have no reason to have it.",
    ),
    Kind(
        "accessible",
        "accessible",
        "They can get it already",
        "It is published, or open to this person in another way.",
        ("reasonably accessible", "otherwise accessible"),
    ),
    Kind(
        "future_publication",
        "future_publication",
        "It is to be published",
        "That was settled before the request came, and waiting is reasonable.",
        ("intended for future publication",),
    ),
    Kind(
        "cost_limit",
        "cost_limit",
        "It would cost too much",
        "An estimate of the hours is more than the law asks of us.",
        ("cost of compliance", "cost of confirming"),
    ),
    Kind(
        "vexatious",
        "vexatious",
        "The request is vexatious",
        "The request, never the person.",
        ("vexatious request",),
    ),
    Kind(
        "repeated",
        "repeated",
        "It repeats a request we answered",
        "From the same person, with no reasonable time between.",
        ("repeated request",),
    ),
    Kind(
        "neither_confirm_nor_deny",
        "neither_confirm_nor_deny",
        "Neither confirm nor deny",
        "A yes or a no would itself do the harm, whatever the answer.",
        grounds=True,
    ),
    Kind(
        "transfer",
        "transfer",
        "Another authority may have it",
        "We do not hold it, and pass the request on or say who may.",
    ),
)
_BY_SLUG = {kind.slug: kind for kind in KINDS}
#: Limbs that are no decision: what is done about them is done at triage.
_TRIAGE = ("clarification needed", "fees notice")


def kind(slug: str) -> Kind | None:
    """The kind called ``slug``; None if there is none."""
    return _BY_SLUG.get(slug)


def kinds(regime: Regime) -> tuple[Kind, ...]:
    """The kinds that this law has: no cost limit for environmental information, and so on."""
    return tuple(each for each in KINDS if not each.rests_on or _has(regime, each))


def _has(regime: Regime, wanted: Kind) -> bool:
    return any(_leads_to(limb, wanted) for limb in limbs(regime))


def _leads_to(limb: Limb, wanted: Kind) -> bool:
    """Whether a limb is one of a kind of its own; environmental exceptions are withheld under."""
    title = limb.title.lower()
    return limb.cite.regime.environmental is False and any(
        words in title and "research" not in title for words in wanted.rests_on
    )


def kind_of(limb: Limb) -> Kind | None:
    """The kind that a limb leads to; None for what is done at triage.

    Most limbs are grounds to withhold; a few are decisions of their own.
    """
    title = limb.title.lower()
    if any(words in title for words in _TRIAGE):
        return None
    for each in KINDS:
        if each.rests_on and _leads_to(limb, each):
            return each
    if "not held" in title:
        return _BY_SLUG["not_held"]
    if limb.status == "procedural":
        return _BY_SLUG["neither_confirm_nor_deny"]
    return _BY_SLUG["withheld"]


def choices(regime: Regime, chosen: Kind) -> tuple[Limb, ...]:
    """The limbs that can be grounds of a decision of this kind."""
    if chosen.slug == "neither_confirm_nor_deny":
        return tuple(
            each
            for each in limbs(regime)
            if each.row.ncnd.available and each.status != "procedural"
        )
    return tuple(each for each in limbs(regime) if kind_of(each) is _BY_SLUG["withheld"])
