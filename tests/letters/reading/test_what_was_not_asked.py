"""What only looks like a question of the applicant's, and who speaks where questions are told."""

import pytest
from tests.letters.reading.test_what_was_asked import HEAD, RIGHTS, read

from answerable.letters import read_letter
from answerable.letters.reading.counted import told_by_count
from answerable.letters.reading.retold import told_apart
from answerable.letters.reading.state import closing, unpaired
from answerable.letters.text import flow, sentence_spans
from answerable.letters.triage import environmental
from answerable.model import Question, Span, Voice

ONE = [
    # semicolons within one thing, or before words that ask for nothing
    "You asked for the report on the weir (with its annexes; its maps; its tables).\n\nIt is enclosed.",
    "You asked for the e-mails about the weir; you do not want their attachments.\n\nThey are enclosed.",
    "You asked for the invoices of Ash Limited; in particular those for May.\n\nThey are enclosed.",
    # the factors of a balance, numbered
    "You asked for the advice on the lease.\n\nFactors in favour of disclosure\n\n1. It would inform debate.\n2. It cost money.\n\nIt is exempt under section 42(1) of the Act.",
    # steps of a search, in bullets behind a colon
    "You asked for the plan of the weir.\n\nThese places were searched, because of what they may hold:\n\n- the map room\n- the shared drive\n\nIt is not held.",
    # a review speaks of points made, and the Act has parts
    "You asked for the plan of the weir.\n\nParts 1 and 2 of the Act set out the duty and the exemptions. It is exempt under section 43(2).",
    "You asked for the plan of the weir.\n\nItems 3 and 4 of the agenda for May dealt with it. The plan is enclosed.",
    # a heading in bold above what was asked, and one above the answer
    "**Your request**\n\nPlease send the plan of the weir.\n\n**Our response**\n\nIt is enclosed.",
    # a date of the year with stops, and hours with a stop, number nothing
    "You asked for the plan of the weir.\n\n2.5 Hours were spent on it.\n\n2.6 Hours were allowed.\n\nIt is enclosed.",
    # one kind of paper in three words
    "You asked for the minutes, papers and notes of the weir committee.\n\nThey are enclosed.",
    # a company's stop, and what the authority says next
    "You asked for the lease to Weir Ltd. You wrote on 2 May to ask for it in large print.\n\nIt is enclosed.",
]
NONE = [
    # the authority asks itself
    "The advice is held.\n\nIs the exemption engaged?\n\nYes. It is legal advice.\n\nWhere does the balance lie?\n\nWith the exemption in section 42(1) of the Act.",
    "The plan is enclosed.\n\nAre you content with this reply?\n\nIf so there is nothing to do.\n\nHow do you complain?\n\nWrite to us.",
    # letters that count reasons
    "The plan is exempt under section 43(2) of the Act for these reasons.\n\n(a) It shows prices.\n\n(b) Rivals would use it.",
    "The plan is exempt under section 43(2) of the Act:\n\n(a) It shows prices.\n\n(b) Rivals would use it.",
    # headings of one word kind, without a number
    "The plan is enclosed.\n\nFees\n\nNone is charged.\n\nCopyright\n\nIt belongs to the Council.",
]


@pytest.mark.parametrize("body", ONE)
def test_one_thing_is_one_question(body: str) -> None:
    assert len(read(body)) == 1, [question.text for question in read(body)]


@pytest.mark.parametrize("body", NONE)
def test_what_the_authority_says_is_no_question(body: str) -> None:
    assert read(body) == ()


def test_points_of_a_review_are_not_counted_as_questions() -> None:
    body = "Internal review\n\nYou asked us to review our refusal. Your letter raises two points.\n\nI have considered both and uphold the refusal under section 42(1) of the Act."
    assert len(read(body)) < 2


def test_a_mail_quoted_below_the_signature_is_no_question_between_answers() -> None:
    body = "> 1. How many weirs are there?\n\nNine.\n\n> 2. Who owns them?\n\nThe Council."
    text = f"{HEAD}{body}{RIGHTS}\n> I wrote to you in May.\n> You did not reply.\n"
    letter = read_letter(text)
    assert [question.number for question in letter.questions] == ["1", "2"]
    late = letter.block_at(letter.flow.index("> I wrote"))
    assert late is not None
    assert late.voice is Voice.EARLIER


def test_a_statute_quoted_over_paragraphs_stays_a_statute() -> None:
    body = "You asked for the plan.\n\nSection 1 of the Act says:\n\n“(1) Any person is entitled\n\n(a) to be told whether it is held, and\n\n(b) to have it communicated.”\n\nIt is enclosed."
    assert len(read(body)) == 1


def test_an_opinion_in_quotation_marks_is_no_request() -> None:
    body = "You asked for the plan.\n\nThe consultant's report ends:\n\n“The weir is old. It leaks.\n\nIt should be mended.”\n\nThe plan is enclosed."
    assert len(read(body)) == 1


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        (['"how many?"', "nine"], 0),
        (['"send the "growth plan"', "1. now", '2. in full"', "we hold it"], 2),
        (['"first', '"1. one', '"2. two"', "we hold it"], 2),
        (['"the "plan""', "we hold it"], 0),
        (['"never closed', "we hold it"], 0),
        (['"the "plan" is what i want', 'and the "map""', "we hold it"], 1),
    ],
)
def test_a_quotation_ends_where_its_marks_are_even(texts: list[str], last: int) -> None:
    assert closing(unpaired(texts), 0) == last


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("**Decision**", "  Decision  "),
        ("*Asked for:* the plan", " Asked for:  the plan"),
        ("## Your rights", "   Your rights"),
        ("Grants   *", "Grants   *"),
        ("* The Office publishes none", "* The Office publishes none"),
        ("4 * 5 * 6", "4 * 5 * 6"),
        ("#12 of 13", "#12 of 13"),
    ],
)
def test_marks_of_emphasis_are_no_words_and_others_stay(text: str, made: str) -> None:
    assert flow(text) == made


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The lease is to Weir Ltd. You asked for it.", 2),
        ("The lease is to Weir Ltd. We hold it.", 2),
        ("The lease is to Weir Ltd. of Leeds.", 1),
        ("The lease is to Weir Ltd. Leeds is far.", 1),
        ("It was sent by Mr. You of Leeds.", 1),
    ],
)
def test_a_company_s_stop_ends_a_sentence_before_a_pronoun(text: str, count: int) -> None:
    assert len(sentence_spans(text, 0, len(text))) == count


def _question(words: str) -> Question:
    return Question("1", words, Span(0, len(words)))


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("eleven classes of document about the theatre", 11),
        ("two further requests about the weir", 2),
        ("three weirs on the Ash", 1),
        ("two hundred kinds of nail", 1),
        ("the classes of document", 1),
    ],
)
def test_a_count_of_what_was_asked_is_taken_at_its_word(words: str, count: int) -> None:
    assert len(told_by_count(_question(words))) == count


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("the plan; the map; and the cost of both", ["the plan", "the map", "the cost of both"]),
        ("the weir: its plan of 1921; its cost", ["its plan of 1921", "its cost"]),
        ("the plan; thank you", ["the plan; thank you"]),
        ("the plan; now", ["the plan; now"]),
    ],
)
def test_semicolons_divide_what_was_asked(words: str, pieces: list[str]) -> None:
    assert [question.text for question in told_apart(words, _question(words))] == pieces


@pytest.mark.parametrize("words", ["the file of merrin marine", "marine road", "a royal marine"])
def test_a_name_with_the_sea_in_it_is_not_the_environment(words: str) -> None:
    assert environmental(words) == ()


def test_marine_life_is_the_environment() -> None:
    assert environmental("the survey of marine life off the pier")
