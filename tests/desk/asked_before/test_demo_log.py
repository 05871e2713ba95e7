"""The made-up log of other bodies: one request of the demonstration is a round robin."""

from collections.abc import Callable

from answerable.desk.asked_before.demo import ASKED, seed_log
from answerable.desk.asked_before.mosaic.said import answers_to
from answerable.desk.asked_before.others import others
from answerable.desk.cases.models import Case
from answerable.desk.demo.asked import requests
from answerable.desk.people.models import User


def test_one_request_of_the_demonstration_asks_the_same() -> None:
    assert [each.ask for each in requests() if ASKED in each.ask] == [(ASKED,)]


def test_its_answers_are_of_every_kind_and_one_is_not_plain(
    asks: Callable[..., Case], officer: User
) -> None:
    made = seed_log(officer)
    assert (made.rows, made.left_out_count) == (8, 1)
    case = asks(ASKED)
    [question] = case.questions.all()
    said = answers_to(question, others(case, officer), several=False)
    assert [each.answer for each in said] == ["none", "<5", "6", "refused", "ncnd", "silent", ""]
