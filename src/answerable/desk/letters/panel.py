"""What letters and their files say on the page of a case."""

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.letters.actions.write import BEING_WRITTEN
from answerable.desk.letters.current import checked, current, going_out, held, in_step
from answerable.desk.letters.gate import VERDICTS
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url
from answerable.desk.today import today
from answerable.model import UnusableInputError


def for_case(case: Case, actor: User) -> list[Panel]:
    """The newest letter, and the files that go with the answer with their gate state."""
    letter = case.letters.order_by("number").select_related("made_by").last()
    rows = [(file, VERDICTS[file.verdict], held(file)) for file in going_out(case)]
    context = {"case": case, "letter": letter}
    return [
        Panel("Letter", "letters/panel_letter.html", context),
        Panel(
            "Files to send", "letters/panel_files.html", {"case": case, "release": rows}, side=True
        ),
    ]


def next_steps(case: Case, actor: User) -> list[Step]:
    """What the letter still needs, while it is being written."""
    if case.where not in BEING_WRITTEN:
        return []
    address = staff_url("letter", case.reference)
    letter = current(case)
    if letter is None:
        return [Step("Letter not started", address)]
    steps = []
    if not in_step(letter):
        steps.append(Step("The decisions changed after the letter was written", address))
    if gaps := _gaps(letter):
        steps.append(Step(f"{gaps} gap{'s block' if gaps > 1 else ' blocks'} sending", address))
    stopped = [held(file) for file in going_out(case)]
    steps += [Step(words, staff_url("release_files", case.reference)) for words in stopped if words]
    return steps


def _gaps(letter: LetterVersion) -> int:
    passed = set(letter.overrides.values_list("slug", flat=True))
    try:
        found = checked(letter, on=today()).gaps
    except UnusableInputError:
        return 0
    return sum(finding.slug not in passed for finding in found)
