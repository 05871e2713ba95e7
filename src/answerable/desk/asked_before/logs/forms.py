"""The form of a log: the file, whose it is, and which column is what."""

from typing import Any

from django import forms

from answerable.desk.asked_before.logs.limits import MAPPING_BYTES, MOST_BYTES


class LogForm(forms.Form):
    """A log to be looked at."""

    body = forms.CharField(
        label="Whose log is it?",
        help_text="The name of the body. Where the mapping names a column for the body, each row "
        "has its own",
        max_length=200,
        error_messages={"required": "Give the name of the body whose log it is."},
    )
    file = forms.FileField(
        label="The log",
        help_text="CSV, JSON or JSONL; the published requests of iCasework (XML or JSON) or "
        "Infreemation (JSON); a request of WhatDoTheyKnow saved as JSON. Up to 20 MB. Columns that "
        "are not used, such as who asked, are not kept",
        allow_empty_file=True,  # told in our own words
        error_messages={"required": "Choose the file of the log."},
    )
    mapping = forms.FileField(
        label="A mapping file (optional)",
        help_text="Lines such as “text: Request details” that say which column is what. Usual names "
        "are known without",
        required=False,
        allow_empty_file=True,
    )

    def clean(self) -> dict[str, Any]:
        """Not too large to be read at all, and a mapping that is text."""
        said: dict[str, Any] = super().clean() or {}
        file, mapping = said.get("file"), said.get("mapping")
        if file and file.size > MOST_BYTES:
            self.add_error("file", "The file is over 20 MB. Give it in parts, by year.")
        said["lines"] = ""
        if mapping and mapping.size > MAPPING_BYTES:
            self.add_error("mapping", "The mapping is over 5 kB; it needs a line for each field.")
        elif mapping:
            try:
                said["lines"] = mapping.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("mapping", "The mapping is not UTF-8 text; save it again as UTF-8.")
        return said
