"""The YAML of a decision record: taken apart, or refused with the line and what is wrong with it."""

import re
from datetime import date

import yaml

from answerable.model import RefusedInputError, UnusableInputError

#: A longer record is not one: YAML is slow to read, and a long notice has a tenth of this.
LONGEST = 400_000
#: As much may stand in a record with what "*name" repeats written out.
MOST_REPEATED = 2 * LONGEST

_TOO_DEEP = "“{}” is nested far too deep for a decision record."
#: The loader in C reads the same ten times as fast, where there is one.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_SECOND = re.compile(r"^---(?:\s|$)", re.MULTILINE)
_WHOLE_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def compose(text: str, where: str) -> yaml.Node:
    """The nodes of a record; ``where`` names it in sentences.

    Raises:
        UnusableInputError: not YAML, or more than one record, with the line.
        RefusedInputError: far too long.
    """
    if len(text) > LONGEST:
        raise RefusedInputError(
            f"“{where}” has more than {LONGEST:,} characters, the most that a decision record may "
            "have."
        )
    control = _CONTROL.search(text)
    if control is not None:
        raise UnusableInputError(
            f"“{where}”, line {_line(text, control.start())}: there is a control character, which "
            "no text has; take it out."
        )
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as problem:
        if getattr(problem, "problem", "") == "exceeded maximum nesting depth":
            raise UnusableInputError(_TOO_DEEP.format(where)) from None
        mark = getattr(problem, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise UnusableInputError(f"“{where}”{line}: {_why(text, problem)}.") from None
    except RecursionError:
        raise UnusableInputError(_TOO_DEEP.format(where)) from None
    if node is None:
        raise UnusableInputError(f"“{where}” is empty; see the examples of decision records.")
    return node


def _why(text: str, problem: yaml.YAMLError) -> str:
    """What is wrong with YAML that cannot be read, in words of an officer."""
    mark = getattr(problem, "problem_mark", None)
    words = str(getattr(problem, "problem", ""))
    if "expected a single document" in words or "another document" in words:
        return "a second record begins here (“---”); give one record a file"
    if "undefined alias" in words:
        return "a word with a star (“*name”) stands for one that was named above with “&name”, and none was; put the words in quotation marks"
    if "duplicate anchor" in words:
        return "the same “&name” stands here a second time; take one of them out"
    tab = _TAB.search(text)
    if (
        tab is not None
        and mark is not None
        and _line(text, tab.end()) in (mark.line, mark.line + 1)
    ):
        return "the line is set in with a tab; set it in with spaces"
    if "mapping values are not allowed" in words:
        return (
            "there is a second colon in the line; put the words after the first in quotation marks"
        )
    return (
        "this is not YAML that can be read; check how far the line is set in, its colons and its "
        "quotation marks"
    )


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def day(text: str, name: str) -> tuple[date | None, str]:
    """The day that ``text`` writes as 2026-12-10, or None and what is wrong with it."""
    if not text:
        return None, f"“{name}” has no date; write it as 2026-12-10"
    if _WHOLE_DATE.fullmatch(text) is None:
        return None, f"“{name}” is “{text}”, not a date; write it as 2026-12-10"
    try:
        return date.fromisoformat(text), ""
    except ValueError:
        return None, (
            f"“{name}” is “{text}”, not a date that there is; write it as 2026-12-10, the year, "
            "the month and the day"
        )
