"""The words of a Word document that a reader sees, in order."""

from typing import Any

from answerable.gate.cleaning.blocks import Block, Paragraph, Run, Table
from answerable.gate.readers import word
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, each, local
from answerable.gate.readers.word_looks import Looks

_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


class DocumentWords:
    """Reads one document; styles and lists are looked up in its own parts."""

    def __init__(self, package: Package) -> None:
        """Read what the styles and lists say."""
        self._package = package
        styles = package.first("word/styles.xml")
        root = package.tree(styles) if styles else None
        self._looks = Looks(root)
        self._levels = _heading_styles(root) if root is not None else {}
        numbering = package.first("word/numbering.xml")
        self._lists = _lists(package.tree(numbering)) if numbering else {}

    def blocks(self) -> list[Block]:
        """The first page's header, the text, its footnotes and the footer."""
        body = [
            block
            for one in self._package.tree(self._package.main)
            if local(one) == "body"
            for block in self._blocks(one)
        ]
        head = self._parts("header")
        return (
            head + body + self._parts("footnotes") + self._parts("endnotes") + self._parts("footer")
        )

    def _parts(self, name: str) -> list[Block]:
        found: list[Block] = []
        for part in sorted(set(self._package.links(self._package.main).values())):
            leaf = part.rpartition("/")[2]
            if leaf.startswith(name) and part in self._package.archive.names:
                for block in self._blocks(self._package.tree(part)):
                    if block not in found and (isinstance(block, Table) or block.text.strip()):
                        found.append(block)
        return found

    def _blocks(self, holder: Any) -> list[Block]:
        found: list[Block] = []
        for one in holder:
            name = local(one)
            if name == "p":
                found.append(self._paragraph(one))
                found += [
                    block for box in _boxes(one) for block in self._blocks(box)
                ]  # words in a frame stand after the paragraph that holds it
            elif name == "tbl":
                found.append(self._table(one))
            elif name in (
                "sdt",
                "sdtContent",
                "smartTag",
                "customXml",
                "footnote",
                "endnote",
                "ins",
                "moveTo",
            ):
                found += self._blocks(one)
        return found

    def _table(self, table: Any) -> Table:
        rows = []
        for row in (one for one in _under(table) if local(one) == "tr"):
            if any(
                local(mark) == "del" for props in row if local(props) == "trPr" for mark in props
            ):
                continue
            cells = []
            for cell in (one for one in _under(row) if local(one) == "tc"):
                inner = [
                    Paragraph((Run(" | ".join(p.text for p in cells_)),))
                    if isinstance(block, Table)
                    else block
                    for block in self._blocks(cell)
                    for cells_ in (
                        [tuple(p for r in block.rows for c in r for p in c)]
                        if isinstance(block, Table)
                        else [()]
                    )
                ]
                cells.append(tuple(one for one in inner if isinstance(one, Paragraph)))
            rows.append(tuple(cells))
        return Table(tuple(rows))

    def _paragraph(self, paragraph: Any) -> Paragraph:
        runs: list[Run] = []
        style, level, item = "", 0, ""
        for props in (one for one in paragraph if local(one) == "pPr"):
            for one in props:
                if local(one) == "pStyle":
                    style = attr(one, "val")
                    level = self._levels.get(style, 0)
                elif local(one) == "numPr":
                    number = next((attr(n, "val") for n in one if local(n) == "numId"), "")
                    item = self._lists.get(number, "bullet") if number not in ("", "0") else ""
        low = style.lower()
        if not item and low.startswith("listbullet"):
            item = "bullet"
        elif not item and low.startswith("listnumber"):
            item = "number"
        for run in paragraph.iter():
            if local(run) == "r" and not word.within_another(run, paragraph):
                state = word.state_of(run, paragraph, self._looks, accept_inserted=True)
                text = "".join(
                    _MARKS.get(local(one), (one.text or "") if local(one) == "t" else "")
                    for one in run
                )
                if state == "visible" and text:
                    runs.append(Run(text, _has(run, "b"), _has(run, "i")))
        return Paragraph(tuple(runs), level, "" if level else item)


def _under(holder: Any) -> list[Any]:
    """Children, with those that a content control or a tracked insertion holds."""
    found: list[Any] = []
    for one in holder:
        if local(one) in ("sdt", "sdtContent", "ins", "customXml"):
            found += _under(one)
        else:
            found.append(one)
    return found


def _boxes(paragraph: Any) -> list[Any]:
    return [
        one
        for one in each(paragraph, "txbxContent")
        if not any(local(above) == "Fallback" for above in one.iterancestors())
        and not any(
            attr(mark, "hidden") in ("1", "true")
            for above in one.iterancestors()
            if local(above) in ("anchor", "inline")
            for mark in above
            if local(mark) == "docPr"
        )
    ]


def _has(run: Any, name: str) -> bool:
    return any(
        local(one) == name and attr(one, "val") not in ("0", "false", "none")
        for props in run
        if local(props) == "rPr"
        for one in props
    )


def _heading_styles(root: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for style in each(root, "style"):
        name = next((attr(one, "val").lower() for one in style if local(one) == "name"), "")
        if name.startswith("heading ") and name[8:9].isdigit():
            found[attr(style, "styleId")] = min(int(name[8:9]), 6)
        elif name == "title":
            found[attr(style, "styleId")] = 1
    return found


def _lists(root: Any) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for one in each(root, "abstractNum"):
        first = next(iter(each(one, "numFmt")), None)
        bullet = first is None or attr(first, "val") == "bullet"
        kinds[attr(one, "abstractNumId")] = "bullet" if bullet else "number"
    return {
        attr(one, "numId"): kinds.get(attr(link, "val"), "bullet")
        for one in each(root, "num")
        for link in each(one, "abstractNumId")
    }
