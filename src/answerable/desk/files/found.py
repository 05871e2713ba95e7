"""What the gate found in a file, in an officer's words. No database here."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

#: What runs, loads or reaches out when the file is opened, or what nobody could see into.
DANGEROUS = {
    "macro": "macros",
    "javascript": "a script",
    "active_content": "a control or add-in",
    "embedded_object": "an embedded file",
    "external_link": "a link to another file",
    "external_link_cache": "a link to another file",
    "data_connection": "a data connection",
    "query_table": "a data connection",
    "type_mismatch": "it is not the kind of file its name says",
    "cannot_see_inside": "a part nobody can see into",
}
#: What is good to know before reading, though opening it does no harm.
_TOLD = {
    "hidden_sheet": "a hidden sheet",
    "very_hidden_sheet": "a hidden sheet",
    "hidden_row": "hidden rows",
    "hidden_column": "hidden columns",
    "pivot_cache": "data behind a pivot table",
    "tracked_changes": "tracked changes",
    "comment": "comments",
    "pdf_attachment": "attached files",
    "mail_attachment": "attached files",
}
VERDICTS = {"pass": "passed", "hold": "HELD", "refuse": "REFUSED", "": "not yet inspected"}


def dangers(report: Mapping[str, Any]) -> list[str]:
    """What makes opening the file a thing to think about, each once; empty if nothing does."""
    refused = ["it could not be opened safely"] if report.get("verdict") == "refuse" else []
    return list(dict.fromkeys([*refused, *_named(report, DANGEROUS)]))


def told(report: Mapping[str, Any]) -> list[str]:
    """What stands beside the link to the file: dangers first, then hidden things."""
    return list(dict.fromkeys([*dangers(report), *_named(report, _TOLD)]))


def about_names(report: Mapping[str, Any]) -> str:
    """Whether a model looked for names in running text, as a sentence; "" if nobody asked.

    Which folder or package it is stands in the program's own records, not on a page.
    """
    told = str(report.get("names", "")).strip().rstrip(".")
    shown = re.sub(r"package “[^”]*”", "package of the name that is set", told)
    shown = re.sub(r"“(?!answerable\[)[^”]*”", "what is set", shown)
    return f"{shown[0].upper()}{shown[1:]}." if shown else ""


def people_in(report: Mapping[str, Any]) -> int:
    """How many people the gate counted where nobody looks."""
    return int(report.get("counts", {}).get("people", 0))


def exposes_people(report: Mapping[str, Any]) -> bool:
    """Whether any finding, of whatever severity, tells of people."""
    if report.get("counts", {}).get("people", 0):
        return True
    return any(
        one.get("people", 0) or one.get("slug") == "visible_personal_data"
        for one in report.get("findings", ())
    )


def _named(report: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    for finding in report.get("findings", ()):
        if finding.get("slug") in words:
            yield words[finding["slug"]]
