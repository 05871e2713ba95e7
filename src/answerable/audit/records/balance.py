"""Qualified exemptions need a balance about the right question. FOIA s.17(3); EIR reg.14(3)(b)."""

from collections.abc import Iterator

from answerable import law
from answerable.audit.records.finding import missing, place
from answerable.model import Cite, Finding, Regime
from answerable.model.decision import (
    FuturePublication,
    Ground,
    NeitherConfirmNorDeny,
    NotHeld,
    NoticeRecord,
    Withheld,
)


def check(record: NoticeRecord) -> Iterator[Finding]:
    """A balance for every qualified ground, with both sides, about the right subject."""
    for decision in record.decisions:
        where = place(record, decision, "balance")
        if isinstance(decision, Withheld | NeitherConfirmNorDeny):
            ncnd = isinstance(decision, NeitherConfirmNorDeny)
            for ground in decision.grounds:
                yield from _ground(ground, where, ncnd=ncnd)
        elif isinstance(decision, FuturePublication) and decision.balance is None:
            yield missing(
                "pit-missing",
                where,
                "The record has no public interest balance for publication in future.",
            )
        elif (
            isinstance(decision, NotHeld)
            and record.regime is Regime.EIR
            and decision.balance is None
        ):
            yield missing(
                "eir-no-pit",
                where,
                "The record has no public interest balance for regulation 12(4)(a).",
            )


def _ground(ground: Ground, where: str, *, ncnd: bool) -> Iterator[Finding]:
    cite = ground.provision
    if ground.balance is not None and _has_none(ground.condition or cite):
        yield missing(
            "pit-on-absolute",
            where,
            f"{cite} is absolute, and the record weighs the public interest for it{_unless(cite)}.",
            cites=(cite,),
        )
        return
    if law.status(ground.condition or cite) not in ("qualified", "contested") or _scottish_ncnd(
        ground
    ):
        return
    if ground.balance is None:
        if law.status(cite) == "contested":
            return
        slug = "eir-no-pit" if cite.regime.environmental else "pit-missing"
        yield missing(
            slug,
            where,
            f"{cite} is qualified, and the record has no public interest balance for it.",
        )
        return
    if not ground.balance.factors_for or not ground.balance.factors_against:
        yield missing(
            "pit-one-sided", where, f"The balance for {cite} has factors on one side only."
        )
    wanted = "confirmation" if ncnd else "disclosure"
    if ground.balance.subject != wanted:
        slug = "ncnd-pit-about-disclosure" if ncnd else "pit-missing"
        yield missing(
            slug,
            where,
            f"The balance for {cite} is about {ground.balance.subject}; this decision needs one about {wanted}.",
        )


def _scottish_ncnd(ground: Ground) -> bool:
    return (
        ground.provision.regime is Regime.FOISA
        and ground.provision.number == "18"
        and ground.balance is None
    )


def _unless(cite: Cite) -> str:
    """Of personal data: the conditions under which it is weighed all the same."""
    rows = [row for row in law.limbs(cite) if row.condition and row.status == "qualified"]
    names = " or ".join(dict.fromkeys(row.condition for row in rows if row.condition))
    return f"; if it rests on {names}, say so in “condition”" if names else ""


def _has_none(cite: Cite) -> bool:
    """Whether nothing is weighed for ``cite``, on any of its conditions. FOIA s.2(3); FOISA s.2(2)."""
    row = law.provision(cite)
    by_condition = row is not None and "qualified" in row.status and not law.is_ncnd_limb(cite)
    return law.status(cite) == "absolute" and not by_condition
