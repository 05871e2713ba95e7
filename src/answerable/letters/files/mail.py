"""A mail to text: its heading, its words, and a letter that came enclosed with a cover note."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from pathlib import PurePath
from typing import cast

from answerable.letters.files import page, tnef
from answerable.letters.files.limits import Limits
from answerable.letters.files.opened import Opened
from answerable.letters.files.plain import tidy
from answerable.letters.files.problems import CannotReadError, TooMuchError

_HEADING = ("From", "To", "Date", "Subject")
_COVER_NOTE = 1_500  # characters: a mail this short may only carry the letter
_LETTERS = (".docx", ".pdf", ".odt", ".rtf", ".txt", ".html", ".htm", ".eml")


def read(data: bytes, limits: Limits, depth: int = 0) -> Opened:
    """The heading and words of a mail, and the names of what came with it.

    Where the mail is short and encloses exactly one document that can be read, the words of
    that document follow, and a note says so.

    Raises:
        CannotReadError: it holds no words. TooMuchError: mails nested beyond the limit.
    """
    if depth > limits.depth:
        raise TooMuchError("holds mails within mails beyond any real letter and was not read")
    try:
        message = message_from_bytes(data, policy=policy.default)
        body, names, enclosed = _contents(message, limits)
        told = ((name, message[name]) for name in _HEADING)  # each look parses a heading anew
        heading = "\n".join(f"{name}: {' '.join(str(it).split())}" for name, it in told if it)
    except (MessageError, LookupError, ValueError, AttributeError, IndexError, TypeError):
        raise CannotReadError("is a damaged mail and cannot be read; save it again") from None
    whole = _with_enclosure(Opened(body, "mail", names), enclosed, limits, depth)
    return replace(whole, text=f"{heading}\n\n{whole.text}") if heading else whole


def read_tnef(data: bytes, limits: Limits, depth: int = 0) -> Opened:
    """The words of a winmail.dat saved on its own, and of a letter enclosed in it.

    Raises:
        CannotReadError: it is damaged or holds no words.
    """
    if depth > limits.depth:
        raise TooMuchError("holds mails within mails beyond any real letter and was not read")
    return _with_enclosure(tnef.read(data, limits), _letters_in(data), limits, depth)


def _letters_in(data: bytes) -> list[tuple[str, bytes]]:
    """Those enclosures of a TNEF stream that may hold a letter."""
    return [each for each in tnef.enclosures(data) if PurePath(each[0]).suffix.lower() in _LETTERS]


def _with_enclosure(
    mail: Opened, enclosed: list[tuple[str, bytes]], limits: Limits, depth: int
) -> Opened:
    """A mail, followed by the one letter that a short cover note encloses."""
    if len(mail.text) < _COVER_NOTE and len(enclosed) == 1:
        name, content = enclosed[0]
        inner = _enclosure(name, content, limits, depth)
        if inner is not None:
            note = f"The words of the enclosed “{name}” follow those of the mail."
            mail = replace(
                mail,
                text=f"{mail.text}\n\n{inner.text}",
                notes=(note, *inner.notes),
                attachments=mail.attachments + inner.attachments,
            )
    if not mail.text.strip():
        raise CannotReadError("is a mail with no words in it; give the letter it came with")
    return mail


def _contents(
    message: EmailMessage, limits: Limits
) -> tuple[str, tuple[str, ...], list[tuple[str, bytes]]]:
    """The words, the names of enclosures, and those enclosures that may hold a letter."""
    names: list[str] = []
    enclosed: list[tuple[str, bytes]] = []
    body = _body(message, limits)
    for name, part in _enclosures(message):
        content = _bytes(part)
        if name.lower() == "winmail.dat" or part.get_content_type() == "application/ms-tnef":
            inner = tnef.read(content, limits)
            body = body if body.strip() else inner.text
            names.extend(inner.attachments)
            enclosed += _letters_in(content)
            continue
        names.append(name)
        if PurePath(name).suffix.lower() in _LETTERS:
            enclosed.append((name, content))
    return body, tuple(names), enclosed


def _body(message: EmailMessage, limits: Limits) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    words = _decoded(cast("EmailMessage", part))
    if part.get_content_subtype() == "plain" and words.strip():
        return tidy(words).strip("\n")
    if part.get_content_subtype() == "plain":
        other = message.get_body(("html",))
        if other is None:
            return ""
        words = _decoded(cast("EmailMessage", other))
    return page.read(words, limits).text if words.strip() else ""


def _decoded(part: EmailMessage) -> str:
    """The text of a part, in the character set it claims, or else in one that cannot fail."""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, KeyError):
        return _bytes(part).decode("utf-8", errors="replace")


def _enclosures(message: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    if not message.is_multipart():
        if message.get_content_type() == "application/ms-tnef":
            yield "winmail.dat", message
        return
    for part in message.iter_attachments():
        kind = part.get_content_type()
        name = part.get_filename() or ("mail.eml" if kind == "message/rfc822" else "")
        if name:
            yield " ".join(str(name).split()), part


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes() if isinstance(first, EmailMessage) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _enclosure(name: str, content: bytes, limits: Limits, depth: int) -> Opened | None:
    from answerable.letters.files.reading import read_kind

    try:
        return read_kind(content, PurePath(name).suffix.lower(), limits, depth + 1)
    except TooMuchError:
        raise
    except CannotReadError:
        return None
