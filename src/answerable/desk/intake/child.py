"""The child process that takes a mail apart: heading and enclosures. Standard library only.

It is run as a file of its own, with limits, since hostile mail can exhaust any parser. Standard
input carries the mail; standard output one JSON object.
"""

import base64
import contextlib
import json
import sys
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

CPU_SECONDS, MEMORY = 15, 1024 * 1024 * 1024
MOST_PARTS, MOST_BYTES = 100, 30 * 1024 * 1024


def main() -> None:
    """Read one mail within limits and answer in JSON."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # not on every system; the parent's clock still holds
    try:
        answer = taken_apart(sys.stdin.buffer.read())
    except Exception:  # a parser's own failing: the parent keeps the mail all the same
        answer = {}
    sys.stdout.write(json.dumps(answer))


def taken_apart(data: bytes) -> dict[str, Any]:
    """Heading and enclosures of a mail, each a plain value."""
    message = message_from_bytes(data, policy=policy.compat32)
    name, address = _sender(message)
    return {
        "subject": _line(message, "Subject")[:250],
        "name": name[:160],
        "email": address[:254],
        "message_id": _line(message, "Message-ID")[:250],
        "replies_to": f"{_line(message, 'In-Reply-To')} {_line(message, 'References')}".split()[
            -50:
        ],
        "said_on": _day(message),
        "automatic": _automatic(message),
        "enclosures": list(_enclosures(message)),
    }


def _line(message: Message, name: str) -> str:
    from email.header import decode_header, make_header

    raw = str(message.get(name, ""))[:4000]
    with contextlib.suppress(LookupError, UnicodeError, ValueError):
        raw = str(make_header(decode_header(raw)))
    shown = "".join(c if c.isprintable() else " " for c in raw)
    return " ".join(shown.split())


def _sender(message: Message) -> tuple[str, str]:
    for field in ("Reply-To", "From"):
        for name, address in getaddresses([_line(message, field)]):
            if "@" in address:
                own = getaddresses([_line(message, "From")])
                return name or (own[0][0] if own else ""), address
    return "", ""


def _day(message: Message) -> str:
    try:
        return parsedate_to_datetime(_line(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _automatic(message: Message) -> str:
    """Why nobody may answer it: RFC 3834, lists, and mail without a sender."""
    if _line(message, "Auto-Submitted").lower() not in ("", "no"):
        return "an automatic reply"
    if _line(message, "List-Id") or _line(message, "List-Unsubscribe"):
        return "sent by a list"
    if _line(message, "Precedence").lower() in ("bulk", "list", "junk"):
        return "sent in bulk"
    if _line(message, "Return-Path") == "<>":
        return "a notice of a mail server"
    return ""


def _enclosures(message: Message) -> Any:
    left = MOST_BYTES
    for n, part in enumerate(message.walk()):
        if n > MOST_PARTS or left <= 0:
            return
        name = part.get_filename()
        if not name or part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not 0 < len(content) <= left:
            continue
        left -= len(content)
        kind = part.get_content_type()
        yield {"name": _plain(name), "type": kind, "content": base64.b64encode(content).decode()}


def _plain(name: str) -> str:
    from email.header import decode_header, make_header

    with contextlib.suppress(LookupError, UnicodeError, ValueError):
        name = str(make_header(decode_header(name)))
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:200]


if __name__ == "__main__":
    main()
