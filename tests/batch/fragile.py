"""A job that does what hostile letters do, for the tests of what becomes of them."""

import os
import signal
import time
from typing import Any


def job(columns: dict[str, list[Any]], settings: dict[str, Any]) -> dict[str, list[Any]]:
    return {"said": [_work(text) for text in columns["text"]]}


def _work(text: str) -> str:
    if text == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if text == "stuck":
        while True:
            pass
    if text == "waits":
        time.sleep(600)
    if text == "greedy":
        return str(len(bytearray(64 * 1024**3)))
    if text == "broken":
        raise KeyError(text)
    if text == "chatty":
        print("words on standard output")
    return text.upper()
