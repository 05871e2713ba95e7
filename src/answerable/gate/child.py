"""The child process that opens one file: limits first, then bytes in, an answer out.

Standard input carries one line of JSON (what to do, name, limits and more) and then the bytes of
the file; standard output carries one line of JSON and then, for a copy, the bytes of the copy.
"""

import json
import sys
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from answerable.gate.limits import HeldError, Limits, TooMuchError

if TYPE_CHECKING:
    from answerable.gate.personal import NameFinder

try:
    import resource
except ImportError:  # not on every system; the parent's clock still holds
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Do what is asked with one file, within limits, and answer in JSON."""
    order = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**order["limits"])
    _confine(limits)
    told, body = answer(order, sys.stdin.buffer.read(), limits)
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + body)


def answer(order: dict[str, Any], data: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
    """What is told of a file, and the bytes of a copy; never an error."""
    try:
        return _done(order, data, limits)
    except (MemoryError, RecursionError):
        failed = "asks for more memory than it should and was not read to its end"
    except Exception as problem:  # a reader's own failing holds the file, never passes it
        failed = f"could not be read to its end ({type(problem).__name__})"
    return {"failed": failed}, b""


def _done(order: dict[str, Any], data: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
    what = order.get("do", "inspect")
    if what == "inspect":
        from answerable.gate.inspecting import inspect_here

        named = order.get("names", "")
        finder = partial(_pipeline, named) if named else None
        report = inspect_here(data, order["name"], limits, order["reveal"], finder=finder)
        return report.as_json(), b""
    from answerable.gate.cleaning import NoCopyError, StillThereError, clean_here

    try:
        if what == "pages":
            from answerable.gate.pictures.drawing import draw_pages

            pages, body = draw_pages(data, limits, order["pages"], order["width"])
            return {"pages": pages}, body
        if what == "places":
            from answerable.gate.redacting.places import places_of

            return {"places": places_of(data, limits)}, b""
        if what == "outline":
            from answerable.gate.redacting.outline import outline_of

            return {"outline": outline_of(data, limits)}, b""
        if what == "where":
            from answerable.gate.pictures.looking import look

            return look(data, order["name"], limits)
        if what == "clean":
            copy = clean_here(data, order["name"], order["wanted"], limits)
            told: dict[str, Any] = {"schedule": []}
        else:
            from answerable.gate.redacting import Marks, NameTellsError, redact_here

            marks, out = Marks.of(order), order.get("out", "")
            try:
                made = redact_here(data, order["name"], order["wanted"], marks, limits, out)
            except NameTellsError as problem:
                return {"named": str(problem)}, b""
            copy, told = made.copy, {"schedule": [asdict(one) for one in made.schedule]}
    except TooMuchError as problem:
        return {"refused": str(problem)}, b""
    except HeldError as problem:
        return {"failed": str(problem)}, b""
    except NoCopyError as problem:
        return {"unusable": str(problem)}, b""
    except StillThereError as problem:
        return {"still": str(problem)}, b""
    told |= {
        "format": copy.format,
        "removed": [one.as_json() for one in copy.removed],
        "notes": list(copy.notes),
    }
    return told, copy.data


def _pipeline(named: str) -> "NameFinder":
    from answerable.gate.personal.pipeline import open_pipeline

    return open_pipeline(named)


def _confine(limits: Limits) -> None:
    if resource is None:
        return
    for what, most in (
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, hard))


if __name__ == "__main__":
    main()
