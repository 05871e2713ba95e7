"""The cost estimate: only lawful work, the law's figures, the sum shown, like requests together."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client

from answerable.audit import audit_letter, check_record
from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url
from answerable.desk.triage.actions import save_estimate
from answerable.desk.triage.actions.estimate import Wanted, estimate_words, sum_of
from answerable.desk.triage.cost import Work, rules_for
from answerable.desk.triage.letters import letter
from answerable.desk.triage.models import Estimate
from answerable.desk.triage.related import related
from answerable.letters import read_letter
from answerable.model import Regime, UnusableInputError
from answerable.model.decision import CostLimit

Ask = Callable[..., Case]
FILES = Work("retrieving", "paper files on planning enforcement", 1200, Decimal(2))


def test_the_limit_follows_the_kind_of_authority() -> None:
    assert (
        rules_for(Regime.FOIA, central=True).pounds,
        rules_for(Regime.FOIA, central=False).pounds,
    ) == (600, 450)
    assert rules_for(Regime.FOISA, central=False).pounds == 600


def test_over_the_limit(case: Case, officer: User) -> None:
    total = sum_of(save_estimate(case, Wanted((FILES,)), by=officer))
    assert (total.hours, total.pounds, total.over) == (40, 1000, True)
    assert "160 quarters of an hour" in total.workings
    assert "£6.25" in total.workings


def test_exactly_at_the_limit_is_within_it(case: Case, officer: User) -> None:
    at = Work("locating", "boxes", 18, Decimal(60))
    total = sum_of(save_estimate(case, Wanted((at,)), by=officer))
    assert (total.hours, total.pounds, total.over) == (18, 450, False)


def test_one_minute_more_is_over_it(case: Case, officer: User) -> None:
    works = (Work("locating", "boxes", 18, Decimal(60)), Work("locating", "box", 1, Decimal(1)))
    assert sum_of(save_estimate(case, Wanted(works), by=officer)).over


def test_the_words_give_a_notice_that_the_audit_passes(case: Case, officer: User) -> None:
    save_estimate(case, Wanted((FILES,)), by=officer)
    words, hours = estimate_words(case)
    assert hours == 40.0
    decision = CostLimit(("1", "2"), words, hours, "If you asked for 2025 only, we could answer")
    text = letter(case, decision, "foia_s12", list(case.questions.all()))
    found = {each.slug for each in audit_letter(read_letter(text, regime=Regime.FOIA))}
    assert not {slug for slug in found if slug.startswith("s12")}


def test_without_an_estimate_there_are_no_words(case: Case) -> None:
    assert estimate_words(case) == ("", 0.0)


@pytest.mark.parametrize("activity", ["redaction", "considering exemptions", "consulting", "tea"])
def test_work_that_may_not_be_counted_is_refused_with_the_reason(
    activity: str, case: Case, officer: User
) -> None:
    with pytest.raises(UnusableInputError, match="may not be counted"):
        save_estimate(case, Wanted((Work(activity, "files", 9, Decimal(9)),)), by=officer)
    assert not Estimate.objects.exists()


@pytest.mark.parametrize(
    "what", ["files from which names are redacted", "files checked for exemptions"]
)
def test_it_does_not_pass_under_another_name(what: str, case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="work that may not be counted"):
        save_estimate(case, Wanted((Work("extracting", what, 9, Decimal(9)),)), by=officer)


def test_what_is_counted_in_scotland_is_another_list(
    scottish: Authority, asked: Ask, officer: User
) -> None:
    case = asked("How many teachers work in your schools?")
    with pytest.raises(UnusableInputError, match="may not be counted"):
        save_estimate(
            case, Wanted((Work("determining whether held", "boxes", 9, Decimal(9)),)), by=officer
        )
    save_estimate(
        case,
        Wanted((Work("providing", "boxes", 300, Decimal(9)),), rate=Decimal("12.50")),
        by=officer,
    )
    assert estimate_words(case)[0].endswith("45 hours, or £562.50 at £12.5 an hour")


def test_no_hour_costs_more_than_the_law_says(
    scottish: Authority, asked: Ask, officer: User
) -> None:
    case = asked("How many teachers work in your schools?")
    wanted = Wanted((Work("providing", "boxes", 9, Decimal(9)),), rate=Decimal(20))
    with pytest.raises(UnusableInputError, match="£15 at most"):
        save_estimate(case, wanted, by=officer)


def test_under_the_regulations_there_is_no_limit(asked: Ask, officer: User) -> None:
    case = asked("What emissions did the incinerator have in 2025?")
    with pytest.raises(UnusableInputError, match="manifestly unreasonable"):
        save_estimate(case, Wanted((FILES,)), by=officer)


def test_the_page_says_so_instead(asked: Ask, officer: User, as_: Callable[[User], Client]) -> None:
    case = asked("What emissions did the incinerator have in 2025?")
    page = as_(officer).get(f"/desk/cases/{case.reference}/estimate").content.decode()
    assert "There is no cost limit" in page
    assert "12(4)(b)" in page


def test_like_requests_of_one_person_in_the_window_are_taken_together(
    case: Case, asked: Ask, officer: User
) -> None:
    earlier = asked("How many fines in 2024?", on=date(2026, 10, 5))
    save_estimate(earlier, Wanted((Work("locating", "boxes", 10, Decimal(60)),)), by=officer)
    mine = Work("locating", "boxes", 10, Decimal(60))
    alone = save_estimate(case, Wanted((mine,)), by=officer)
    assert not sum_of(alone).over
    both = save_estimate(case, Wanted((mine,), together_with=(earlier.reference,)), by=officer)
    assert (sum_of(both).hours, sum_of(both).over) == (20, True)
    assert earlier.reference in estimate_words(case)[0]


def test_others_and_those_outside_the_window_are_not(case: Case, asked: Ask, officer: User) -> None:
    asked("How many fines in 2024?", on=date(2026, 7, 1))
    asked("How many fines in 2024?", on=date(2026, 10, 5), email="other@example.org")
    assert related(case, officer) == []


def test_a_case_that_may_not_be_taken_together_is_refused(
    case: Case, asked: Ask, officer: User
) -> None:
    other = asked("How many fines in 2024?", email="other@example.org")
    with pytest.raises(UnusableInputError, match="may not be taken together"):
        save_estimate(case, Wanted((FILES,), together_with=(other.reference,)), by=officer)


def test_where_a_class_governs_nothing_is_estimated(governed: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="class of the register governs"):
        save_estimate(governed, Wanted((FILES,)), by=officer)


def test_the_page_keeps_lines_and_shows_the_result(
    case: Case, officer: User, as_: Callable[[User], Client]
) -> None:
    url, browser = f"/desk/cases/{case.reference}/estimate", as_(officer)
    data = {"line-TOTAL_FORMS": "5", "line-INITIAL_FORMS": "0", "advice": ""}
    data |= {f"line-{n}-activity": "locating" for n in range(5)}
    data |= {"line-0-what": "boxes", "line-0-number": "40", "line-0-minutes": "60"}
    assert browser.post(url, data).status_code == 302
    page = browser.get(url).content.decode()
    assert "Over the limit" in page
    assert "how the request could be narrowed" in page


def test_the_record_of_a_refusal_within_the_limit_is_found_wanting(
    case: Case, officer: User
) -> None:
    from answerable.desk.authority.models import the_authority
    from answerable.model.decision import Asked, NoticeRecord

    save_estimate(case, Wanted((Work("locating", "boxes", 1, Decimal(60)),)), by=officer)
    words, hours = estimate_words(case)
    record = NoticeRecord(
        "foia_s12",
        Regime.FOIA,
        the_authority().details,
        case.reference,
        case.received_on,
        case.received_on,
        (Asked("1", "How many?"),),
        (CostLimit(("1",), words, hours, "Ask for less"),),
        "Officer",
    )
    assert "s12-arith" in {finding.slug for finding in check_record(record)}


def test_a_governed_case_has_no_words_of_cost(case: Case, returnees: object, officer: User) -> None:
    save_estimate(case, Wanted((FILES,)), by=officer)
    case.ncnd_class = returnees  # type: ignore[assignment]
    assert estimate_words(case) == ("", 0.0)


def test_over_the_limit_the_page_leads_to_the_decision_with_hours_and_advice_filled_in(
    case: Case, officer: User, as_: Callable[[User], Client]
) -> None:
    Case.objects.filter(pk=case.pk).update(state="open")
    save_estimate(case, Wanted((FILES,), advice="Ask for 2025 only."), by=officer)
    browser = as_(officer)
    page = browser.get(staff_url("triage_estimate", case.reference)).content.decode()
    (link,) = re.findall(r'href="([^"]+kind=cost_limit[^"]+)"', page)
    form = browser.get(unescape(link)).content.decode()
    assert "Ask for 2025 only." in form
    assert 'value="40.0"' in form


def test_within_the_limit_it_does_not(
    case: Case, officer: User, as_: Callable[[User], Client]
) -> None:
    Case.objects.filter(pk=case.pk).update(state="open")
    save_estimate(case, Wanted((Work("locating", "box", 1, Decimal(1)),)), by=officer)
    page = as_(officer).get(staff_url("triage_estimate", case.reference)).content.decode()
    assert "kind=cost_limit" not in page
