"""What single provisions need: a likelihood, an opinion, an owner, an enactment, a purpose."""

from collections.abc import Iterator

from answerable import law
from answerable.audit.records.finding import missing, place
from answerable.model import Cite, Finding, Regime
from answerable.model.decision import (
    Ground,
    MoreTime,
    NeitherConfirmNorDeny,
    NoticeRecord,
    Withheld,
)


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Each ground's own needs; and an extension only for a qualified limb."""
    for decision in record.decisions:
        if isinstance(decision, Withheld | NeitherConfirmNorDeny):
            for ground in decision.grounds:
                for slug, field, message in _needs(ground, record):
                    yield missing(slug, place(record, decision, field), message)
            yield from _together(decision, record)
        if isinstance(decision, MoreTime):
            for why in _no_more_time(decision, record.regime):
                yield missing("pit-extension-abuse", place(record, decision, "provision"), why)


def _no_more_time(decision: MoreTime, regime: Regime) -> Iterator[str]:
    """FOIA s.10(3) rests on a qualified limb, regulation 7 on size; FOISA has neither."""
    cite = decision.provision
    if regime is Regime.FOISA:
        yield "FOISA gives no more time to answer."
    elif regime.environmental and cite is not None:
        yield f"{cite} gives no more time; only complexity and volume under regulation 7 do."
    elif not regime.environmental and cite is None:
        yield "The record names no qualified exemption whose public interest has to be weighed."
    elif cite is not None and law.status(cite) not in ("qualified", "contested"):
        yield f"{cite} has no public interest balance, so no more time can be taken for it."


def _needs(ground: Ground, record: NoticeRecord) -> Iterator[tuple[str, str, str]]:
    cite = ground.provision
    if not ground.reasons.strip():
        yield "why-missing", "reasons", f"The record gives no reasons for {cite}."
    row = law.provision(ground.matter or cite)
    prejudice = row is not None and row.kind.startswith(("prejudice", "endanger"))
    if prejudice and not cite.regime.environmental and ground.threshold is None:
        yield "ncnd-no-threshold", "threshold", f"{cite} needs “would” or “would be likely to”."
    if cite.regime.environmental and ground.threshold == "would be likely to":
        yield (
            "eir-threshold",
            "threshold",
            f"{cite} needs “would”; “would be likely to” is not enough.",
        )
    yield from _interests(ground)
    if cite.regime is not Regime.FOIA:
        return
    if cite.number == "36" and ground.opinion is None:
        yield "s36-no-qp", "opinion", f"{cite} needs the opinion of the qualified person."
    elif cite.number == "36" and ground.opinion and not _covers(ground):
        yield "s36-wrong-limb-opinion", "opinion", f"The opinion does not cover {cite}."
    if cite.number == "43" and cite.parts[:1] == ("2",) and not ground.whose:
        yield (
            "s43-no-whose",
            "whose",
            f"{cite} needs whose commercial interests would be prejudiced.",
        )
    if cite.number == "44" and cite.parts[:1] != ("2",) and not ground.enactment:
        yield "s44-no-enactment", "enactment", f"{cite} needs the law that prohibits disclosure."
    if cite.number == "41" and cite.parts[:1] != ("2",) and not ground.obtained_from:
        yield (
            "s41-not-obtained",
            "obtained_from",
            f"{cite} needs from whom the information was obtained.",
        )
    if (
        cite.number == "31"
        and cite.parts in (("1", "g"), ("1", "h"), ("1", "i"))
        and ground.purpose is None
    ):
        yield "s31-g-no-purpose", "purpose", f"{cite} needs a purpose of s.31(2)."
    if cite.number == "35" and record.authority.kind not in ("central", "devolved"):
        yield (
            "s35-wrong-body",
            "provision",
            f"{cite} is open to government departments and the Welsh Government only.",
        )


def _interests(ground: Ground) -> Iterator[tuple[str, str, str]]:
    """Personal data need a word on legitimate interests, where the law's data says so."""
    cite = ground.provision
    row = law.provision(ground.condition or cite)
    if row is None or "legitimate_interests" not in row.needs or _works_with(cite):
        return
    if not ground.legitimate_interests.strip():
        confirming = law.is_ncnd_limb(cite) and cite.regime is Regime.FOIA
        slug = "s40-5B-no-recorded-balance" if confirming else "s40-no-li"
        yield slug, "legitimate_interests", f"{cite} needs a word on legitimate interests."


def _works_with(cite: Cite) -> bool:
    """FOISA s.18 serves many exemptions; what it needs is the public interest."""
    return law.is_ncnd_limb(cite) and cite.regime is Regime.FOISA


def _covers(ground: Ground) -> bool:
    wanted = ground.matter or ground.provision
    limbs = ground.opinion.limbs if ground.opinion else ()
    return any(wanted.within(limb) or limb.within(wanted) for limb in limbs)


def _together(
    decision: Withheld | NeitherConfirmNorDeny, record: NoticeRecord
) -> Iterator[Finding]:
    if isinstance(decision, NeitherConfirmNorDeny) or any(
        g.in_the_alternative for g in decision.grounds
    ):
        return
    cited = {
        (g.provision.number, g.provision.parts[:1])
        for g in decision.grounds
        if g.provision.regime is Regime.FOIA
    }
    where = place(record, decision, "grounds")
    if ("23", ("1",)) in cited and ("24", ("1",)) in cited:
        yield missing(
            "s23-24-misuse",
            where,
            "Sections 23(1) and 24(1) exclude each other unless claimed in the alternative.",
        )
    if any(n == "30" for n, _ in cited) and ("31", ("1",)) in cited:
        yield missing(
            "s30-31-together",
            where,
            "Sections 30 and 31(1) exclude each other unless claimed in the alternative.",
        )
