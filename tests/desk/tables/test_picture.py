"""The national picture: evidence for a class, in which nothing rests on our own number."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.demo import seed_picture
from answerable.desk.tables.models import MosaicEvidence
from answerable.desk.tables.picture import MOST_BODIES, Asked, draw
from answerable.model import UnusableInputError

As = Callable[[User], Client]
OTHERS = "body,answer\n" + "\n".join(
    f"Council {n},{'none' if n < 5 else '<5' if n < 8 else 'ncnd'}" for n in range(40)
)
ASKED = Asked(OTHERS, "Northmere Borough Council", "0..350", "", "<5=1..4")


def test_every_answer_that_we_could_give_is_shown() -> None:
    drawn = draw(ASKED)
    assert [each["answer"] for each in drawn["options"]] == ["none", "<5", "1", "5", "ncnd"]
    assert len(drawn["rows"]) == 6
    assert all(sum(n for _, n in row["dots"]) == 40 for row in drawn["rows"])


def test_the_two_sentences_are_there() -> None:
    drawn = draw(replace(ASKED, total="350", share="1"))
    assert "8 answered openly and 32 neither confirmed nor denied" in drawn["use"]
    assert "it does not show that anybody could be identified" in drawn["not"]


@pytest.mark.parametrize("answer", ["7", "none", "<5", "0"])
def test_an_answer_of_ours_is_not_taken(answer: str) -> None:
    with pytest.raises(UnusableInputError, match="Leave our own answer out"):
        draw(replace(ASKED, answers=f"{OTHERS}\nnorthmere borough council,{answer}"))


@pytest.mark.parametrize("answer", ["", "silent", "ncnd"])
def test_a_line_of_ours_that_says_nothing_changes_nothing(answer: str) -> None:
    asked = replace(ASKED, answers=f"{OTHERS}\nNorthmere Borough Council,{answer}")
    assert draw(asked)["options"] == draw(ASKED)["options"]


def test_an_earlier_number_of_ours_is_not_taken() -> None:
    lines = OTHERS.splitlines()
    wide = [f"{lines[0]},past", *(f"{each}," for each in lines[1:])]
    with pytest.raises(UnusableInputError, match="Leave our own answer out"):
        draw(replace(ASKED, answers="\n".join([*wide, "Northmere Borough Council,ncnd,3"])))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"answers": ""}, "Paste the answers"),
        ({"answers": "{}"}, "must name the columns"),
        ({"answers": "name,said\nA,1"}, "must name the columns"),
        ({"answers": 'body,answer\n"A,1'}, "no table"),
        ({"answers": "body,answer\nA,perhaps"}, "not an answer"),
        ({"answers": "body,answer\nA,<9"}, "not declared"),
        ({"us": " "}, "our name"),
        ({"total": "9999"}, "up to 2,000"),
        ({"total": "many"}, "total"),
        ({"share": "2"}, "between 0 and 1"),
        ({"markers": "<5"}, "range"),
        ({"answers": "body,answer\n" + "\n".join(f"B{n},1" for n in range(MOST_BODIES))}, "Up to"),
        ({"answers": "x" * 300_000}, "200 kB"),
    ],
)
def test_bad_input_gets_one_sentence(change: dict[str, str], says: str) -> None:
    with pytest.raises(UnusableInputError, match=says):
        draw(replace(ASKED, **change))


def test_a_total_that_cannot_be_is_said(returnees: NcndClass, officer: User, as_: As) -> None:
    asked = Asked("body,answer\nA,9\nB,9", "Us", total="10")
    made = actions.add_picture(returnees, asked, by=officer, title="T")
    assert made.result["contradiction"]
    page = as_(officer).get(f"/desk/pictures/{made.public_id}").content.decode()
    assert "Warning" in page


def test_it_is_kept_with_the_class_and_drawn(returnees: NcndClass, officer: User, as_: As) -> None:
    made = seed_picture(returnees, officer)
    page = as_(officer).get(f"/desk/pictures/{made.public_id}").content.decode()
    assert page.count("<circle") >= 12
    assert page.count("<path d=") == 6
    assert "What an officer can use" in page
    assert "What it does not support" in page
    assert (
        made.title
        in as_(officer).get(f"/desk/ncnd/{returnees.public_id}/pictures").content.decode()
    )


def test_it_is_added_by_a_plain_post(returnees: NcndClass, officer: User, as_: As) -> None:
    sent = {
        "title": "Returnees",
        "answers": OTHERS,
        "us": "Northmere Borough Council",
        "total": "0..350",
        "markers": "<5=1..4",
    }
    where = f"/desk/ncnd/{returnees.public_id}/pictures/add"
    assert as_(officer).post(where, sent).status_code == 302
    assert MosaicEvidence.objects.get().ncnd_class == returnees
    answer = as_(officer).post(where, {**sent, "answers": "body,answer\nA,perhaps"})
    assert "not an answer" in answer.content.decode()
    assert MosaicEvidence.objects.count() == 1


@pytest.mark.parametrize(
    "role",
    ["contributor", "approver", "qualified_person", "publisher", "auditor", "administrator"],
)
def test_only_who_proposes_classes_adds_or_sets_aside(
    role: str, returnees: NcndClass, officer: User, person: Callable[..., User]
) -> None:
    made, other = seed_picture(returnees, officer), person(role, name="zed")
    with pytest.raises(PermissionDenied):
        actions.add_picture(returnees, ASKED, by=other, title="T")
    with pytest.raises(PermissionDenied):
        actions.withdraw_picture(made, by=other)
    assert MosaicEvidence.objects.get().withdrawn_at is None


@pytest.mark.parametrize("role", ["contributor", "qualified_person", "publisher", "administrator"])
def test_who_may_not_read_the_register_sees_no_picture(
    role: str, returnees: NcndClass, officer: User, person: Callable[..., User], as_: As
) -> None:
    made, page = seed_picture(returnees, officer), as_(person(role, name="zed"))
    assert page.get(f"/desk/pictures/{made.public_id}").status_code == 403
    assert page.get(f"/desk/ncnd/{returnees.public_id}/pictures").status_code == 403


@pytest.mark.parametrize("role", ["approver", "auditor"])
def test_who_reads_the_register_sees_it_and_changes_nothing(
    role: str, returnees: NcndClass, officer: User, person: Callable[..., User], as_: As
) -> None:
    made, page = seed_picture(returnees, officer), as_(person(role, name="zed"))
    shown = page.get(f"/desk/pictures/{made.public_id}")
    assert shown.status_code == 200
    assert b"aside" not in shown.content
    assert page.post(f"/desk/pictures/{made.public_id}/set-aside").status_code == 403


def test_it_is_set_aside_once_and_stays_readable(
    returnees: NcndClass, officer: User, as_: As
) -> None:
    made = seed_picture(returnees, officer)
    page = as_(officer)
    assert page.post(f"/desk/pictures/{made.public_id}/set-aside").status_code == 302
    assert b"set aside on" in page.get(f"/desk/pictures/{made.public_id}").content
    with pytest.raises(UnusableInputError, match="before"):
        actions.withdraw_picture(made, by=officer)
