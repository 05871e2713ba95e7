"""The child process that inspects one file: limits first, then bytes in, a report out.

Standard input carries one line of JSON (name, limits, reveal) and then the bytes of the file;
standard output carries one JSON object in the form of the command-line contract.
"""

import json
import sys

from answerable.gate.limits import Limits

try:
    import resource
except ImportError:  # not on every system; the parent's clock still holds
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Inspect one file within limits and answer in JSON."""
    order = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**order["limits"])
    _confine(limits)
    data = sys.stdin.buffer.read()
    from answerable.gate.inspecting import inspect_here

    try:
        answer = inspect_here(data, order["name"], limits, order["reveal"]).as_json()
    except (MemoryError, RecursionError):
        answer = {"failed": "asks for more memory than it should and was not read to its end"}
    except Exception as problem:  # a reader's own failing holds the file, never passes it
        answer = {"failed": f"could not be read to its end ({type(problem).__name__})"}
    sys.stdout.write(json.dumps(answer))


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
