"""What is looked at before a file of somebody else's is read."""

import codecs
import re
from pathlib import PureWindowsPath

import yaml

from answerable.model import RefusedInputError, UnusableInputError
from answerable.precedents.logs import LogMapping
from answerable.precedents.logs.read import LOGS

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 50_000
MOST_LOGS = 300
MAPPING_BYTES = 5_000
_COLUMNS, _PARTS = 2_000, 500_000
_ENCODINGS = frozenset(
    codecs.lookup(name).name
    for name in ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "iso8859-15", "mac-roman")
)


def plain_name(name: str) -> str:
    """The name of an uploaded file, without its folder and without anything odd.

    Raises:
        UnusableInputError: its ending is not that of a log.
    """
    last = re.sub(r"[^\w .()-]", "_", PureWindowsPath(name).name).strip(". ")[-100:]
    ending = "." + last.rpartition(".")[2].lower()
    if ending not in LOGS or last.lower() == ending:
        kinds = ", ".join(sorted(each[1:].upper() for each in LOGS))
        raise UnusableInputError(
            f"“{last or 'The file'}” is no log that can be read: give one of {kinds}. Save a "
            "spreadsheet as CSV."
        )
    return last[: -len(ending)] + ending


def check_file(data: bytes, name: str) -> None:
    """Refuse what would take too long or too much to read.

    Raises:
        RefusedInputError: it is too large.
        UnusableInputError: it is empty.
    """
    if not data.strip():
        raise UnusableInputError(f"“{name}” is empty.")
    if len(data) > MOST_BYTES:
        raise RefusedInputError(
            f"“{name}” is over {MOST_BYTES // 1024 // 1024} MB; give it in parts, by year."
        )
    if name.endswith((".csv", ".tsv")):
        parts = max(map(data[:1_000_000].split(b"\n", 1)[0].count, (b",", b";", b"\t", b"|")))
        most = _COLUMNS
    else:
        parts, most = sum(map(data.count, (b"{", b"[", b"</", b"/>"))), _PARTS
    if parts > most:
        raise RefusedInputError(f"“{name}” has more columns or parts than a log has; check it.")


def check_mapping(text: str) -> None:
    """Refuse a mapping that is none before it is read.

    Raises:
        RefusedInputError: it is too large.
        UnusableInputError: it refers to itself, or is not YAML.
    """
    if len(text.encode()) > MAPPING_BYTES:
        raise RefusedInputError("The mapping is over 5 kB; it needs a line for each field.")
    more = UnusableInputError(
        "The mapping uses more of YAML than it needs; write lines such as “text: Request”."
    )
    if re.search(r"[\[{]\s*[\[{]|-\s+-\s", text):  # first: lists in lists are slow to read
        raise more
    marks = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)
    try:
        odd = any(isinstance(each, marks) for each in yaml.scan(text))
    except (yaml.YAMLError, RecursionError, ValueError):
        raise UnusableInputError("The mapping is not YAML that can be read.") from None
    if odd:
        raise more


def check_options(mapping: LogMapping) -> None:
    """Refuse an encoding, date format or delimiter that no log has.

    Raises:
        UnusableInputError: one is.
    """
    try:
        known = codecs.lookup(mapping.encoding).name in _ENCODINGS
    except (LookupError, ValueError):
        known = False
    if not known:
        raise UnusableInputError(
            f"“encoding: {mapping.encoding[:40]}” is none that is known here; write utf-8, cp1252, "
            "latin-1 or utf-16."
        )
    if len(mapping.delimiter) > 1:
        raise UnusableInputError("The delimiter in the mapping must be one character.")
    codes = re.findall(r"%(.)", mapping.date_format)
    if len(set(codes)) < len(codes) or not set(codes) <= set("dmyYbBHMSaAj"):
        raise UnusableInputError(
            f"“date_format: {mapping.date_format[:40]}” cannot be used; write it as %d/%m/%Y."
        )
