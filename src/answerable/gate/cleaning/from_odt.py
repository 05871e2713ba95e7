"""The words of an OpenDocument text that a reader sees, in order."""

from typing import Any

from answerable.gate.cleaning.blocks import Block, Paragraph, Run, Table
from answerable.gate.readers.odf_beside import hidden_paragraphs, unused_margins
from answerable.gate.readers.odf_sheets import is_low
from answerable.gate.readers.odf_styles import Styles
from answerable.gate.readers.trees import attr, each, local

_ASIDE = {
    "annotation", "annotation-end", "tracked-changes", "hidden-text", "hidden-paragraph",
    "change", "change-start", "change-end", "desc", "title", "object", "image", "notes",
    "database-display", "variable-set", "user-field-decl", "sequence-decls", "forms", "script",
}  # fmt: skip


class OpenWords:
    """Reads one content part, with the styles that it and its style part define."""

    def __init__(self, *roots: Any) -> None:
        """``roots`` are the content and, if there is one, the styles."""
        self._content = roots[0]
        self._styles = {attr(one, "name"): one for root in roots for one in each(root, "style")}
        self._look = Styles(*roots[1:], roots[0])
        self._roots = roots
        used = {attr(one, "master-page-name") for root in roots for one in each(root, "style")}
        for root in roots[1:]:
            for _ in unused_margins(root, used - {""}):
                pass  # each is taken out as it is told
        for _ in hidden_paragraphs(roots[0]):
            pass

    def blocks(self) -> list[Block]:
        """Headings, paragraphs, lists and tables of the text."""
        found: list[Block] = []
        for root in self._roots[1:]:
            for one in each(root, "header"):
                found += self._blocks(one, "")
        for body in each(self._content, "text"):
            if local(body.getparent()) == "body":
                found += self._blocks(body, "")
        return found

    def _blocks(self, holder: Any, item: str) -> list[Block]:
        found: list[Block] = []
        for one in holder:
            name = local(one)
            if name in ("p", "h"):
                level = min(int(attr(one, "outline-level") or 1), 6) if name == "h" else 0
                runs = tuple(self._runs(one, False, False))
                found.append(Paragraph(runs, level, "" if level else item))
                for box in each(one, "text-box"):
                    found += self._blocks(box, "")
            elif name == "list":
                found += self._blocks(one, item or "bullet")
            elif name == "section":
                if attr(one, "display") not in ("none", "condition"):
                    found += self._blocks(one, item)
            elif name in (
                "list-item",
                "list-header",
                "table-of-content",
                "index-body",
                "note-body",
            ):
                found += self._blocks(one, item)
            elif name == "table":
                found.append(self._table(one))
        return found

    def _table(self, table: Any) -> Table:
        rows = []
        for row in each(table, "table-row"):
            if is_low(row, self._look):
                continue
            cells = []
            for cell in (one for one in row if local(one) == "table-cell"):
                inner = self._blocks(cell, "")
                cells.append(tuple(one for one in inner if isinstance(one, Paragraph)))
            rows.append(tuple(cells))
        return Table(tuple(rows))

    def _runs(self, holder: Any, bold: bool, italic: bool) -> list[Run]:
        style = attr(holder, "style-name")
        seen = not self._look.unseen(holder)
        bold, italic = bold or self._has(style, "bold"), italic or self._has(style, "italic")
        found: list[Run] = []
        if seen and holder.text:
            found.append(Run(holder.text, bold, italic))
        for one in holder:
            name = local(one)
            if name == "s" and seen:
                found.append(Run(" " * min(int(attr(one, "c") or 1), 100)))
            elif name in ("tab", "line-break") and seen:
                found.append(Run("\t" if name == "tab" else "\n"))
            elif name == "note":
                found += [
                    run
                    for body in each(one, "note-body")
                    for p in each(body, "p")
                    for run in (Run(" ("), *self._runs(p, False, False), Run(")"))
                ]
            elif name not in _ASIDE and name not in ("frame", "custom-shape", "") and seen:
                found += self._runs(one, bold, italic)
            if seen and one.tail:
                found.append(Run(one.tail, bold, italic))
        return found

    def _has(self, style: str, what: str) -> bool:
        made = self._styles.get(style)
        return (
            made is not None
            and attr(made, "family") == "text"
            and any(
                attr(one, "font-weight") == what or attr(one, "font-style") == what
                for one in each(made, "text-properties")
            )
        )
