"""Which files of a case may be published, and whether one of them tells who asked."""

from answerable.desk.cases.models import Case
from answerable.desk.files import store
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.current import going_out, held
from answerable.desk.publish.striking import Applicant, left_in, terms
from answerable.desk.redact.copies import for_the_log
from answerable.gate.cleaning.proof import holds


def publishable(case: Case) -> list[Attachment]:
    """Files that went with the answer and that the gate let pass, or a person kept with a reason.

    Where a copy was redacted for the log, it stands in the place of what the applicant got.
    """
    went = [file for file in going_out(case) if file.purpose == Purpose.RELEASE]
    return [file for file in for_the_log(case, went) if not held(file)]


def tells(file: Attachment, applicant: Applicant) -> bool:
    """Whether the file's name or anything that can be read in it tells who asked.

    Each file was read within limits by the gate before it came so far.
    """
    if left_in(file.name, applicant):
        return True
    sure = [term.words for term in terms(applicant) if term.sure]
    return bool(sure) and bool(holds(store.read(file.stored_as), sure))
