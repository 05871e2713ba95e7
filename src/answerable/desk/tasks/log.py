"""The search log of a case: what was searched, where, how long, with what result.

It feeds an estimate of cost (FOIA s.12), a decision that nothing is held, and any complaint.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from answerable.desk.cases.models import Case
from answerable.desk.cases.there import nothing
from answerable.desk.tasks.models import Search, TaskQuestion


@dataclass(frozen=True, slots=True)
class SearchLine:
    """One place that was searched. ``area`` is empty if the officer searched."""

    area: str
    questions: tuple[str, ...]
    place: str
    custodian: str
    terms: str
    activity: str
    minutes: int
    found: bool
    on: date


def search_log(case: Case) -> tuple[SearchLine, ...]:
    """Every line, the oldest first; none for a case of a neither-confirm-nor-deny class."""
    if case.ncnd_class_id is not None or nothing(case, "searches"):
        return ()
    rows: list[Search] | None = getattr(case, "searches_shown", None)  # read by the page
    if rows is None:
        rows = list(Search.objects.filter(case=case).select_related("task__area"))
    numbers: defaultdict[int | None, list[str]] = defaultdict(list)
    shown = getattr(case, "tasks_shown", None)  # read already, by the panel of the page
    if shown is not None:
        for each in shown:
            numbers[each.pk] = [link.question.number for link in each.links.all()]
    elif rows:
        links = TaskQuestion.objects.filter(task__case=case)
        for task, number in links.values_list("task_id", "question__number"):
            numbers[task].append(number)
    return tuple(_line(row, tuple(numbers[row.task_id])) for row in rows)


def _line(row: Search, numbers: tuple[str, ...]) -> SearchLine:
    return SearchLine(
        area=row.task.area.name if row.task else "",
        questions=numbers,
        place=row.place,
        custodian=row.custodian,
        terms=row.terms,
        activity=row.activity,
        minutes=row.minutes,
        found=row.result == "found",
        on=row.on,
    )


def minutes_by_activity(case: Case) -> dict[str, int]:
    """How long each activity that may be counted has taken so far. SI 2004/3244 reg.4(3)."""
    spent: Counter[str] = Counter()
    for line in search_log(case):
        spent[line.activity] += line.minutes
    return dict(spent)


def searches_words(case: Case, questions: tuple[str, ...] = ()) -> str:
    """The searches in sentences, for a decision that nothing is held; no names of people.

    Args:
        case: the case.
        questions: the numbers of the questions decided; none for all. A search of the officer's
            own counts for every question.
    """
    lines = [
        line
        for line in search_log(case)
        if not questions or not line.questions or set(line.questions) & set(questions)
    ]
    said = [_sentence(line) for line in lines]
    if said and not any(line.found for line in lines):
        said.append("Nothing was found.")
    return " ".join(said)


def _sentence(line: SearchLine) -> str:
    who = line.area or "the information team"
    with_words = f", with the words {_quoted(line.terms)}" if line.terms else ""
    return f"On {line.on:%-d %B %Y} {who} looked in {line.place}{with_words}."


def _quoted(terms: str) -> str:
    each = [f"“{term.strip()}”" for term in terms.split(",") if term.strip()]
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}"
