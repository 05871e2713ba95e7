"""The made-up authority: every state, through real actions, in an order that could have been."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.demo.asked import SEED_TITLE, requests, seed
from answerable.desk.demo.make import make
from answerable.desk.demo.older import REASON
from answerable.desk.demo.run import prepare, sign_ins
from answerable.desk.demo.stories import STORIES
from answerable.desk.demo.world import PARTS
from answerable.desk.events.models import Event
from answerable.desk.events.verify import broken_at
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.people.roles import roles
from answerable.desk.publish.models import Publication
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.tables.models import MosaicEvidence, TableRelease
from answerable.desk.tasks.models import Task
from answerable.desk.today import as_if, now, today
from answerable.model import UnusableInputError

PASSWORD = "meadow-maple-apple-paper"


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """The demonstration, made once for this file and put away afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make(PASSWORD)
        transaction.set_rollback(True)


def test_there_are_about_sixty_cases(made: int) -> None:
    assert 55 <= Case.objects.exclude(received_reason=REASON).count() <= 70
    assert Case.objects.count() == made


def test_every_state_is_there(made: int) -> None:
    assert set(Case.objects.values_list("state", flat=True)) == {state.value for state in State}


def test_every_role_is_held_and_everybody_has_the_password(made: int) -> None:
    assert {part.role for part in PARTS} == {role.id for role in roles()}
    for part in PARTS:
        assert User.objects.get(email=part.email).role_ids == {part.role}
    assert User.objects.first().check_password(PASSWORD)  # type: ignore[union-attr]


def test_the_seed_request_waits_to_be_answered_under_its_class(made: int) -> None:
    case = Case.objects.get(title=SEED_TITLE)
    assert case.state == State.OPEN
    assert case.ncnd_class == NcndClass.objects.in_force(today()).get()
    assert case.questions.count() == 5
    assert not case.decisions.exists()


def test_nobody_was_asked_to_search_for_the_seed_request(made: int) -> None:
    assert Task.objects.exists()
    assert not Task.objects.filter(case__title=SEED_TITLE).exists()


def test_the_chain_of_events_holds_and_its_times_go_forward(made: int) -> None:
    assert broken_at() is None
    times = list(Event.objects.order_by("seq").values_list("at", flat=True))
    assert times == sorted(times)
    assert times[-1] <= now()


def test_the_past_lies_within_the_last_weeks(made: int) -> None:
    own = Case.objects.exclude(received_reason=REASON)
    first = own.order_by("received_on").values_list("received_on", flat=True)[0]
    assert today() - timedelta(days=90) < first < today() - timedelta(days=70)


def test_some_are_late_and_some_are_in_time(made: int) -> None:
    owed = Case.objects.running()
    assert owed.filter(due_on__lt=today()).exists()
    assert owed.filter(due_on__gte=today()).exists()


def test_the_log_has_entries_that_say_nothing_of_who_asked(made: int) -> None:
    entries = list(Publication.objects.visible_to(None).select_related("case"))
    assert len(entries) >= 12
    for entry in entries:
        assert entry.case.applicant_name not in f"{entry.request} {entry.answer}"


def test_the_log_reaches_back_beyond_the_program_and_over_several_years(made: int) -> None:
    older = Publication.objects.visible_to(None).filter(case__received_reason=REASON)
    assert older.count() >= 6
    assert len(set(older.values_list("published_on__year", flat=True))) >= 2
    for entry in older.select_related("case"):
        assert (entry.case.state, entry.case.outcome) == (State.CLOSED, entry.outcome)
        assert entry.answered_on == entry.case.sent_on


def test_one_request_for_counts_has_its_table_and_the_class_its_picture(made: int) -> None:
    release = TableRelease.objects.get()
    assert release.case.state == State.OPEN
    assert release.state == "accepted"
    assert MosaicEvidence.objects.get().ncnd_class == NcndClass.objects.in_force(today()).get()


def test_what_was_answered_went_on_the_day_it_is_said_to_have_gone(made: int) -> None:
    for case in Case.objects.filter(state=State.CLOSED).exclude(received_reason=REASON):
        assert case.sent_on is not None
        mail = OutgoingMail.objects.get(case=case, kind="answer")
        assert mail.sent_at is not None
        assert mail.sent_at.date() == case.sent_on


def test_every_address_is_one_that_cannot_exist(made: int) -> None:
    addresses = [*Case.objects.values_list("applicant_email", flat=True)]
    addresses += User.objects.values_list("email", flat=True)
    addresses += OutgoingMail.objects.values_list("to", flat=True)
    assert all(each.endswith(".example") for each in addresses)


def test_every_request_has_a_story_and_an_answer_for_each_question_that_is_answered() -> None:
    for asked in requests():
        assert asked.story in STORIES
        if "decide" in {act.__name__ for _, act in STORIES[asked.story]}:
            assert len(asked.answer) == len(asked.ask), asked.title


def test_the_seed_request_is_word_for_word_that_of_the_letter() -> None:
    assert seed().words.startswith("There has been a number of articles")
    assert "under 16 in total numbers." in seed().words
    assert "Council" not in seed().words


@pytest.mark.django_db
def test_a_folder_with_a_real_site_is_left_alone(authority: Authority, tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="real site"):
        prepare(tmp_path, lambda words: None)
    assert not (tmp_path / "demo-password").exists()
    assert not Case.objects.exists()


@pytest.mark.django_db
def test_what_was_made_is_used_again(authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "demo-password").write_text("one-two-three-four")
    assert prepare(tmp_path, lambda words: None) == "one-two-three-four"
    assert not Case.objects.exists()


def test_the_sign_ins_name_everybody_the_address_and_the_password() -> None:
    said = sign_ins("http://127.0.0.1:8000", PASSWORD)
    assert all(part.email in said for part in PARTS)
    assert "http://127.0.0.1:8000/desk/" in said
    assert PASSWORD in said


def test_a_real_site_has_no_past_but_its_own(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(RuntimeError, match="demonstration"), as_if(now() - timedelta(days=9)):
        pass


def test_after_an_earlier_moment_it_is_now_again() -> None:
    earlier = now() - timedelta(days=30)
    with as_if(earlier):
        assert (now(), today()) == (earlier, earlier.date())
    assert now() > earlier
