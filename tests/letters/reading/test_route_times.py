"""The times of a review are those of its own sentences, not of what is said before them."""

import pytest

from answerable.letters.reading.routes import review_route


@pytest.mark.parametrize(
    ("own", "times"),
    [
        (
            "the exception outweighs disclosure for the next two months.\n"
            "you may ask us to review this decision within 40 working days of this letter.\n"
            "we will answer within 20 working days.",
            (40, 20),
        ),
        (
            "the exception outweighs disclosure for the next two months.\n"
            "you may ask us to review this decision within 40 working days of this letter.",
            (40, None),
        ),
        (
            "please do this in 40 working days.\n"
            "a trustee will review the decision and we will write to you within 20 working days.",
            (40, 20),
        ),
        (
            "set out why in a letter to the secretary if you want a review, within 40 working days; "
            "a reply will be sent to you in not more than 20.",
            (40, 20),
        ),
        (
            "write to the keeper (keeper@nacd.example) not later than 40 working days from today.\n"
            "the keeper will review the matter and reply to you within 20 working days.",
            (40, 20),
        ),
        (
            "complaints may be made, first, for an internal review, if sent to foi@tarn.example "
            "within 40 working days; and second, to the information commissioner.",
            (40, None),
        ),
        (
            "complaints about this reply go to the chief officer, who will carry out an internal "
            "review if asked inside two calendar months.",
            (40, None),
        ),
        (
            "reconsideration: within 40 working days of getting this you may ask us to look at it "
            "again, writing to the clerk.",
            (40, None),
        ),
        (
            "we will complete an internal review within 20 working days if you ask the clerk.",
            (None, 20),
        ),
    ],
)
def test_the_times_are_those_of_the_review(own: str, times: tuple[int | None, int | None]) -> None:
    route = review_route(own)
    assert route is not None
    assert (route.ask_days, route.answer_days) == times


def test_a_body_that_has_no_procedure_for_reviewing_offers_none() -> None:
    route = review_route("we have no procedure of our own for reviewing answers.")
    assert route is not None
    assert route.none_offered
