"""The limb that removes the duty to confirm or deny, and the matter behind it, belong together.

FOIA s.43(3) serves s.43(2) and not trade secrets; EIR reg.12(6) only the interests of reg.12(5)(a);
FOISA s.18 only the exemptions it lists. Which limb serves what is in the law's data.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.records.finding import missing, place
from answerable.law.cites import parse_one
from answerable.model import Cite, Finding
from answerable.model.decision import Ground, NeitherConfirmNorDeny, NoticeRecord


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Each matter is one that its limb serves; a limb of regulation 12 or 10 names its matter."""
    for decision in record.decisions:
        if isinstance(decision, NeitherConfirmNorDeny):
            for ground in decision.grounds:
                yield from _ground(ground, place(record, decision, "matter"))


def _ground(ground: Ground, where: str) -> Iterator[Finding]:
    cite, matter = ground.provision, ground.matter
    if not law.is_ncnd_limb(cite):
        return  # said by another check
    served = tuple(dict.fromkeys(row.cite for row in law.behind(cite) if row.cite != str(cite)))
    if matter is None:
        if cite.regime.environmental and _serves_another_paragraph(cite, served):
            yield missing(
                "ncnd-no-underlying-matter",
                where,
                f"{cite} needs the interests that would be harmed: {_listed(served)}.",
                cites=(cite,),
            )
    elif not any(_touch(cite, limb) for limb in law.ncnd_limb_for(matter)):
        yield missing(
            "ncnd-wrong-limb",
            where,
            f"{cite} does not go with {matter}; it goes with {_listed(served)}.",
            cites=(cite, matter),
            fix=_fix(matter),
        )


def _serves_another_paragraph(cite: Cite, served: tuple[str, ...]) -> bool:
    """Reg.12(6) is for the harm of reg.12(5)(a); reg.13(5B) says its own conditions."""
    kinds = [law.provision(parse_one(text)) for text in served]
    return bool(kinds) and all(row is not None and row.kind != "class" for row in kinds)


def _fix(matter: Cite) -> str:
    limbs = law.ncnd_limb_for(matter)
    if limbs and matter.parts:
        names = " or ".join(dict.fromkeys(str(limb) for limb in limbs[:2]))
        return f"Rely on {names}, which goes with {matter}, if that is the harm that is feared."
    return (
        f"Nothing lets an authority neither confirm nor deny because of {matter}: say whether the "
        "information is held, or name the matter that a yes or a no would harm."
    )


def _touch(one: Cite, other: Cite) -> bool:
    return one.within(other) or other.within(one)


def _listed(served: tuple[str, ...]) -> str:
    shown = ", ".join(served[:4])
    return f"{shown} and others" if len(served) > 4 else shown
