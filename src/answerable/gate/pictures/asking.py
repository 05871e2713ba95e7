"""Ask the child process for pictures of pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from answerable.gate.limits import DEFAULT, MEGABYTE, Limits
from answerable.gate.opening import ask_child
from answerable.model import RefusedInputError, UnusableInputError


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, its size in points (a picture's in dots), and its PNG.

    ``png`` is empty for a page that was not asked for.
    """

    number: int
    width: float
    height: float
    png: bytes


def page_pictures(
    data: bytes,
    name: str,
    pages: Sequence[int] = (),
    width: int = 900,
    limits: Limits = DEFAULT,
) -> tuple[Page, ...]:
    """All pages of a PDF, or the one of a picture; those in ``pages`` (or, of none, the first 40)
    with their pictures, ``width`` dots wide.

    A point of a page is a seventy-second of an inch; of a picture, one of its dots.

    Raises:
        UnusableInputError: no PDF and no picture, or damaged. RefusedInputError: locked or too
            large. One plain sentence each.
    """
    order = {"do": "pages", "name": name, "pages": list(pages), "width": width}
    answer, body = asked(order, data, name, limits)
    found, at = [], 0
    for one in answer["pages"]:
        found.append(Page(one["number"], one["width"], one["height"], body[at : at + one["bytes"]]))
        at += one["bytes"]
    return tuple(found)


def asked(
    order: dict[str, Any], data: bytes, name: str, limits: Limits
) -> tuple[dict[str, Any], bytes]:
    """What the child answers, if it answers.

    Raises:
        UnusableInputError, RefusedInputError: as for ``page_pictures``.
    """
    if len(data) > limits.file_bytes:
        raise RefusedInputError(
            f"“{name}” is larger than {limits.file_bytes // MEGABYTE} MB and was not opened."
        )
    answer, body = ask_child(order, data, limits)
    if "refused" in answer:
        raise RefusedInputError(f"“{name}” {answer['refused']}.")
    if "unusable" in answer:
        raise UnusableInputError(f"“{name}” {answer['unusable']}.")
    if "failed" in answer or not answer:
        why = answer.get("failed", "made its reader fail")
        raise UnusableInputError(f"“{name}” cannot be drawn: {why}.")
    return answer, body
