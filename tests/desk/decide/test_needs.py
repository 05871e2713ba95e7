"""Every limb of the law can be chosen, and asks exactly what the law and the audit want of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.desk.decide.conftest import limb_of

from answerable import law
from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.decide.actions import give_opinion, save_draft
from answerable.desk.decide.actions.opinion import Given, ask_opinion
from answerable.desk.decide.beside import beside
from answerable.desk.decide.forms import DecisionForm
from answerable.desk.decide.gaps import gaps
from answerable.desk.decide.kinds import choices, kind, kind_of, kinds
from answerable.desk.decide.limbs import find, limb, limbs
from answerable.desk.decide.needs import BALANCE, needs
from answerable.desk.people.models import User
from answerable.model import Regime

EVERY = [row.id for row in law.provisions()]
GROUNDS = [id_ for id_ in EVERY if (k := kind_of(limb(id_))) is not None and k.slug == "withheld"]
SILENT = [
    each.id
    for regime in Regime
    for each in choices(regime, kind("neither_confirm_nor_deny"))  # type: ignore[arg-type]
]


def filled(form: DecisionForm) -> dict[str, str]:
    """Something sensible in every field of a form."""
    return {name: _answer(name, field) for name, field in form.fields.items()} | {
        "g0-in_the_alternative": ""
    }


def _answer(name: str, field: Any) -> str:
    if getattr(field, "choices", None):
        return str(field.choices[0][0])
    if "decided" in name or "earlier" in name or "handed_on" in name:
        return "2026-01-05"
    return "40" if name == "hours" else "" if name == "table" else f"Words for {name} that say why"


@pytest.mark.parametrize("id_", EVERY)
def test_every_limb_of_the_law_leads_to_a_page_that_asks_its_fields(
    id_: str, under: Callable[[Regime], Case], officer: User, as_: Callable[[User], Client]
) -> None:
    chosen = limb(id_)
    case, leads = under(chosen.cite.regime), kind_of(chosen)
    question = case.questions.first()
    assert question is not None
    if leads is None:
        assert "clarif" in chosen.title.lower() or "fee" in chosen.title.lower()
        return
    assert leads in kinds(case.law)
    ask = {"q": question.public_id, "kind": leads.slug}
    if leads.slug == "withheld":
        ask["limb"] = id_
    page = as_(officer).get(f"/desk/cases/{case.reference}/decide", ask)
    assert page.status_code == 200
    if leads.slug == "withheld":
        for field in needs(chosen, confirming=False).fields:
            assert f'name="g0-{field.name}"' in page.content.decode()
        assert "The law beside it" in page.content.decode()


@pytest.mark.parametrize("id_", GROUNDS)
def test_a_ground_to_withhold_with_all_its_fields_filled_lacks_nothing(
    id_: str, under: Callable[[Regime], Case], officer: User, qualified_person: User
) -> None:
    chosen = limb(id_)
    case = under(chosen.cite.regime)
    if chosen.cite.number == "35" and chosen.cite.regime is Regime.FOIA:
        Authority.objects.update(kind="central")
    _lacks_nothing(case, "withheld", id_, officer, qualified_person)


@pytest.mark.parametrize("id_", SILENT)
def test_a_ground_to_neither_confirm_nor_deny_with_all_its_fields_filled_lacks_nothing(
    id_: str, under: Callable[[Regime], Case], officer: User, qualified_person: User
) -> None:
    chosen = limb(id_)
    case = under(chosen.cite.regime)
    if chosen.cite.number == "35" and chosen.cite.regime is Regime.FOIA:
        Authority.objects.update(kind="central")
    _lacks_nothing(case, "neither_confirm_nor_deny", id_, officer, qualified_person)


def _lacks_nothing(case: Case, slug: str, id_: str, officer: User, person: User) -> None:
    what = kind(slug)
    assert what is not None
    empty = DecisionForm(case.law, what, (limb(id_),))
    form = DecisionForm(case.law, what, (limb(id_),), filled(empty))
    assert form.is_valid(), form.errors
    draft = save_draft(case, list(case.questions.all()), what, [limb(id_)], form.body(), by=officer)
    if needs(limb(id_), confirming=False).opinion:
        opinion = ask_opinion(draft, "Would it?", by=officer)
        given = Given(True, [str(limb(id_).cite)], "would", "It would, because of this")
        give_opinion(opinion, given, by=person)
    assert [(gap.field, gap.words) for gap in gaps(draft)] == []


@pytest.mark.parametrize("id_", GROUNDS)
def test_each_required_field_left_empty_is_missed_by_its_own_name(
    id_: str, under: Callable[[Regime], Case], officer: User
) -> None:
    case = under(limb(id_).cite.regime)
    what = kind("withheld")
    assert what is not None
    form = DecisionForm(case.law, what, (limb(id_),), {"what": ""})
    assert form.is_valid()
    draft = save_draft(case, list(case.questions.all()), what, [limb(id_)], form.body(), by=officer)
    missed = " ".join(gap.field for gap in gaps(draft))
    need = needs(limb(id_), confirming=False)
    for field in (*need.fields, *(BALANCE if need.balance == "asked" else ())):
        assert field.label.lower() in missed.lower()
    assert "What is withheld" in missed


@pytest.mark.parametrize("id_", [*GROUNDS])
def test_the_law_beside_it_shows_only_sources_that_may_be_shown(id_: str) -> None:
    page = beside(limb(id_), confirming=False)
    assert page.test
    assert page.link.startswith("https://www.legislation.gov.uk/")
    shown = [*page.sources, *(c.url for c in page.cases)]
    shown += [view.source for point in page.contested for view in point.views if view.source]
    assert all(law.is_shown(url) for url in shown)


def names(cite: str, *, confirming: bool = False) -> set[str]:
    return {field.name for field in needs(limb_of(cite), confirming=confirming).fields}


@pytest.mark.parametrize(
    ("cite", "asked"),
    [
        ("FOIA s.43(2)", {"threshold", "whose", "reasons"}),
        ("FOIA s.41(1)", {"obtained_from", "reasons"}),
        ("FOIA s.44(1)(a)", {"enactment", "reasons"}),
        ("FOIA s.40(2)", {"legitimate_interests", "reasons"}),
        ("FOIA s.31(1)(g)", {"threshold", "purpose", "reasons"}),
        ("FOIA s.31(1)(a)", {"threshold", "reasons"}),
        ("FOIA s.42(1)", {"reasons"}),
        ("FOIA s.24(1)", {"reasons"}),
        ("FOIA s.38(1)(b)", {"threshold", "reasons"}),
        ("EIR reg.12(4)(d)", {"completing", "reasons"}),
        ("EIR reg.12(5)(e)", {"whose", "reasons"}),
        ("EIR reg.12(4)(e)", {"reasons"}),
        ("FOISA s.33(1)(b)", {"threshold", "whose", "reasons"}),
        ("FOISA s.36(2)", {"obtained_from", "reasons"}),
        ("FOISA s.26(a)", {"enactment", "reasons"}),
    ],
)
def test_a_limb_asks_what_it_needs_and_no_more(cite: str, asked: set[str]) -> None:
    assert names(cite) == asked


@pytest.mark.parametrize(
    ("cite", "balance"),
    [
        ("FOIA s.43(2)", "asked"),
        ("FOIA s.41(1)", ""),
        ("FOIA s.23(1)", ""),
        ("FOIA s.37(1)(a)", ""),
        ("FOIA s.37(1)(ac)", "asked"),
        ("EIR reg.12(4)(e)", "asked"),
        ("FOISA s.38(1)(b)", "optional"),
    ],
)
def test_only_qualified_limbs_ask_for_a_balance(cite: str, balance: str) -> None:
    assert needs(limb_of(cite), confirming=False).balance == balance


@pytest.mark.parametrize(
    ("cite", "matter", "provision", "balance"),
    [
        ("FOIA s.31(1)(a)", "FOIA s.31(1)(a)", "FOIA s.31(3)", "asked"),
        ("FOIA s.24(1)", None, "FOIA s.24(2)", "asked"),
        ("FOIA s.23(1)", None, "FOIA s.23(5)", ""),
        ("FOISA s.35(1)(a)", "FOISA s.35(1)(a)", "FOISA s.18(1)", "asked"),
        ("EIR reg.12(5)(a)", "EIR reg.12(5)(a)", "EIR reg.12(6)", "asked"),
        ("FOIA s.40(1)", None, "FOIA s.40(5A)", "optional"),
    ],
)
def test_to_neither_confirm_nor_deny_the_limb_and_its_matter_follow_from_the_harm(
    cite: str, matter: str | None, provision: str, balance: str
) -> None:
    found = needs(limb_of(cite), confirming=True)
    assert (str(found.matter) if found.matter else None) == matter
    assert str(found.provisions[0]) == provision
    assert found.balance == balance
    assert found.subject == "confirmation"


def test_no_field_asks_whether_anything_is_held() -> None:
    what = kind("neither_confirm_nor_deny")
    assert what is not None
    for id_ in SILENT:
        form = DecisionForm(limb(id_).cite.regime, what, (limb(id_),))
        assert not [name for name in form.fields if "held" in name or "search" in name]


def test_environmental_harm_leaves_no_choice_of_likelihood() -> None:
    found = needs(limb_of("EIR reg.12(5)(e)"), confirming=False)
    assert found.fixed == "would"
    assert not any(field.name == "threshold" for field in found.fields)


@pytest.mark.parametrize(
    ("words", "regime", "first"),
    [
        ("crime would be made easier", Regime.FOIA, "FOIA s.31(1)(a)"),
        ("crime would be made easier", Regime.FOISA, "FOISA s.35(1)(a)"),
        ("prices of our supplier", Regime.FOIA, "FOIA s.43(2)"),
        ("prices of our supplier", Regime.EIR, "EIR reg.12(5)(e)"),
        ("what our solicitor said", Regime.FOIA, "FOIA s.42(1)"),
        ("names of staff", Regime.FOIA, "FOIA s.40(2)"),
        ("emails between our own staff", Regime.EIR, "EIR reg.12(4)(e)"),
        ("an unfinished draft", Regime.EISR, "EISR reg.10(4)(d)"),
        ("nests of rare birds", Regime.EIR, "EIR reg.12(5)(g)"),
        ("terrorist attack", Regime.FOIA, "FOIA s.24(1)"),
        ("it costs too much", Regime.FOIA, "FOIA s.12(1)"),
        ("s.43(2)", Regime.FOIA, "FOIA s.43(2)"),
        ("regulation 12(5)(b)", Regime.EIR, "EIR reg.12(5)(b)"),
    ],
)
def test_words_lead_to_the_limb(words: str, regime: Regime, first: str) -> None:
    assert str(find(words, limbs(regime))[0].cite) == first


@pytest.mark.parametrize("words", ["zzzz", "12(5)(e)", "the and of", "'; DROP TABLE", "%" * 500])
def test_words_that_mean_nothing_lead_nowhere(words: str) -> None:
    assert find(words, limbs(Regime.FOIA)) == ()


def test_without_words_every_limb_is_there() -> None:
    assert find("  ", limbs(Regime.FOIA)) == limbs(Regime.FOIA)


@pytest.mark.parametrize("regime", [Regime.EIR, Regime.EISR])
def test_environmental_law_has_no_cost_limit_nor_section_21(regime: Regime) -> None:
    slugs = {each.slug for each in kinds(regime)}
    assert not slugs & {"cost_limit", "accessible", "future_publication", "vexatious", "repeated"}
    assert {"supplied", "part", "withheld", "not_held", "neither_confirm_nor_deny"} <= slugs


@pytest.mark.parametrize("regime", [Regime.FOIA, Regime.FOISA])
def test_the_acts_have_every_kind(regime: Regime) -> None:
    assert len(kinds(regime)) == 11


def test_only_foia_says_that_finding_out_alone_costs_too_much() -> None:
    what = kind("cost_limit")
    assert what is not None
    assert "only_to_find_out" in DecisionForm(Regime.FOIA, what, ()).fields
    assert "only_to_find_out" not in DecisionForm(Regime.FOISA, what, ()).fields


@pytest.mark.parametrize(
    ("cite", "confirming", "standing"),
    [
        ("FOIA s.40(1)", False, "absolute"),
        ("FOIA s.40(1)", True, "contested"),
        ("FOIA s.43(2)", False, "qualified"),
        ("FOIA s.23(1)", True, "absolute"),
        ("EIR reg.12(5)(a)", True, "qualified"),
        ("FOIA s.37(1)(a)", False, "absolute"),
    ],
)
def test_a_limb_is_marked_absolute_qualified_or_contested_for_what_it_is_used_for(
    cite: str, confirming: bool, standing: str
) -> None:
    assert limb_of(cite).standing(confirming=confirming) == standing


def test_the_list_of_limbs_marks_what_sources_differ_on(
    open_case: Case, officer: User, as_: Callable[[User], Client]
) -> None:
    question = open_case.questions.first()
    assert question is not None
    address, browser = f"/desk/cases/{open_case.reference}/decide", as_(officer)
    ask = {"q": question.public_id, "words": "s.40(1)"}
    silent = browser.get(address, {**ask, "kind": "neither_confirm_nor_deny"}).content.decode()
    withheld = browser.get(address, {**ask, "kind": "withheld"}).content.decode()
    assert "contested" in silent.partition("<main")[2]
    assert "contested" not in withheld.partition("<main")[2]
