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
    answer = "\n\n".join(without_head(letter.text) for letter in sent_letters(case))
    return Proposal(
        strike(case.title, applicant), strike(case.text, applicant), strike(answer, applicant)
    )


_GREETINGS = ("dear ", "annwyl ")
_HEAD = 5  # paragraphs: letterhead, reference and greeting stand in fewer


def without_head(text: str) -> str:
    """A letter without its letterhead and greeting: what follows the greeting; all, where none is."""
    paragraphs = text.split("\n\n")
    for place, paragraph in enumerate(paragraphs[:_HEAD], start=1):
        if paragraph.strip().lower().startswith(_GREETINGS):
            return "\n\n".join(paragraphs[place:]).strip()
    return text.strip()
