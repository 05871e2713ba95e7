"""The record a letter of this case is to be written from, as the decisions stand now."""

from datetime import date

from answerable.desk.cases.models import Case
from answerable.desk.decide.record import notice_record
from answerable.desk.letters.welsh import as_spoken
from answerable.desk.reviews.record import review_record
from answerable.model.decision import NoticeRecord


def decided(case: Case, sent: date) -> NoticeRecord:
    """The record of the signed decisions; an internal review's own, while one is under way.

    Its language is that of the letter: Welsh if the applicant chose it.

    Raises:
        UnusableInputError: a question has no decision yet, or the review has no outcome.
    """
    return as_spoken(case, review_record(case, sent) or notice_record(case, sent))
