"""The decision record of a case, from which its notice is written.

``notice_record(case, sent)`` is what the letters take; ``record_of`` the same as plain data.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import yaml

from answerable import law
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.desk.decide.models import Decision
from answerable.desk.today import today
from answerable.letters.draft import read_record
from answerable.model import Regime, UnusableInputError
from answerable.model.decision import NoticeRecord

#: Which kind of notice a decision makes, the weightiest first: what it is called with and without
#: other information supplied, by law.
_WEIGHT = (
    "withheld",
    "neither_confirm_nor_deny",
    "cost_limit",
    "vexatious",
    "repeated",
    "future_publication",
    "accessible",
    "not_held",
    "transfer",
    "supplied",
)
_NOTICES: dict[Regime, dict[str, str]] = {
    Regime.FOIA: {
        "withheld": "foia_refusal",
        "neither_confirm_nor_deny": "foia_ncnd",
        "cost_limit": "foia_s12",
        "vexatious": "foia_s14",
        "repeated": "foia_s14",
        "future_publication": "foia_s22",
        "accessible": "foia_s21",
        "not_held": "foia_not_held",
        "transfer": "foia_not_held",
        "supplied": "foia_full_disclosure",
    },
    Regime.FOISA: {
        "withheld": "foisa_refusal",
        "neither_confirm_nor_deny": "foisa_ncnd",
        "cost_limit": "foisa_s12_s14",
        "vexatious": "foisa_s12_s14",
        "repeated": "foisa_s12_s14",
        "future_publication": "foisa_refusal",
        "accessible": "foisa_refusal",
        "not_held": "foisa_not_held",
        "transfer": "foisa_not_held",
    },
    Regime.EIR: {
        "withheld": "eir_refusal",
        "neither_confirm_nor_deny": "eir_ncnd",
        "not_held": "eir_refusal",
        "supplied": "eir_response",
    },
    Regime.EISR: {"withheld": "eisr_refusal", "not_held": "eisr_refusal"},
}
_PARTIAL = {"foia_refusal": "foia_partial"}
#: Where the law's data names no notice of its own, that of the law beside it stands in.
_BESIDE = {Regime.FOISA: Regime.FOIA, Regime.EISR: Regime.EIR, Regime.EIR: Regime.FOIA}
_OUTCOMES = {
    "withheld": "refused",
    "neither_confirm_nor_deny": "ncnd",
    "cost_limit": "cost_limit",
    "vexatious": "vexatious",
    "repeated": "repeated",
    "future_publication": "future_publication",
    "accessible": "already_accessible",
    "not_held": "not_held",
    "transfer": "transfer",
    "supplied": "full",
}

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # in C where there is one


def notice_record(case: Case, sent: date) -> NoticeRecord:
    """The decision record of a case, from its signed decisions, for a notice dated ``sent``.

    Raises:
        UnusableInputError: a question has no signed decision, or the record cannot be read.
    """
    return as_record(record_of(case, sent))


def record_of(case: Case, sent: date | None = None) -> dict[str, Any]:
    """The decision record of a case as plain data: what the command line takes as YAML.

    Raises:
        UnusableInputError: a question has no signed decision.
    """
    decisions = signed_of(case)
    decided = {link.question_id for each in decisions for link in each.links.all()}
    open_ = [each.number for each in case.questions.all() if each.pk not in decided]
    if open_:
        raise UnusableInputError(
            f"{_questions(open_)} of {case.reference} {'has' if len(open_) == 1 else 'have'} no "
            "signed decision. Decide and sign first."
        )
    return assemble(case, [entry(each) for each in decisions], sent or today())


def signed_of(case: Case) -> list[Decision]:
    """The signed decisions that stand, from what a page has read of the case if it has."""
    known = getattr(case, "_prefetched_objects_cache", {}).get("decisions")
    if known is not None:
        return [each for each in known if each.ended_at is None and each.is_signed]
    return list(Decision.objects.signed().filter(case=case).prefetch_related("links__question"))


def entry(decision: Decision) -> dict[str, Any]:
    """A decision as an entry of a record, with its questions."""
    return {"decision": decision.kind, "questions": list(decision.numbers), **decision.body}


def assemble(case: Case, entries: Sequence[dict[str, Any]], sent: date) -> dict[str, Any]:
    """A record of these entries: the particulars of the authority and the case around them."""
    authority = the_authority()
    return {
        "kind": kind_of_notice(entries, case.law),
        "regime": case.regime,
        "authority": {
            "name": authority.name,
            "kind": authority.kind,
            "address": list(authority.details.address),
            "review_contact": authority.review_contact,
        },
        "reference": case.reference,
        "received": case.received_on.isoformat(),
        "sent": sent.isoformat(),
        "questions": [{"number": q.number, "text": q.text} for q in case.questions.all()],
        "decisions": list(entries),
        "signed": authority.signs,
        **_clock(case),
    }


def as_record(record: dict[str, Any]) -> NoticeRecord:
    """A record of plain data as the core takes it.

    Raises:
        UnusableInputError: it cannot be read; one sentence says where.
    """
    regime, own = Regime(record["regime"]), Regime(law.notice(record["kind"]).regime)
    text = yaml.dump(
        {**record, "regime": own.value},
        Dumper=_DUMPER,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )
    return replace(read_record(text, record["reference"]), regime=regime)


def kind_of_notice(entries: Iterable[dict[str, Any]], regime: Regime) -> str:
    """The kind of notice that decisions make: the weightiest gives it its name."""
    entries = list(entries)
    kinds = {each["decision"] for each in entries}
    first = next((name for name in _WEIGHT if name in kinds), "supplied")
    law_: Regime | None = regime
    while law_ is not None:
        notice = _NOTICES[law_].get(first)
        if notice:
            gives = "supplied" in kinds or any(each.get("supplied") for each in entries)
            return _PARTIAL.get(notice, notice) if gives else notice
        law_ = _BESIDE.get(law_)
    raise UnusableInputError(f"There is no notice for the decision “{first}” under {regime}.")


def outcome_of(entries: Iterable[dict[str, Any]]) -> str:
    """The outcome of a case for its statistics, one of ``cases.models.OUTCOMES``."""
    entries = list(entries)
    kinds = {each["decision"] for each in entries}
    if "withheld" in kinds and ("supplied" in kinds or any(e.get("supplied") for e in entries)):
        return "partial"
    first = next((name for name in _WEIGHT if name in kinds), "")
    if "supplied" in kinds and first not in ("supplied", "neither_confirm_nor_deny"):
        return "partial"
    return _OUTCOMES.get(first, "other")


def _clock(case: Case) -> dict[str, str]:
    """What of the clock a notice has to say: a clarification, a notice of more time."""
    said: dict[str, str] = {}
    for note in case.clock_notes.all():
        if note.type in ("clarification_received", "particulars_received") and note.on:
            said["clarified"] = note.on.isoformat()
        if note.type in ("s10_3_extension_notice", "reg_7_3_notice") and case.due_on:
            said["extended_to"] = (note.ends or case.due_on).isoformat()
    return said


def _questions(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"Question {numbers[0]}"
    return f"Questions {', '.join(numbers[:-1])} and {numbers[-1]}"
