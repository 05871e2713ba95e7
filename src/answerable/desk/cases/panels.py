"""What a slice shows on the page of a case.

A slice with a module ``panel`` may offer ``for_case(case, actor)``, a list of panels, and
``for_question(question, actor)``, the words that stand beside a question, and
``next_steps(case, actor)``, what is to be done now. Each is asked once a page. ``reads(case, actor)``
names what these three look at, so that the page reads it for all slices in one question.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from answerable.desk.cases.models import Case, Question
from answerable.desk.db.at_once import Lookup, read_at_once
from answerable.desk.people.models import User
from answerable.desk.slices import modules


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page: a heading, a template and what it is rendered with."""

    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    side: bool = False  # in the narrow column: files, asked before


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done now, and where."""

    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands beside a question: "decided", "waiting for Housing", with where to go."""

    words: str
    url: str = ""
    colour: str = "grey"


def read_all(case: Case, actor: User, *more: Lookup) -> None:
    """Read what the slices are going to show of a case, in one question."""
    wanted = [
        lookup
        for module in modules("panel")
        if hasattr(module, "reads")
        for lookup in module.reads(case, actor)
    ]
    read_at_once(case, [*more, *wanted])


def panels(case: Case, actor: User) -> list[Panel]:
    """The panels of every slice, in the order of the slices."""
    return [
        panel
        for module in modules("panel")
        if hasattr(module, "for_case")
        for panel in module.for_case(case, actor)
    ]


def marks(question: Question, actor: User) -> list[Mark]:
    """What every slice has to say beside a question."""
    return [
        mark
        for module in modules("panel")
        if hasattr(module, "for_question")
        for mark in module.for_question(question, actor)
    ]


def next_steps(case: Case, actor: User) -> list[Step]:
    """What is to be done now, in the order of the slices."""
    return [
        step
        for module in modules("panel")
        if hasattr(module, "next_steps")
        for step in module.next_steps(case, actor)
    ]
