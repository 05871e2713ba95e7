"""What a Word document shows, in the order of its text, each piece with the place it is marked by."""

import base64
import io
import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import Limits
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, each, local, words
from answerable.gate.redacting.places import (
    about,
    blocks,
    found_in,
    placed_cells,
    relations,
    rows_of,
    word_package,
    words_of,
)
from answerable.gate.redacting.stories import Story, stories_of

_MOST_PICTURES = 40  # that are drawn small; the others stand there in words
_SIDE, _DOTS = 240, 40_000_000
_LONGEST = 4_000  # characters of a paragraph or cell
_HEADING = re.compile(r"heading ?([1-9])$", re.IGNORECASE)
Item = dict[str, Any]


def outline_of(data: bytes, limits: Limits) -> list[Item]:
    """The pieces of a Word document: {"kind", "place", "story", "text"} and more.

    A paragraph says its "level" (0 for no heading); a table has "rows" of cells, each with its
    "place", "text" and "wide"; a picture has a small "png" in base 64, "" if it cannot be drawn.

    Raises:
        NoCopyError: it is no Word document. TooMuchError, HeldError: as for inspecting.
    """
    package = word_package(data, limits)
    made: list[Item] = []
    for story in stories_of(package, package.tree):
        if story.whole:
            text = words_of(story.holder)[:_LONGEST]
            made.append({"kind": story.name.partition(" ")[0], "place": story.name,
                         "story": story.name, "text": text})  # fmt: skip
        else:
            made += _in(story)
    for number, one in enumerate(one for one in made if one["kind"] == "picture"):
        picture, part = one.pop("drawing")
        one["png"] = _small(picture, part, package) if number < _MOST_PICTURES else ""
    return made


def _in(story: Story) -> Iterator[Item]:
    found = found_in(story.holder)
    within = f"{story.name} " if story.name else ""
    pictures = {id(one): number for number, one in enumerate(found.pictures, 1)}
    paragraphs = {id(one): number for number, one in enumerate(found.paragraphs, 1)}
    tables = 0
    for block in blocks(story.holder):
        if local(block) == "tbl":
            tables += 1
            place = f"{within}table {tables}"
            yield {"kind": "table", "place": place, "story": story.name, "text": "",
                   "rows": _rows(block, place)}  # fmt: skip
        elif id(block) in paragraphs:
            yield {"kind": "paragraph", "place": f"{within}paragraph {paragraphs[id(block)]}",
                   "story": story.name, "text": _shown(block), "level": _level(block)}  # fmt: skip
        for one in block.iter():
            if id(one) in pictures:
                yield {"kind": "picture", "place": f"{within}picture {pictures[id(one)]}",
                       "story": story.name, "text": about(one),
                       "drawing": (one, story.part),}  # fmt: skip


def _rows(table: Any, place: str) -> list[list[Item]]:
    return [
        [
            {"place": f"{place} row {number} column {at}", "text": _shown(cell), "wide": wide}
            for cell, at, wide in placed_cells(row)
        ]
        for number, row in enumerate(rows_of(table), 1)
    ]


def _shown(one: Any) -> str:
    """The words that are seen, and those of a deletion that is tracked, so that they can go too."""
    text = words_of(one) or " ".join(words(one, "delText").split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _level(paragraph: Any) -> int:
    style = next((attr(one, "val") for one in each(paragraph, "pStyle")), "")
    if style.lower() == "title":
        return 1
    met = _HEADING.match(style)
    return int(met.group(1)) if met else 0


def _small(picture: Any, part: str, package: Package) -> str:
    """The first picture that a drawing leads to, drawn small; "" if it cannot be."""
    from PIL import Image

    links = package.links(part)
    for ident in sorted(relations(picture)):
        name = links.get(ident, "")
        if "/media/" not in name or name not in package.archive.names:
            continue
        try:
            with Image.open(io.BytesIO(package.archive.read(name))) as one:
                if one.width * one.height > _DOTS:
                    return ""
                one.thumbnail((_SIDE, _SIDE))
                out = io.BytesIO()
                one.convert("RGBA").save(out, "PNG")
                return base64.b64encode(out.getvalue()).decode()
        except (OSError, ValueError, SyntaxError):
            return ""
    return ""
