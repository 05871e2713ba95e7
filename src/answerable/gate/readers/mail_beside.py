"""What a mail keeps beside what is shown: headers of programs, edges, calendar entries, recipients."""

import re
import struct
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, hidden, note, unshown

#: Headers that mail programs, filters and lists write by themselves.
_USUAL = re.compile(
    r"x-(ms|microsoft|exchange|originat|mailer|spam|virus|anti|priority|forefront|google|gm|mimecast|"
    r"proofpoint|barracuda|brightmail|ironport|sophos|amavis|auto|received|sender|env|return|sg-|ses|"
    r"amz|mailgun|mandrill|feedback|report|complaints|campaign|mc-|auth|dkim|eop|tm|cisco|clx|msg|"
    r"message|uid|mozilla|apple|universally|yahoo|ymail|rspamd|scan|loop|list|mailman|beenthere|source|"
    r"filter|php|delivered|provags|zoho|pm-|ld-|classification|protective|disclaimer|mime|original|"
    r"account|get-|attach|has-|content|thread|unsent|evolution|kmail|enigmail|server|host|php|mdaemon|"
    r"bess|cloudmark|coremail|qq|talos|vade|vr-|trace|tls|identity|egress|clearswift|messagelabs|starscan)",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"(SUMMARY|DESCRIPTION|COMMENT|LOCATION|CONTACT)\b[^:\r\n]*:(.*)")
_ADDRESSES = re.compile(r"<https?:[^>]*>|\[https?:[^\]]*\]|\bhttps?://\S+")
_WORDS = 4  # words of a line that says something


def header(name: str, value: str) -> Span:
    """A header that nobody reads."""
    own = name.lower().startswith("x-") and not _USUAL.match(name)
    text = squash(f"{name}: {value}")
    return note("mail_header" if own else "metadata", text, "headers of the mail")


def headers(text: str) -> Iterator[Span]:
    """The headers with which a mail travelled, as an Outlook message keeps them."""
    unfolded = re.sub(r"\r?\n[ \t]+", " ", text)
    for line in unfolded.splitlines():
        name, mark, value = line.partition(":")
        if mark and value.strip():
            yield header(name, value.strip())


def edges(message: Any) -> Iterator[Span]:
    """Words before the first part of a mail and after the last."""
    for text, where in ((message.preamble, "before"), (message.epilogue, "after")):
        said = squash(str(text or ""))
        if said and not re.search(r"MIME|multi-?part", said, re.IGNORECASE):
            yield note("mail_edges", said, f"words {where} the parts of the mail")


def is_calendar(kind: str, name: str) -> bool:
    """Whether a part of a mail is an entry of a calendar."""
    return kind in ("text/calendar", "application/ics") or name.lower().endswith(".ics")


def calendar(text: str, name: str) -> Iterator[Span]:
    """What an entry of a calendar says."""
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    for _, value in _CALENDAR.findall(unfolded):
        said = squash(value.replace("\\n", " ").replace("\\,", ",").replace("\\;", ";"))
        if said:
            yield note("calendar_entry", said, f"calendar entry '{name or 'unnamed'}'")


def plain_copy(text: str) -> Iterator[Span]:
    """The lines of the plain copy of a mail that is shown in another."""
    for line in _ADDRESSES.sub(" ", text).splitlines():
        said = squash(line.lstrip("> \t*-"))
        if len(said.split()) >= _WORDS:
            yield unshown("plain_part", said, "plain copy of the mail")


def blind_copies(ole: Any) -> Iterator[Span]:
    """The recipients of an Outlook message whom the others do not see."""
    for path in ole.listdir():
        if not path[0].startswith("__recip_version1.0") or path[-1] != "__properties_version1.0":
            continue
        if _property(ole.openstream(path).read(), 0x0C150003) == 3:
            said = [_string(ole, path[0], tag) for tag in ("3001", "3003")]
            yield hidden("bcc", squash(" ".join(said)) or "somebody", "blind copy of the mail")


def _property(body: bytes, wanted: int) -> int:
    for at in range(8, len(body) - 15, 16):
        tag, _, value = struct.unpack_from("<III", body, at)
        if tag == wanted:
            return int(value)
    return 0


def _string(ole: Any, folder: str, tag: str) -> str:
    for kind, coding in (("001F", "utf-16le"), ("001E", "latin-1")):
        path = [folder, f"__substg1.0_{tag}{kind}"]
        if ole.exists(path):
            return str(ole.openstream(path).read().decode(coding, "replace")).strip("\0")
    return ""
