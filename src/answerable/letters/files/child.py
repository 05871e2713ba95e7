"""The child process that parses one file: limits first, then bytes in, words out.

Standard input carries one line of JSON (suffix and limits) and then the bytes of the file;
standard output carries one JSON object: the words, or why there are none.
"""

import json
import sys
from dataclasses import asdict

from answerable.letters.files.limits import Limits
from answerable.letters.files.problems import CannotReadError, TooMuchError

try:
    import resource
except ImportError:  # not on every system; the parent's clock still holds
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Read one file within limits and answer in JSON."""
    order, _, data = sys.stdin.buffer.read().partition(b"\n")
    wanted = json.loads(order)
    limits = Limits(**wanted["limits"])
    _confine(limits)
    sys.stdout.write(json.dumps(_answer(data, wanted["suffix"], limits)))


def _confine(limits: Limits) -> None:
    if resource is None:
        return
    for what, most in (
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, hard))


def _answer(data: bytes, suffix: str, limits: Limits) -> dict[str, object]:
    from answerable.letters.files.reading import read_kind

    try:
        return {"opened": asdict(read_kind(data, suffix, limits))}
    except TooMuchError as problem:
        return {"refused": str(problem)}
    except CannotReadError as problem:
        return {"unusable": str(problem)}
    except (MemoryError, RecursionError):
        return {"refused": "asks for more memory than a letter needs and was not read"}
    except Exception:  # a parser's own failing: the reader needs one sentence, not a traceback
        return {"unusable": "is damaged and cannot be read; save it again"}


if __name__ == "__main__":
    main()
