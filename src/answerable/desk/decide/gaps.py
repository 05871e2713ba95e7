"""What a decision lacks before it can be signed, in officers' words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from answerable.audit.records import check_record
from answerable.desk.decide.kinds import KINDS, Kind
from answerable.desk.decide.limbs import Limb, limb, limbs, sentence_case
from answerable.desk.decide.models import Decision
from answerable.desk.decide.needs import BALANCE, Field, Needs, kind_balance, kind_fields, needs
from answerable.desk.decide.opinions import with_opinions
from answerable.desk.decide.record import as_record, assemble, entry
from answerable.desk.decide.words import in_few_words
from answerable.desk.today import today
from answerable.model import Basis, Finding, Place, Severity, UnusableInputError

#: Findings about the letter as a whole: they are the letter's to put right, not a decision's.
_OF_THE_LETTER = frozenset({"late-notice", "review-missing", "parts-unanswered"})
_NAMES = {"balance": "Public interest", "provision": "Exemption or exception",
          "opinion": "The qualified person's opinion", "matter": "What would be harmed",
          "questions": "Questions", "grounds": "Exemptions or exceptions",
          "decision": "Decision"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing. ``mandatory``: it cannot be signed without."""

    field: str
    words: str
    mandatory: bool = True


def kind_slug(decision: Decision) -> str:
    """The kind as an officer chose it: part is told from whole by what is given."""
    if decision.kind == "withheld" and decision.body.get("supplied"):
        return "part"
    return decision.kind


def chosen_kind(decision: Decision) -> Kind:
    """The kind of a decision."""
    slug = kind_slug(decision)
    return next(kind for kind in KINDS if kind.slug == slug)


def chosen_limbs(decision: Decision) -> tuple[Limb, ...]:
    """The limbs of its grounds; none for a decision made from a class of the register."""
    return tuple(limb(id_) for id_ in decision.limbs)


def gaps(decision: Decision) -> list[Gap]:
    """What is missing: first the fields left empty; with none, what the audit would say."""
    body, missing_opinion = with_opinions(decision)
    found = list(_empty(decision, body))
    if missing_opinion:
        found.append(
            Gap(
                "The qualified person's opinion",
                "The qualified person has not given the opinion that section 36 asks for.",
            )
        )
    return found or list(_audited(decision, body))


def _empty(decision: Decision, body: dict[str, Any]) -> Iterator[Gap]:
    if not decision.numbers:
        yield Gap("Questions", "Choose at least one question.")
    kind, regime = chosen_kind(decision), decision.case.law
    yield from _lacking(kind_fields(kind, limbs(regime)), body, "")
    if kind_balance(kind, limbs(regime)):
        yield from _lacking(BALANCE, body.get("balance") or {}, "Public interest: ")
    if not kind.grounds:
        return
    grounds = body.get("grounds") or []
    if not grounds:
        yield Gap("Exemption or exception", "Choose the exemption or exception relied on.")
    for each, ground in zip(chosen_limbs(decision), grounds, strict=False):
        need = needs(each, confirming=kind.slug == "neither_confirm_nor_deny")
        yield from _ground(need, ground, f"{sentence_case(each.name)}: ")


def _ground(need: Needs, ground: dict[str, Any], where: str) -> Iterator[Gap]:
    yield from _lacking(need.fields, ground, where, skip=("provision",))
    balance = ground.get("balance")
    if need.balance == "asked" or balance:
        yield from _lacking(BALANCE, balance or {}, f"{where}public interest, ")


def _lacking(
    fields: tuple[Field, ...], body: dict[str, Any], where: str, skip: tuple[str, ...] = ()
) -> Iterator[Gap]:
    for field in fields:
        if field.required and field.name not in skip and body.get(field.name) in ("", None, []):
            yield Gap(f"{where}{field.label}", "This is still empty.")


def _audited(decision: Decision, body: dict[str, Any]) -> Iterator[Gap]:
    case = decision.case
    others = (
        Decision.objects.signed()
        .filter(case=case, questions__in=decision.questions.all())
        .exclude(pk=decision.pk)
        .distinct()
        .prefetch_related("links__question")
    )
    for each in others:
        yield Gap(
            "Questions",
            f"Question {', '.join(each.numbers)} has a signed decision already: "
            f"{in_few_words(each)}. Both would stand in the letter; take the other back if this "
            "one is to replace it.",
            mandatory=False,
        )
    entries = [{**entry(decision), **body}, *(entry(each) for each in others)]
    try:
        record = as_record(assemble(case, entries, today()))
        findings = check_record(record)
    except UnusableInputError as problem:
        yield Gap("The decision", str(problem))
        return
    for finding in findings:
        if finding.slug not in _OF_THE_LETTER:
            yield _gap(finding)


def _gap(finding: Finding) -> Gap:
    place = finding.where.words if isinstance(finding.where, Place) else ""
    name = place.rpartition("field “")[2].rstrip("”") if "field “" in place else ""
    return Gap(
        _label(name),
        finding.message.replace("The record", "The decision"),
        mandatory=finding.severity >= Severity.HIGH or finding.basis is Basis.STATUTORY,
    )


def _label(name: str) -> str:
    if name in _NAMES:
        return _NAMES[name]
    return " ".join(name.split("_")).capitalize() or "The decision"
