"""Notices on every ground that officers use often: each audits clean, with its balance or without."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answerable.audit import Case, audit_letter, check_record
from answerable.law.cites import parse_one
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import example
from answerable.letters.writers import to_text
from answerable.model import Certainty, Cite, Regime, Severity
from answerable.model.decision import (
    Accessible,
    Balance,
    Decision,
    FuturePublication,
    Ground,
    NeitherConfirmNorDeny,
    NotHeld,
    NoticeRecord,
    Opinion,
    Repeated,
    Transfer,
    Vexatious,
    Withheld,
)

RELEASE = Balance(
    "disclosure",
    (
        "Residents would see how £45,000 was spent on the bridge survey",
        "Disclosure would let traders judge for themselves whether the survey was well run",
    ),
    (
        "Officers would write less candidly in the next survey, in May 2026, and the council would decide on poorer advice",
    ),
    "The final report is published and answers most of what residents want to know, while the drafts would do harm to the survey of May 2026",
)
CONFIRM = Balance(
    "confirmation",
    ("Confirming or denying would tell residents of Alderby whether money is spent on this work",),
    (
        "Confirming or denying would tell a hostile person where attention is directed and where not",
    ),
    "Residents can read the published policy, and would learn little more from a yes or a no, while a hostile person would learn what is needed",
)
FRANK = "The drafts set out frank advice on three options, and the choice between them is made in May 2026. Officers who saw them published would write less plainly the next time"
EITHER = "To say yes or no would tell a person who means harm in Alderby whether anybody watches. A yes would send that person elsewhere, and a no would show where it is safe to begin"
F, S, E, ES = Regime.FOIA, Regime.FOISA, Regime.EIR, Regime.EISR


def c(text: str, regime: Regime) -> Cite:
    return parse_one(text, regime)


def ground(text: str, regime: Regime, **more: Any) -> Ground:
    for name in ("matter", "purpose"):
        if name in more:
            more[name] = c(more[name], regime)
    return Ground(c(text, regime), **{"reasons": FRANK, **more})


def op(limb: str) -> Opinion:
    return Opinion(
        "the Monitoring Officer",
        date(2026, 3, 16),
        (c(limb, F),),
        "would be likely to",
        "The opinion was that officers would hold back frank advice if drafts were released before May 2026",
    )


INTERESTS = "There is a legitimate interest in knowing how the council treats complaints. The outcomes meet it, so that the names are not necessary, and it does not override the privacy of the people named"
FOIA_WITHHELD = {
    "s36": [
        ground(
            "s36(2)(b)(i)",
            F,
            threshold="would be likely to",
            opinion=op("s36(2)(b)(i)"),
            balance=RELEASE,
        )
    ],
    "s42": [
        ground(
            "s42(1)",
            F,
            reasons="The advice was given by the council's solicitor in confidence, for the purpose of legal advice on the bridge",
            balance=RELEASE,
        )
    ],
    "s41": [
        ground(
            "s41(1)",
            F,
            obtained_from="the company that surveyed the bridge",
            reasons="The company gave its method in confidence, it has the necessary quality of confidence, and to disclose it would be an actionable breach of confidence to which there would be no defence in the public interest",
        )
    ],
    "s44": [
        ground(
            "s44(1)(a)",
            F,
            enactment="section 237 of the Enterprise Act 2002",
            reasons="The information came to trading standards about a business that still trades, and that Act forbids its release without consent",
        )
    ],
    "s23": [
        ground(
            "s23(1)",
            F,
            reasons="The papers came to the council from one of the bodies listed in section 23(3), which wrote them itself",
        )
    ],
    "s24": [
        ground(
            "s24(1)",
            F,
            reasons="The plan shows which doors are guarded. Whoever planned an attack would choose another door",
            balance=RELEASE,
        )
    ],
    "s31a": [
        ground(
            "s31(1)(a)",
            F,
            threshold="would be likely to",
            reasons="The list shows which cameras do not work. Thieves would go where no camera sees them",
            balance=RELEASE,
        )
    ],
    "s31g": [
        ground(
            "s31(1)(g)",
            F,
            purpose="s31(2)(a)",
            threshold="would be likely to",
            reasons="The council's trading standards team decides whether the trader has broken the law. The trader would destroy records if it saw what is known",
            balance=RELEASE,
        )
    ],
    "s38": [
        ground(
            "s38(1)(b)",
            F,
            threshold="would be likely to",
            reasons="The addresses are of refuges. A violent partner would find the person who fled",
            balance=RELEASE,
        )
    ],
    "s30": [
        ground(
            "s30(1)(a)(i)",
            F,
            reasons="The papers were made for an investigation of whether a trader should be charged, which is still open",
            balance=RELEASE,
        )
    ],
    "s40": [
        ground(
            "s40(2)",
            F,
            reasons="The names are personal data of the people who complained, and to release them would contravene the first data protection principle, section 40(3A)(a)",
            legitimate_interests=INTERESTS,
        )
    ],
    "s40+43": [
        ground(
            "s40(2)",
            F,
            reasons="The names are personal data of bidders' staff, and to release them would contravene the first data protection principle, section 40(3A)(a)",
            legitimate_interests=INTERESTS,
        ),
        ground("s43(2)", F, threshold="would", whose="the council", balance=RELEASE),
    ],
    "s27": [
        ground(
            "s27(1)(a)",
            F,
            threshold="would be likely to",
            reasons="The letter was written in confidence by a foreign town. It would no longer write openly",
            balance=RELEASE,
        )
    ],
}
FOIA_NCND = {
    "23/24": [
        ground(
            "s23(5)",
            F,
            reasons="If any information were held it would come from or relate to one of the bodies in section 23(3), and a yes or a no would itself show whether such a body was involved",
        ),
        ground("s24(2)", F, reasons=EITHER, balance=CONFIRM),
    ],
    "40(5B)": [
        ground(
            "s40(5B)(a)(i)",
            F,
            reasons="To say yes or no would tell everybody whether the person named had been complained about, and would contravene the first data protection principle",
            legitimate_interests="There is a legitimate interest in the way the council treats complaints, but it does not make it necessary to say whether a person named was complained about, and it does not override the privacy of that person",
            balance=CONFIRM,
        )
    ],
    "30(3)": [ground("s30(3)", F, matter="s30(1)(a)", reasons=EITHER, balance=CONFIRM)],
    "26(3)": [
        ground(
            "s26(3)",
            F,
            matter="s26(1)(b)",
            threshold="would be likely to",
            reasons=EITHER,
            balance=CONFIRM,
        )
    ],
    "38(2)": [
        ground("s38(2)", F, matter="s38(1)(b)", threshold="would", reasons=EITHER, balance=CONFIRM)
    ],
    "43(3)": [
        ground(
            "s43(3)",
            F,
            matter="s43(2)",
            threshold="would be likely to",
            whose="the company named",
            reasons="A yes or a no would tell rivals in Alderby whether the company is selling its site, and they would offer less",
            balance=CONFIRM,
        )
    ],
}
EIR_WITHHELD = {
    "4b": [
        ground(
            "reg 12(4)(b)",
            E,
            reasons="To answer would take two officers five weeks to read 9,000 messages, of which few concern the brook, and no other work on flooding would be done",
            balance=RELEASE,
        )
    ],
    "4e": [
        ground(
            "reg 12(4)(e)",
            E,
            reasons="The messages are between officers of the council about the options for the brook, and the choice is made in May 2026",
            balance=RELEASE,
        )
    ],
    "4d": [
        ground(
            "reg 12(4)(d)",
            E,
            completing="The engineers expect to finish it by 29 May 2026",
            reasons="The report is a draft without six of its ten boreholes",
            balance=RELEASE,
        )
    ],
    "5b": [
        ground(
            "reg 12(5)(b)",
            E,
            reasons="The advice was given by the council's solicitor for a case that is heard in May 2026. The other side would learn the weak points of the case",
            threshold="would",
            balance=RELEASE,
        )
    ],
    "5f": [
        ground(
            "reg 12(5)(f)",
            E,
            whose="the farmer who told us of the spill",
            reasons="The farmer was not obliged to tell us, has not agreed to release, and would be blamed by neighbours and lose customers",
            threshold="would",
            balance=RELEASE,
        )
    ],
    "13": [
        ground(
            "reg 13(1)",
            E,
            reasons="The names are personal data of people who wrote about the trees, and to release them would contravene the first data protection principle, regulation 13(2A)(a)",
            legitimate_interests=INTERESTS,
        )
    ],
    "5e": [
        ground(
            "reg 12(5)(e)",
            E,
            whose="the waste company",
            threshold="would",
            reasons="The prices are protected by a duty of confidence in the contract. Rivals who knew them would bid just below each in May 2026",
            balance=RELEASE,
        )
    ],
}
FOISA_WITHHELD = {
    "30b": [ground("s30(b)(i)", S, threshold="would be likely to", balance=RELEASE)],
    "38": [
        ground(
            "s38(1)(b)",
            S,
            reasons="The names are personal data of people who complained, and to release them would contravene the first data protection principle, section 38(2A)(a)",
            legitimate_interests=INTERESTS,
        )
    ],
    "36": [
        ground(
            "s36(1)",
            S,
            reasons="The advice was given by the council's solicitor in confidence and could be kept from a court",
            balance=RELEASE,
        )
    ],
    "35": [
        ground(
            "s35(1)(a)",
            S,
            threshold="would be likely to",
            reasons="The list shows which cameras do not work. Thieves would go where no camera sees them",
            balance=RELEASE,
        )
    ],
}
FOISA_NCND = {
    "31": [ground("s18(1)", S, matter="s31(1)", reasons=EITHER, balance=CONFIRM)],
    "38": [
        ground(
            "s18(1)",
            S,
            matter="s38(1)(b)",
            reasons="If it were held it would be exempt as personal data of the person named. To say yes or no would tell everybody whether that person was complained about",
            balance=CONFIRM,
        )
    ],
    "39": [
        ground(
            "s18(1)",
            S,
            matter="s39(1)",
            threshold="would be likely to",
            reasons=EITHER,
            balance=CONFIRM,
        )
    ],
}
EISR_WITHHELD = {
    "5e": [
        ground(
            "reg 10(5)(e)",
            ES,
            whose="the waste company",
            reasons="The prices are protected by a duty of confidence in the contract. Rivals who knew them would bid just below each in May 2026",
            balance=RELEASE,
        )
    ],
    "4e": [
        ground(
            "reg 10(4)(e)",
            ES,
            reasons="The messages are between officers of the council about the options for the brook, and the choice is made in May 2026",
            balance=RELEASE,
        )
    ],
}

FAMILIES = {
    "foia_refusal": FOIA_WITHHELD,
    "foia_ncnd": FOIA_NCND,
    "eir_refusal": EIR_WITHHELD,
    "foisa_refusal": FOISA_WITHHELD,
    "foisa_ncnd": FOISA_NCND,
    "eisr_refusal": EISR_WITHHELD,
}
CASES = [(kind, name) for kind, family in FAMILIES.items() for name in family]


def with_decision(kind: str, decision: Decision, **changes: Any) -> NoticeRecord:
    record = read_record(example(kind), kind)
    asked = replace(
        record.questions[0], text="Please send me the papers about the survey of the bridge."
    )
    return replace(record, decisions=(decision,), questions=(asked,), **changes)


def of(kind: str, name: str) -> NoticeRecord:
    grounds = tuple(FAMILIES[kind][name])
    if kind.endswith("ncnd"):
        return with_decision(kind, NeitherConfirmNorDeny(("1",), grounds))
    what = "the papers described in your question"
    return with_decision(
        kind, Withheld(("1",), what, grounds, "No part could be released without the rest")
    )


def clean(record: NoticeRecord) -> None:
    assert check_record(record) == ()
    text = to_text(write_notice(record))
    bad = [
        f"{f.slug}: {f.message} [{f.excerpt}]"
        for f in audit_letter(read_letter(text), Case())
        if f.certainty is Certainty.SURE or f.severity >= Severity.HIGH
    ]
    assert bad == [], text


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_a_notice_on_this_ground_audits_clean(kind: str, name: str) -> None:
    clean(of(kind, name))


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_a_notice_on_this_ground_is_read_as_relying_on_it(kind: str, name: str) -> None:
    record = of(kind, name)
    relied = {use.cite for use in read_letter(to_text(write_notice(record))).relied()}
    for part in FAMILIES[kind][name]:
        assert any(cite.within(part.provision) or part.provision.within(cite) for cite in relied)


SEARCHES = "The highways team looked in its asset register and asked its manager, and found nothing"
HISTORY = (
    "It is the thirty-first request in five months about one parking ticket, which the court decided, and each "
    "answer was followed by more. It has no serious purpose and its effect is to harass two officers"
)
OTHERS: dict[str, tuple[str, Decision]] = {
    "advice to ask elsewhere": ("foia_not_held", Transfer(("1",), SEARCHES, "the county council (foi@county.example)")),
    "handed on": ("foia_not_held", Transfer(("1",), SEARCHES, "the county council (foi@county.example)", date(2026, 3, 20))),
    "repeated": ("foia_s14", Repeated(("1",), date(2026, 2, 10), "Nothing has changed since then, because the figures are made once a year")),
    "vexatious in Scotland": ("foisa_s12_s14", Vexatious(("1",), HISTORY)),
    "repeated in Scotland": ("foisa_s12_s14", Repeated(("1",), date(2026, 2, 10), "Nothing has changed since then, because the figures are made once a year")),
    "not held under the EIR": ("eir_refusal", NotHeld(("1",), "The rangers looked in the wildlife database and asked the county recorder, and nothing was found", "The county recorder may hold it", RELEASE)),
    "accessible in Scotland": ("foisa_refusal", Accessible(("1",), "It is at www.strathlarn.example/rents, free of charge")),
    "to be published in Scotland": ("foisa_refusal", FuturePublication(("1",), date(2026, 2, 2), "on 30 April 2026 on our website", "It is reasonable to wait, because the audit ends then", RELEASE)),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_a_notice_of_another_sort_audits_clean(name: str) -> None:
    kind, decision = OTHERS[name]
    clean(with_decision(kind, decision))


def test_a_day_that_has_moved_is_told_of_and_is_not_late() -> None:
    record = read_record(example("foia_refusal"), "r")
    clean(replace(record, sent=date(2026, 4, 13), clarified=date(2026, 3, 20)))
    clean(replace(record, sent=date(2026, 4, 20), extended_to=date(2026, 4, 28)))


def test_a_late_notice_says_so_and_nothing_else_is_found() -> None:
    record = read_record(example("foia_refusal"), "r")
    late = replace(record, sent=date(2026, 4, 20), late_because="The officer was ill for two weeks")
    text = to_text(write_notice(late))
    found = [f.slug for f in audit_letter(read_letter(text), Case()) if f.severity >= Severity.HIGH]
    assert "This reply is late, and we apologise." in text
    assert found == ["late-notice"]
