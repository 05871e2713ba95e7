"""Mail (.eml, .msg): what is quoted, what is attached, who stands in the headers."""

import email
import email.policy
import io
import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import HeldError
from answerable.gate.readers.mail_beside import (
    blind_copies,
    calendar,
    edges,
    header,
    headers,
    is_calendar,
    plain_copy,
)
from answerable.gate.readers.mail_html import unseen
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, hidden, note, visible

_QUOTED = re.compile(
    r"^\s*>|^-+ ?Original Message ?-+|^From: .*@|^On .{10,80} wrote:"
    r"|^\W{0,2}From:\s[^\n]{1,200}\s+\W{0,2}(?:Sent|Date):\s",
    re.MULTILINE,
)
_BLOCK = re.compile(r"\W{0,2}From:\s+(.{1,200}?)\s+\W{0,2}(?:Sent|Date):\s", re.DOTALL)
_WROTE = re.compile(r"On [^\n]{5,120}(?:\n[^\n]{1,80})? wrote:")


def read(data: bytes, inner: Any) -> Iterator[Span]:
    """Spans of an Internet message."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for name, value in message.items():
        if name.lower() in ("bcc", "resent-bcc"):
            yield hidden("bcc", str(value), "blind copy in the headers")
        elif name.lower().startswith(("x-", "received", "message-id", "user-agent")):
            yield header(name, str(value))
        else:
            yield visible(f"{name}: {value}", "headers of the mail")
    yield from edges(message)
    to = f"{message.get('to', '')} {message.get('cc', '')}"
    shadows = _shadows(message)
    for part in message.walk():
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            continue
        name = part.get_filename() or ""
        if part.get_content_type() == "message/rfc822":
            nested = part.get_payload()
            first: Any = nested[0] if isinstance(nested, list) and nested else None
            body: bytes = first.as_bytes() if first is not None else b""
            yield hidden(
                "mail_attachment",
                squash(body.decode("utf-8", "replace"))[:2000],
                f"mail attached to the mail ('{name or 'message'}')",
            )
            yield from inner(body, name or "message.eml")
            continue
        payload = part.get_payload(decode=True) or b""
        content = payload if isinstance(payload, bytes) else b""
        if is_calendar(part.get_content_type(), name):
            yield note("mail_attachment_list", name or "calendar entry", f"attachment '{name}'")
            yield from calendar(_decoded(content, part.get_content_charset() or "utf-8"), name)
        elif name or part.get_content_maintype() not in ("text", "multipart"):
            yield note(
                "mail_attachment_list",
                name or part.get_content_type(),
                f"attachment '{name or 'unnamed'}'",
            )
            yield from inner(content, name or "attachment")
        else:
            text = _decoded(content, part.get_content_charset() or "utf-8")
            if id(part) in shadows:
                yield from plain_copy(text)
            else:
                yield from _body(text, part.get_content_subtype(), to)


def _shadows(message: Any) -> set[int]:
    """Plain parts beside which the same mail stands in another form, which is what is shown."""
    found: set[int] = set()
    for part in message.walk():
        if part.get_content_type() != "multipart/alternative":
            continue
        inside = [one for one in part.iter_parts() if not one.get_filename()]
        kinds = {one.get_content_type() for one in inside}
        if kinds & {"text/html", "multipart/related"}:
            found |= {id(one) for one in inside if one.get_content_type() == "text/plain"}
    return found


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except LookupError:  # a character set that nobody knows
        return content.decode("utf-8", "replace")


def _body(text: str, subtype: str, to: str = "") -> Iterator[Span]:
    """The words of a mail; ``to`` are those to whom it goes, whose own words may be quoted."""
    if subtype == "html":
        for found in re.finditer(r"<!--(.*?)-->", text, re.DOTALL):
            if squash(found.group(1)) and "[if" not in found.group(1):
                yield hidden(
                    "hidden_text", squash(found.group(1)), "remark in the code of the mail"
                )
        shown: list[str] = []
        for look, words in unseen(re.sub(r"<!--.*?-->", " ", text, flags=re.DOTALL)):
            if look:
                yield hidden(look, words, "unseen words in the mail")
            else:
                shown.append(words)
        text = "\n".join(shown)
    cut = _QUOTED.search(text)
    if cut and not _own_words(text[cut.start() :], to):
        yield hidden("quoted_chain", squash(text[cut.start() :]), "earlier mails quoted below")
        text = text[: cut.start()]
    yield visible(squash(text), "the mail")


def _own_words(quoted: str, to: str) -> bool:
    """Whether what is quoted is the one mail that is answered, by whoever gets the answer."""
    begun = _WROTE.match(quoted.lstrip()) or _BLOCK.match(quoted.lstrip())
    if begun is None or re.search(r"^\s*>\s*>", quoted, re.MULTILINE):
        return False
    later = quoted[begun.end() :]
    if _WROTE.search(later) or re.search(r"^[>\s]*(?:From|Sent): ", later, re.MULTILINE):
        return False
    who = begun.group()
    addresses = re.findall(r"[\w.+-]+@[\w.-]+", who)
    if begun.re is _BLOCK and not addresses:  # Outlook leaves the address out
        named = set(re.findall(r"\w+", begun.group(1).lower()))
        return len(named) > 1 and named <= set(re.findall(r"\w+", to.lower()))
    return "you wrote" in who or any(one.lower() in to.lower() for one in addresses)


def read_outlook(ole: Any, inner: Any) -> Iterator[Span]:
    """Spans of an Outlook message (.msg), by its streams."""
    yield from blind_copies(ole)
    shown = any(len(path) == 1 and path[0][12:16] == "1013" for path in ole.listdir())
    to = " ".join(_words_of(ole, f"__substg1.0_{tag}") for tag in ("0E04", "0E03"))
    for path in ole.listdir():
        name = path[-1]
        where = "the mail" if len(path) == 1 else "inside the mail, " + path[0].split("_")[-1]
        if not name.startswith("__substg1.0_"):
            continue
        tag, kind = name[12:16].upper(), name[16:20].upper()
        data = ole.openstream(path).read()
        text = (
            data.decode("utf-16le" if kind == "001F" else "latin-1", "replace")
            if kind in ("001F", "001E")
            else ""
        )
        if tag == "3701" and kind == "0102":
            yield hidden(
                "mail_attachment", f"{len(data)} bytes", f"attachment of the mail ({path[0]})"
            )
            yield from inner(data, "attachment")
        elif tag == "0E02" and text.strip("\0 "):
            yield hidden("bcc", text, "blind copy in the headers")
        elif tag == "1000" and len(path) == 1 and shown:
            yield from plain_copy(text)
        elif tag == "1000":
            yield from _body(text, "plain", to)
        elif tag == "1013":
            yield from _body(text or _decoded(data, "utf-8"), "html", to)
        elif tag == "007D":
            yield from headers(text)
        elif text and len(path) == 1:
            yield (
                visible(text, where)
                if tag in ("0037", "0C1A", "0E04", "0E03")
                else note("metadata", text, where)
            )
        elif len(path) > 2 and text and tag in ("1000", "0037"):
            yield hidden("mail_attachment", text, "mail attached to the mail")


def _words_of(ole: Any, name: str) -> str:
    """The words of a stream of an Outlook message, of either coding; "" if it is not there."""
    for kind, coding in (("001F", "utf-16le"), ("001E", "latin-1")):
        if ole.exists(name + kind):
            return str(ole.openstream(name + kind).read().decode(coding, "replace"))
    return ""


def container(data: bytes) -> Any:
    """An OLE container.

    Raises:
        HeldError: damaged.
    """
    import olefile

    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except Exception as problem:  # olefile raises many kinds on damaged files
        raise HeldError("the container is damaged and cannot be opened") from problem
