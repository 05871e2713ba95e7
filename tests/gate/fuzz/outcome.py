"""What the gate's child would answer for a file, in this process, and what it took."""

import time
import warnings

from answerable.gate.child import answer
from answerable.gate.limits import DEFAULT

VERDICTS = {"pass", "hold", "refuse"}
CPU_SECONDS, MEGABYTES = 2.0, 200


def outcome(data: bytes, name: str) -> str:
    """The verdict; a reader's own failing holds the file, as it does in the child."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told, _ = answer({"do": "inspect", "name": name, "reveal": "sample"}, data, DEFAULT)
    return "hold" if "failed" in told else str(told["verdict"])


def judged(data: bytes, name: str) -> tuple[str, float]:
    """The verdict, and the processor seconds it took."""
    begun = time.process_time()
    found = outcome(data, name)
    return found, time.process_time() - begun
