"""What an entry would say: the request and the letters that went, struck of the applicant."""

from dataclasses import dataclass

from answerable.desk.cases.models import Case
from answerable.desk.publish.actions import sent_letters
from answerable.desk.publish.checking import applicant_of
from answerable.desk.publish.striking import strike


@dataclass(frozen=True, slots=True)
class Proposal:
    """The words of an entry before an officer has looked at them."""

    title: str
    request: str
    answer: str


def proposal(case: Case) -> Proposal:
    """The words for the log, with visible marks where the applicant was named."""
    applicant = applicant_of(case)
    answer = "\n\n".join(_body(letter.text) for letter in sent_letters(case))
    return Proposal(
        strike(case.title, applicant), strike(case.text, applicant), strike(answer, applicant)
    )


def _body(text: str) -> str:
    """A letter without its letterhead and greeting, which are its first two paragraphs."""
    return text.split("\n\n", 2)[-1].strip()
