"""Clean and redacted copies, made in a child process and handed out only when they are proved."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answerable.gate.limits import DEFAULT, MEGABYTE, Limits
from answerable.gate.opening import ask_child, finding_of
from answerable.model import Finding, RefusedInputError, UnusableInputError


class NotProvedError(Exception):
    """The copy still holds what was to go, or cannot be made safely; nothing may be written."""


class NameHoldsError(UnusableInputError):
    """The name that a copy was to have holds a word that was taken out."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A copy that may leave: bytes, what was found and left behind, what to know, the schedule.

    ``schedule`` has a row for each mark: {"place", "provision", "count"}.
    """

    data: bytes
    format: str
    removed: tuple[Finding, ...]
    notes: tuple[str, ...]
    schedule: tuple[dict[str, Any], ...] = ()


def clean_file(path: Path, output: Path, limits: Limits = DEFAULT) -> Changed:
    """A clean copy of the file at ``path``; the ending of ``output`` chooses its format.

    Raises:
        UnusableInputError, RefusedInputError, NotProvedError: one plain sentence each.
    """
    return _changed(path, output, {"do": "clean"}, limits)


def redact_file(
    path: Path,
    output: Path,
    terms: Sequence[tuple[str, str] | tuple[str, str, list[str]]],
    regions: Sequence[dict[str, Any]],
    limits: Limits = DEFAULT,
    findings: Sequence[dict[str, Any]] = (),
    audience: str = "applicant",
) -> Changed:
    """A copy for an audience without the terms (each with its provision, "" if none), the
    regions and the findings that apply to it, in the forms that ``gate.redacting.reading`` gives.

    Raises:
        UnusableInputError, RefusedInputError, NotProvedError: one plain sentence each.
    """
    order = {
        "do": "redact",
        "terms": list(terms),
        "regions": list(regions),
        "findings": list(findings),
        "audience": audience,
        "out": output.name,
    }
    return _changed(path, output, order, limits)


def places_in(path: Path, limits: Limits = DEFAULT) -> list[dict[str, str]]:
    """The paragraphs, rows of tables and pictures of a Word document: {"place", "text"}.

    Raises:
        UnusableInputError, RefusedInputError: one plain sentence each.
    """
    return _told(path, "places", limits)


def outline_in(path: Path, limits: Limits = DEFAULT) -> list[dict[str, Any]]:
    """What a Word document shows, in its order: as ``gate.redacting.outline.outline_of`` says.

    Raises:
        UnusableInputError, RefusedInputError: one plain sentence each.
    """
    return _told(path, "outline", limits)


def _told(path: Path, what: str, limits: Limits) -> list[dict[str, Any]]:
    answer, _ = ask_child({"do": what, "name": path.name}, _read(path, limits), limits)
    if what in answer:
        return [dict(one) for one in answer[what]]
    if "refused" in answer:
        raise RefusedInputError(f"“{path}” {answer['refused']}.")
    why = answer.get("unusable") or answer.get("failed") or "made its reader fail"
    raise UnusableInputError(f"“{path}” {why}.")


def _changed(path: Path, output: Path, order: dict[str, Any], limits: Limits) -> Changed:
    data = _read(path, limits)
    wanted = output.suffix.lstrip(".").lower() or path.suffix.lstrip(".").lower()
    answer, body = ask_child(order | {"name": path.name, "wanted": wanted}, data, limits)
    if "format" in answer:
        return Changed(
            body,
            answer["format"],
            tuple(finding_of(one) for one in answer["removed"]),
            tuple(answer["notes"]),
            tuple(answer["schedule"]),
        )
    if "refused" in answer:
        raise RefusedInputError(f"“{path}” {answer['refused']}.")
    if "named" in answer:
        raise NameHoldsError(answer["named"][:1].upper() + answer["named"][1:] + ".")
    if "unusable" in answer:
        raise UnusableInputError(f"“{path}” {answer['unusable']}.")
    if "still" in answer:
        raise NotProvedError(f"“{path}”: {answer['still'].rstrip('.')}. Nothing was written.")
    why = answer.get("failed", "made its reader fail")
    raise UnusableInputError(f"“{path}” cannot be copied: {why}; print it to PDF and clean that.")


def _read(path: Path, limits: Limits) -> bytes:
    try:
        if path.stat().st_size > limits.file_bytes:
            raise RefusedInputError(
                f"“{path}” is larger than {limits.file_bytes // MEGABYTE} MB and was not opened."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except OSError as problem:
        raise UnusableInputError(f"“{path}” cannot be opened ({problem.strerror}).") from None
