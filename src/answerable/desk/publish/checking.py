"""Whether an entry may stand in public: nothing of the applicant, nothing that the gate holds."""

from collections.abc import Sequence

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.current import held
from answerable.desk.publish.files import tells
from answerable.desk.publish.striking import Applicant, left_in


def applicant_of(case: Case) -> Applicant:
    """What we know of who asked."""
    return Applicant(case.applicant_name, case.applicant_email, case.applicant_address)


def problems(
    case: Case,
    title: str,
    request: str,
    answer: str,
    files: Sequence[Attachment],
    *,
    unsure: bool = False,
) -> list[str]:
    """What stops the entry, each in one sentence that does not repeat who asked.

    Args:
        case: whose applicant is looked for.
        title: public words, with ``request`` and ``answer``.
        request: as above.
        answer: as above.
        files: to be published with it.
        unsure: also look for single parts of the name, which may be words like any other.
    """
    applicant = applicant_of(case)
    found = []
    for place, text in (("title", title), ("request", request), ("answer", answer)):
        if left_in(text, applicant):
            found.append(f"The {place} still tells who asked. Take it out.")
        elif unsure and left_in(text, applicant, sure=False):
            found.append(
                f"The {place} has a word that is part of the applicant's name. Take it out, or say "
                "that it is not their name."
            )
    for file in files:
        if words := held(file):
            found.append(words)
        elif tells(file, applicant):
            found.append(f"{file.name} tells who asked. Make a copy without it, or leave it out.")
    return found
