"""Words that look like the request's day, a way on or a side of a balance, and those that are."""

from answerable.letters import read_letter

HEAD = """Tarn Council
1 Market Square, Tarn

17 December 2025

Dear applicant

"""


def test_the_day_on_which_complaints_came_in_is_not_the_requests() -> None:
    letter = read_letter(
        HEAD + "Your request, received by the Council on 20 November 2025, was for the noise log. "
        "Complaints were received on 7 June, 14 June and 30 August 2025. The log is attached.\n"
    )
    assert letter.dates.received is not None
    assert letter.dates.received.day.isoformat() == "2025-11-20"
    assert letter.dates.review_asked is None


def test_a_day_on_which_somebody_wrote_to_ask_for_a_review_is_that_of_the_review() -> None:
    letter = read_letter(
        HEAD + "I have completed the internal review of our answer to your request under the "
        "Freedom of Information Act 2000. You wrote on 12 January 2025 to ask for the review. I "
        "uphold the answer.\n"
    )
    assert letter.dates.review_asked is not None
    assert letter.dates.review_asked.day.isoformat() == "2025-01-12"


def test_a_review_of_a_licence_is_no_way_on() -> None:
    letter = read_letter(
        HEAD + "You asked for the acoustic report. It is withheld under regulation 12(5)(f). You "
        "may wish to write and seek a review of the premises licence within 28 days.\n"
    )
    assert letter.shows.review is None


def test_a_review_of_the_decision_is_a_way_on() -> None:
    letter = read_letter(
        HEAD + "You asked for the acoustic report. It is withheld under regulation 12(5)(f). You "
        "may write and seek a review of the decision within 40 working days.\n"
    )
    assert letter.shows.review is not None
    assert letter.shows.review.ask_days == 40


def test_points_that_favour_either_side_are_its_factors() -> None:
    letter = read_letter(
        HEAD + "You asked for the options paper. It is exempt under section 36(2)(b)(i).\n\n"
        "These points favour disclosure. Residents pay for the stations.\n\n"
        "These points favour withholding. Officers are still at work on the figures.\n\n"
        "The public interest in maintaining the exemption outweighs that in disclosure.\n"
    )
    (balance,) = letter.balances
    assert (
        "residents pay" in letter.own[balance.factors_for[-1].start : balance.factors_for[-1].end]
    )
    against = balance.factors_against[-1]
    assert "still at work" in letter.own[against.start : against.end]


def test_what_speaks_for_and_against_is_weighed() -> None:
    letter = read_letter(
        HEAD + "You asked for the options paper. It is exempt under section 36(2)(b)(i).\n\n"
        "What speaks for disclosure: residents pay for the stations.\n\n"
        "What speaks against: officers are still at work on the figures.\n\n"
        "The public interest in maintaining the exemption outweighs that in disclosure.\n"
    )
    (balance,) = letter.balances
    assert balance.factors_for
    assert balance.factors_against


def test_a_spokesman_who_speaks_for_the_force_weighs_nothing() -> None:
    letter = read_letter(
        HEAD + "You asked who speaks for the force. The list is attached, and is on our website.\n"
    )
    assert letter.balances == ()


def test_a_word_over_the_way_on_is_enough() -> None:
    letter = read_letter(
        HEAD + "Refused on cost. Freedom of Information Act 2000, section 12(1). It would take 33 "
        "hours.\n\nComplaint. To the University Secretary, 40 working days. Decision in 20 working "
        "days.\n"
    )
    assert letter.shows.review is not None
    assert (letter.shows.review.ask_days, letter.shows.review.answer_days) == (40, 20)


def test_appeals_that_are_counted_are_no_way_on() -> None:
    letter = read_letter(
        HEAD + "You asked for academic appeals. Appeals since 2019/20 in all faculties: 1,320.\n"
    )
    assert letter.shows.review is None


def test_school_weeks_are_a_time() -> None:
    letter = read_letter(
        HEAD
        + "The list is exempt under section 40(2). You may ask us in writing within eight weeks "
        "to review this, and a trustee will write to you within four school weeks.\n"
    )
    assert letter.shows.review is not None
    assert letter.shows.review.ask_days is not None
    assert letter.shows.review.answer_days is not None


def test_a_section_that_stands_alone_is_the_ground_of_what_was_said() -> None:
    letter = read_letter(
        HEAD + "You asked whether a constable is being investigated. Tarn Council neither confirms "
        "nor denies holding this information. Section 40(5B)(a)(i) of the Freedom of Information "
        "Act 2000. A yes or a no would tell the world about one person.\n"
    )
    assert [str(use.cite) for use in letter.relied()] == ["FOIA s.40(5B)(a)(i)"]


def test_a_section_named_as_a_right_is_no_ground() -> None:
    letter = read_letter(
        HEAD + "You asked for the list. It is attached. You may complain to the Commissioner. "
        "Section 50 of the Act.\n"
    )
    assert letter.relied() == ()


def test_the_letterhead_of_a_body_in_scotland_tells_which_act_is_its_own() -> None:
    text = "Tarnbeg Housing Association\nRegistered Scottish Charity\n\n" + HEAD[35:]
    assert read_letter(text + "You asked for a list. It is attached.\n").authority.scottish


def test_an_applicant_in_scotland_makes_no_body_scottish() -> None:
    text = (
        "Tarn Council\n1 Market Square, Tarn\n\nMr A\n4 Shore Street, Oban PA34 4AX\n\n" + HEAD[35:]
    )
    assert not read_letter(text + "You asked for a list. It is attached.\n").authority.scottish


def test_what_will_not_be_given_out_is_withheld() -> None:
    letter = read_letter(
        HEAD + "Your Freedom of Information request for the handyman's letter was put before the "
        "Council, and as you know the Clerk was told to write and say that nothing will be given "
        "out.\n"
    )
    assert letter.outcome.value == "refused"


def test_questions_called_no_requests_beside_an_answer_leave_a_part_refused() -> None:
    letter = read_letter(
        HEAD + "Under the Freedom of Information Act you asked how many days of cover were bought "
        "and why. The days of cover are set out in the attached sheet. The second is a question and is not a valid request.\n"
    )
    assert letter.outcome.value == "partial"
