"""Any valid decision record gives a notice that audits clean: text, read again, no finding."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable import law
from answerable.audit import Case, audit_letter, check_record
from answerable.clock import due_date
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import example
from answerable.letters.writers import to_text
from answerable.model import Certainty, Cite, Regime, Severity
from answerable.model.decision import (
    Asked,
    AuthorityDetails,
    Balance,
    Decision,
    Ground,
    NeitherConfirmNorDeny,
    NotHeld,
    NoticeRecord,
    Supplied,
    Withheld,
)

KINDS = sorted(notice.kind for notice in law.notices())
TOWNS = ["Alderby", "Brackmouth", "Carrowdale", "Dunmere", "Eskholme", "Fenwold"]
THINGS = ["the market contract", "the leisure report", "the bridge survey", "the parking trial",
          "the library plan", "the school kitchens", "the swimming lessons"]  # fmt: skip
PEOPLE = ["residents", "parents", "traders", "drivers", "tenants", "visitors"]
SUMS = ["£2.1 million", "£45,000", "£310,000", "£9,400"]
MONTHS = ["May 2026", "September 2026", "November 2026", "January 2027"]
LAWFUL = Callable[[st.DrawFn], NoticeRecord]


def authority(draw: st.DrawFn, *, scottish: bool) -> AuthorityDetails:
    town = draw(st.sampled_from(TOWNS))
    kind = draw(st.sampled_from(["Council", "District Council"] if not scottish else ["Council"]))
    post = draw(
        st.sampled_from(["the Monitoring Officer", "the Head of Legal Services", "the Review Team"])
    )
    return AuthorityDetails(
        name=f"{town} {kind}",
        address=("Information Team", f"{draw(st.integers(1, 90))} Market Street", town),
        review_contact=f"{post} at the address above, or foi.review@{town.lower()}.example",
        kind="council",
    )


def dates(draw: st.DrawFn, regime: Regime) -> tuple[date, date]:
    received = draw(st.dates(date(2025, 1, 6), date(2026, 9, 30)))
    room = (due_date(received, regime) - received).days
    return received, received + timedelta(days=draw(st.integers(1, room)))


def questions(draw: st.DrawFn, most: int = 4) -> tuple[Asked, ...]:
    asks = [
        "How much did {} cost in each of the last two years?",
        "Please send me the report about {}.",
        "How many complaints about {} did you receive in 2025?",
        "Which companies worked on {}?",
        "When was {} last reviewed?",
    ]
    chosen = draw(st.lists(st.sampled_from(asks), min_size=1, max_size=most, unique=True))
    return tuple(
        Asked(str(n), ask.format(draw(st.sampled_from(THINGS)))) for n, ask in enumerate(chosen, 1)
    )


def balance_about_release(draw: st.DrawFn, thing: str) -> Balance:
    people, money, month = (draw(st.sampled_from(x)) for x in (PEOPLE, SUMS, MONTHS))
    other = draw(st.sampled_from(PEOPLE))
    for_ = draw(st.lists(st.sampled_from([
        f"{people.capitalize()} would see how {money} was spent on {thing}",
        f"Disclosure would let {other} judge for themselves whether {thing} was well run",
        f"{other.capitalize()} could take a better part in the debate on {thing} that ends in {month}",
    ]), min_size=1, max_size=3, unique=True))  # fmt: skip
    against = draw(st.lists(st.sampled_from([
        f"Fewer companies would bid for {thing} in {month}, and the price for {people} would rise",
        f"The council would pay more than {money} for {thing} when it is let again in {month}",
    ]), min_size=1, max_size=2, unique=True))  # fmt: skip
    weighing = draw(st.sampled_from([
        f"The total cost of {thing} is published and answers most of what {people} want to know, while "
        f"the details would do harm in the bidding of {month}",
        f"{people.capitalize()} can read the yearly accounts of {thing}. The details add little to that, and "
        f"their release before {month} would cost the same {people} money",
    ]))  # fmt: skip
    return Balance("disclosure", tuple(for_), tuple(against), weighing)


def commercial(draw: st.DrawFn, cite: Cite) -> Ground:
    thing = draw(st.sampled_from(THINGS))
    month = draw(st.sampled_from(MONTHS))
    whose = draw(
        st.sampled_from(["the company that won the contract", "the council", "the three bidders"])
    )
    scottish = cite.regime is Regime.FOISA
    likely = (
        "would"
        if cite.regime.environmental
        else draw(st.sampled_from(["would", "would be likely to"]))
    )
    ground = Ground(
        cite,
        reasons=(
            f"The prices show how a bid for {thing} is built up, and the work is let again in {month}. A rival "
            "who knew them could bid just below each of them"
        ),
        threshold=likely,  # type: ignore[arg-type]
        whose=whose,
        balance=balance_about_release(draw, thing),
    )
    return replace(ground, whose="the council and the bidders") if scottish else ground


def crime_unconfirmed(draw: st.DrawFn, cite: Cite, matter: Cite) -> Ground:
    place, other = draw(st.sampled_from(TOWNS)), draw(st.sampled_from(PEOPLE))
    reasons = draw(st.sampled_from([
        f"To say yes or no would tell a person who means to commit a crime in {place} whether anybody watches. A "
        "yes would send that person elsewhere, and a no would show where it is safe to begin",
        f"A yes would warn offenders in {place} to change what they do, and a no would tell them that they need not",
    ]))  # fmt: skip
    return Ground(
        cite,
        reasons=reasons,
        threshold=draw(st.sampled_from(["would", "would be likely to"])),
        matter=matter,
        balance=Balance(
            "confirmation",
            (
                f"Confirming or denying would tell {other} in {place} whether money is spent on this work",
            ),
            (
                f"Confirming or denying would tell offenders in {place} where they are watched and where not",
            ),
            f"{other.capitalize()} can read the published policy on such work, and would learn little more from "
            "a yes or a no, while offenders would learn what they need",
        ),
    )


def decide(draw: st.DrawFn, kind: str, regime: Regime, number: str) -> Decision:
    """A decision of the main sort for a kind, from parts."""
    thing = draw(st.sampled_from(THINGS))
    if kind == "foia_ncnd":
        return NeitherConfirmNorDeny((number,), (crime_unconfirmed(
            draw, Cite(regime, "31", ("3",)), Cite(regime, "31", ("1", draw(st.sampled_from("ab"))))),))  # fmt: skip
    if kind in ("foia_refusal", "foisa_refusal", "eir_refusal"):
        cite = {
            Regime.FOIA: Cite(regime, "43", ("2",)),
            Regime.FOISA: Cite(regime, "33", ("1", "b")),
            Regime.EIR: Cite(regime, "12", ("5", "e")),
        }[regime]
        return Withheld((number,), f"the unit prices in the bids for {thing}", (commercial(draw, cite),),
                        severance="The total price is published, and no other part would be safe to release")  # fmt: skip
    if kind in ("foia_not_held", "foisa_not_held"):
        return NotHeld(
            (number,),
            f"On {draw(st.integers(1, 28))} March 2026 the team for {thing} looked in the shared folder and the "
            "contract register, with its name as the search word, and asked the manager. Nothing was found",
            "The county council may hold it; its address is foi@county.example",
        )
    amount = draw(st.integers(3, 900))
    return Supplied((number,), f"There were {amount} of them in 2025 for {thing}")


def parts(
    draw: st.DrawFn, kind: str, regime: Regime
) -> tuple[tuple[Asked, ...], tuple[Decision, ...]]:
    asked = questions(draw)
    return asked, tuple(decide(draw, kind, regime, question.number) for question in asked)


BUILT = ("foia_full_disclosure", "foia_ncnd", "foia_refusal", "foisa_refusal", "eir_refusal",
         "foia_not_held", "foisa_not_held")  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> NoticeRecord:
    """A valid record of any kind: built from parts, or an example with other particulars."""
    kind = draw(st.sampled_from(KINDS))
    made = read_record(example(kind), kind)
    made = replace(
        made,
        authority=authority(draw, scottish=made.regime.scottish),
        reference=f"{draw(st.sampled_from(['FOI', 'IR', 'REQ']))}-{draw(st.integers(1000, 99999))}",
        signed=draw(
            st.sampled_from(["Information Governance Officer", "Head of Information", "FOI Team"])
        ),
    )
    if kind not in BUILT:
        return made
    received, sent = dates(draw, made.regime)
    asked, decided = parts(draw, kind, made.regime)
    return replace(made, received=received, sent=sent, questions=asked, decisions=decided)


def clean(record: NoticeRecord) -> None:
    assert check_record(record) == ()
    text = to_text(write_notice(record))
    found = audit_letter(read_letter(text), Case(received=record.received, sent=record.sent))
    bad = [
        f"{f.slug}: {f.message} [{f.excerpt}]"
        for f in found
        if f.certainty is Certainty.SURE or f.severity >= Severity.HIGH
    ]
    assert bad == [], f"{record.kind}\n{text}"


QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=80, deadline=None, suppress_health_check=QUIET)
@given(records())
def test_any_valid_record_gives_a_clean_notice(record: NoticeRecord) -> None:
    clean(record)


@pytest.mark.slow
@settings(max_examples=800, deadline=None, suppress_health_check=QUIET)
@given(records())
def test_eight_hundred_valid_records_give_clean_notices(record: NoticeRecord) -> None:
    clean(record)
