"""Which labelled things a report finds: a finding of the right kind that names the right thing."""

from typing import Any

from answerable.gate import FileReport
from answerable.gate.report import place_of

_SHEETS = ("hidden_sheet", "very_hidden_sheet")
_CHANGES = ("tracked_changes",)
#: The words of a label, and the checks any of which finds what it speaks of.
_CHECKS = {
    "hidden_sheet": _SHEETS,
    "hidden_name": ("hidden_name", "defined_name"),
    "hidden_rows": (
        "hidden_row",
        "empty_hidden",
        *_SHEETS,
    ),  # a row of a hidden sheet is hidden with it
    "hidden_cols": ("hidden_column", "empty_hidden", *_SHEETS),
    "custom_properties": ("custom_property", "metadata"),
    "cell_comments": ("comment",),
    "doc_comments": ("comment",),
    "slide_comments": ("comment",),
    "threaded_comments": ("comment",),
    "embedded_objects": ("embedded_object",),
    "slide_notes": ("speaker_notes", "empty_hidden"),
    "tracked_deletions": _CHANGES,
    "tracked_insertions": _CHANGES,
    "tracked_moves": _CHANGES,
    "hidden_text_vanish": ("hidden_text", "empty_hidden"),
    "connections": ("data_connection",),
    "pivot_cache_records": ("pivot_cache",),
    "pdf_annotation": ("pdf_annotation", "pdf_mark"),
    "bad_redaction": ("text_under_box", "unapplied_redaction"),
    "bad_redaction_rectangles": ("text_under_box",),
    "hidden_text": ("hidden_text", "text_under_box", "invisible_text"),
    "pdf_embedded_file": ("pdf_attachment",),
    "shared_wb_revision_log": ("revision_log",),
    "deleted": ("dead_name",),
    "pdf_incremental_updates": ("old_revision",),
    "pdf_xfa_form": ("xfa_form",),
    "image_exif": ("metadata", "exif_gps"),
}
#: Labels that say what a file is, and of nothing that it hides.
_NOTHING = ("clean", "control", "doc_binary")
#: Labels made from a file's name which the file does not bear out.
_WRONG = {
    "apache_tika__testComment.pdf": "its comment was printed on the page; there is no annotation",
}


def labelled(row: dict[str, Any]) -> list[str]:
    """The kinds of things that a label says are hidden in its file."""
    kinds = row["kind"] if isinstance(row["kind"], list) else [row["kind"]]
    if row["file"] in _WRONG:
        return []
    return [kind for kind in kinds if kind not in _NOTHING]


def not_found(row: dict[str, Any], report: FileReport) -> list[str]:
    """What a label speaks of and no finding does, of any severity.

    Where a label has names (of sheets, properties, files), each has to stand in a finding of the
    kind, and a secret in any; where it has a number, one finding of the kind is enough.
    """
    if report.verdict == "refuse":  # it says why it was not opened, and never goes
        return []
    missing = []
    for kind in labelled(row):
        expected = (row.get("expected_finding") or {}).get(kind)
        checks = _CHECKS.get(kind, (kind,))
        if kind == "external_link_cache" and expected == 0:  # a link that keeps nothing
            checks = ("external_link",)
        said = [
            f"{place_of(one)} {one.message} {one.excerpt}"
            for one in report.findings
            if one.slug in checks
        ]
        names = expected if isinstance(expected, list) else []
        wanted = [str(name).rpartition(" (")[0] or str(name) for name in names]
        if not said:
            missing.append(kind)
        missing += [f"{kind} “{one}”" for one in wanted if not any(one in words for words in said)]
    secret, everything = row.get("secret"), " ".join(one.excerpt for one in report.findings)
    return [*missing, f"“{secret}”"] if secret and secret not in everything else missing
