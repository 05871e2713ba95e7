"""Which grounds need the qualified person's opinion, and putting it into them."""

from typing import Any

from answerable.desk.decide.limbs import limb
from answerable.desk.decide.models import Decision, Opinion


def needs_opinion(decision: Decision) -> bool:
    """Whether a ground rests on a limb that only the qualified person can engage. FOIA s.36(2)."""
    return any("qualified_person" in limb(id_).row.kind for id_ in decision.limbs)


def opinion_of(decision: Decision) -> Opinion | None:
    """The last opinion given for this decision, or for the one in whose place it stands."""
    each: Decision | None = decision
    while each is not None:
        given = [opinion for opinion in each.opinions.all() if opinion.given_on is not None]
        if given:
            return max(given, key=lambda opinion: opinion.pk)
        each = each.replaces
    return None


def with_opinions(decision: Decision) -> tuple[dict[str, Any], bool]:
    """The body with the opinion in its grounds; and whether one is missing.

    What is put there is the row that the qualified person signed, never what a form sent.
    """
    if not needs_opinion(decision):
        return decision.body, False
    opinion = opinion_of(decision)
    grounds, missing = [], False
    for id_, ground in zip(decision.limbs, decision.body.get("grounds", []), strict=False):
        bare = {name: value for name, value in ground.items() if name != "opinion"}
        if "qualified_person" in limb(id_).row.kind:
            if opinion is not None and opinion.agrees:
                bare["opinion"] = as_entry(opinion)
            else:
                missing = True
        grounds.append(bare)
    return {**decision.body, "grounds": grounds}, missing


def as_entry(opinion: Opinion) -> dict[str, Any]:
    """An opinion as a decision record has it."""
    return {
        "by": opinion.given_post,
        "given": opinion.given_on.isoformat() if opinion.given_on else "",
        "limbs": opinion.limbs,
        "threshold": opinion.threshold,
        "words": opinion.words,
    }
