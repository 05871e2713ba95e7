"""What an OpenDocument workbook says beside its cells: names, lists, links, conditions."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from answerable.gate.readers.odf_styles import Styles
from answerable.gate.readers.sheet_parts import LIKE_NAMES
from answerable.gate.readers.trees import attr, each, local
from answerable.gate.spans import Span, hidden, note

_LIST = re.compile(r"cell-content-is-in-list\((.*)\)", re.DOTALL)
_WORDS = re.compile(r'^(?:of:|oooc:)?=?\s*"')


def names(root: Any) -> Iterator[Span]:
    """Defined names that hold words of their own, and what is kept of other workbooks."""
    for one in each(root, "named-expression"):
        if _WORDS.match(attr(one, "expression")):
            name = attr(one, "name")
            yield hidden(
                "defined_name", f"{name} = {attr(one, 'expression')}", f"defined name '{name}'"
            )
    for source in each(root, "table-source"):
        where = f"link to another workbook ({attr(source.getparent(), 'name')})"
        yield hidden("external_link_cache", attr(source, "href"), where)


def lists(root: Any) -> Iterator[Span]:
    """Drop-down lists that hold names or references."""
    for one in each(root, "content-validation"):
        found = _LIST.search(attr(one, "condition"))
        if found and LIKE_NAMES.search(found.group(1)):
            yield hidden("validation_list", found.group(1), "drop-down list of cells")


def links(root: Any) -> Iterator[Span]:
    """Addresses that tell more than a page of the web, and tips."""
    for one in root.iter("{*}a"):
        address = attr(one, "href")
        plain = address.startswith(("http://", "https://")) and "?" not in address
        if address and not plain and not address.startswith("#"):
            yield note("link", unquote(address), "addresses of links")
        if attr(one, "title"):
            yield note("link", attr(one, "title"), "tips of links")


def conditions(root: Any, styles: Styles) -> Iterator[Span]:
    """Cells that a conditional format turns into the colour of their ground."""
    for scope in pale(root, styles):
        yield hidden("white_text", "white by a conditional format", f"cells {scope}")


def pale(root: Any, styles: Styles) -> Iterator[str]:
    """The areas of conditional formats that hide what is in them."""
    for rule in each(root, "condition"):
        holder = rule.getparent()
        name = styles.named(attr(rule, "apply-style-name"))
        if local(holder) == "conditional-format" and name and styles.cell(name):
            yield attr(holder, "target-range-address")
