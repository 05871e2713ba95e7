"""What letters and their files say on the page of a case."""

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.db.at_once import Lookup
from answerable.desk.letters.actions.write import BEING_WRITTEN
from answerable.desk.letters.current import (
    being_written,
    file_problems,
    files_to_go,
    going_out,
    held,
    in_step,
    newest,
    open_gaps,
    the_newest,
)
from answerable.desk.letters.gate import VERDICTS
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url
from answerable.desk.today import today


def reads(case: Case, actor: User) -> list[Lookup]:
    """The newest letter, with who cleared it, and the files that go with the answer."""
    return [
        *([] if nothing(case, "letters") else [the_newest("clearings")]),
        *([] if nothing(case, "files") else [files_to_go()]),
    ]


def for_case(case: Case, actor: User) -> list[Panel]:
    """The newest letter, and the files that go with the answer with their gate state."""
    letter = newest(case)
    found = [Panel("Letter", "letters/panel_letter.html", {"case": case, "letter": letter})]
    files = [] if nothing(case, "files") else going_out(case)
    if files or case.ncnd_class_id is None:
        rows = [(file, VERDICTS[file.verdict], held(file)) for file in files]
        context = {"case": case, "release": rows}
        found.append(Panel("Files to send", "letters/panel_files.html", context, side=True))
    return found


def next_steps(case: Case, actor: User) -> list[Step]:
    """What the letter still needs, or that it may be handed over, while it is being written."""
    if case.where not in BEING_WRITTEN:
        return []
    address = staff_url("letter", case.reference)
    letter = being_written(case)
    if letter is None:
        return [Step("Letter not started", address)]
    steps = []
    if not in_step(letter):
        steps.append(Step("The decisions changed after the letter was written", address))
    if gaps := len(open_gaps(letter, on=today())):
        steps.append(Step(f"{gaps} gap{'s block' if gaps > 1 else ' blocks'} sending", address))
    stopped = file_problems(letter)
    steps += [Step(words, staff_url("release_files", case.reference)) for words in stopped]
    ready = Step("Letter ready: ask for clearance", staff_url("case_clearance", case.reference))
    return steps or [ready]
