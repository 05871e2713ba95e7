"""The heading and enclosures of a mail, read by a child process that may fail without harm."""

import base64
import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from answerable.desk.intake import child

SECONDS = 30


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that came with a mail."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Heading:
    """What a mail says about itself. Everything in it is the sender's claim."""

    subject: str = ""
    name: str = ""
    email: str = ""
    message_id: str = ""
    replies_to: tuple[str, ...] = ()
    said_on: date | None = None
    automatic: str = ""
    enclosures: tuple[Enclosure, ...] = ()


def heading_of(data: bytes) -> Heading:
    """The heading of a mail; an empty one if the child process could not read it."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(Path(child.__file__))],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        answer = {}
    if not answer:
        return Heading()
    return Heading(
        subject=answer["subject"],
        name=answer["name"],
        email=answer["email"],
        message_id=answer["message_id"],
        replies_to=tuple(answer["replies_to"]),
        said_on=date.fromisoformat(answer["said_on"]) if answer["said_on"] else None,
        automatic=answer["automatic"],
        enclosures=tuple(
            Enclosure(each["name"], each["type"], base64.b64decode(each["content"]))
            for each in answer["enclosures"]
        ),
    )
