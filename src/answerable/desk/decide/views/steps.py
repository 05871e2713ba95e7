"""Where somebody is on the way to a decision, read from the address alone; no state elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from answerable.desk.cases.models import Case, Question
from answerable.desk.decide.gaps import chosen_kind, chosen_limbs
from answerable.desk.decide.kinds import Kind, kind
from answerable.desk.decide.limbs import Limb, limb
from answerable.desk.decide.models import Decision
from answerable.desk.sites import staff_url

MOST_GROUNDS = 12


@dataclass(frozen=True, slots=True)
class Step:
    """The questions, the kind and the limbs chosen so far, and the draft that is changed."""

    case: Case
    questions: tuple[Question, ...]
    kind: Kind | None = None
    limbs: tuple[Limb, ...] = ()
    draft: Decision | None = None

    @property
    def wants_limb(self) -> bool:
        """Whether a limb is to be chosen before anything can be asked."""
        return bool(self.kind and self.kind.grounds and not self.limbs)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What the address says of it."""
        pairs = [("q", each.public_id) for each in self.questions]
        pairs += [("kind", self.kind.slug)] if self.kind else []
        pairs += [("limb", each.id) for each in self.limbs]
        return pairs + ([("draft", self.draft.public_id)] if self.draft else [])

    def address(self, **more: str) -> str:
        """The page of this step."""
        return (
            f"{staff_url('decide', self.case.reference)}?{urlencode([*self.pairs, *more.items()])}"
        )

    def with_limb(self, chosen: Limb) -> Step:
        """The step after choosing one more limb."""
        return replace(self, limbs=tuple(dict.fromkeys((*self.limbs, chosen))))

    def without(self, chosen: Limb) -> Step:
        """The step after taking a limb out."""
        return replace(self, limbs=tuple(each for each in self.limbs if each != chosen))

    def as_kind(self, other: Kind) -> Step:
        """The step after choosing another kind; limbs are chosen anew."""
        return replace(self, kind=other, limbs=())


def read_step(case: Case, asked: QueryDict) -> Step:
    """The step an address speaks of.

    Raises:
        UnusableInputError: it names a limb that the law has not.
    """
    id_ = asked.get("draft", "")
    draft = (
        Decision.objects.standing()
        .filter(case=case, public_id=id_ if id_.isalnum() else "", signed_at__isnull=True)
        .prefetch_related("links__question")
        .first()
    )
    ids = asked.getlist("q")
    questions = tuple(each for each in case.questions.all() if each.public_id in ids)
    if draft is not None and not questions:
        questions = tuple(link.question for link in draft.links.all())
    chosen = kind(asked.get("kind", ""))
    limbs = tuple(limb(id_) for id_ in dict.fromkeys(asked.getlist("limb")[:MOST_GROUNDS]))
    if draft is not None and chosen is None:
        chosen, limbs = chosen_kind(draft), chosen_limbs(draft)
    return Step(case, questions, chosen, limbs, draft)
