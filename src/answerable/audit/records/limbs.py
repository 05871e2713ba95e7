"""A ground rests on one limb, not on a section with several. FOIA s.17(1)(b); EIR reg.14(3)(a)."""

from collections.abc import Iterator

from answerable import law
from answerable.audit.records.finding import missing, place
from answerable.law.cites import parse_one
from answerable.model import Cite, Finding
from answerable.model.decision import NeitherConfirmNorDeny, NoticeRecord, Withheld


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Each provision, and the matter behind an NCND limb, is as exact as the law is."""
    for decision in record.decisions:
        if not isinstance(decision, Withheld | NeitherConfirmNorDeny):
            continue
        where = place(record, decision, "provision")
        for ground in decision.grounds:
            limbs = _open(ground.provision)
            if len(limbs) > 1:
                shown = ", ".join(limb.short for limb in limbs[:4])
                yield missing(
                    "no-subsection",
                    where,
                    f"{ground.provision} has several limbs ({shown}); the record does not say which.",
                )


def _open(cite: Cite) -> list[Cite]:
    if law.is_ncnd_limb(cite) and cite.parts:
        return []
    limbs = dict.fromkeys(parse_one(row.cite) for row in law.limbs(cite))
    return [limb for limb in limbs if limb != cite and limb.within(cite)]
