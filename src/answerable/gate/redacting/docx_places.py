"""Paragraphs, cells, pictures and notes out of a Word document, with what only they lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from answerable.gate.cleaning import NoCopyError
from answerable.gate.readers.trees import each, local, squash, words
from answerable.gate.redacting.places import WHOLE, Place, cells_of, found_in, relations, rows_of
from answerable.gate.redacting.stories import Story
from answerable.gate.redacting.wanted import Spot, Withheld

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCK = "█" * 10  # one width, whatever stood there
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass
class Taken:
    """What went: its words, the relations it spoke of, the notes it had, rows of the schedule."""

    words: list[str] = field(default_factory=list)
    spoken: dict[str, set[str]] = field(default_factory=dict)  # by the part that spoke of them
    notes: dict[str, set[str]] = field(
        default_factory=lambda: {"footnotes": set(), "endnotes": set()}
    )
    comments: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)  # where the relations lead
    rows: list[Withheld] = field(default_factory=list)
    uneven: bool = False  # a field begins in it and ends elsewhere: the layout cannot be kept

    def took(self, one: Any, part: str) -> None:
        """Note what an element had, before it goes."""
        self.words.append(squash(words(one, "t", "delText", "instrText")))
        self.spoken.setdefault(part, set()).update(relations(one))
        kinds = [one.get(f"{_W}fldCharType") for one in each(one, "fldChar")]
        self.uneven |= kinds.count("begin") != kinds.count("end")
        for name, part in _NOTES.items():
            self.notes[part] |= {str(note.get(f"{_W}id")) for note in each(one, name)}


def take(stories: Iterable[Story], spots: Iterable[Spot]) -> Taken:
    """Take the spots out of the stories of a document; a block of one width stands for each.

    Raises:
        NoCopyError: there is no such place.
    """
    named = {one.name: one for one in stories}
    chosen = [(spot, *_chosen(spot.place, named)) for spot in spots]
    taken = Taken()
    for spot, story, elements in chosen:
        for one in elements:
            taken.took(one, story.part)
        taken.rows.append(Withheld(str(spot.place), spot.provision, 1))
    for spot, story, elements in chosen:
        label = f"{BLOCK}{f' [{spot.provision}]' if spot.provision else ''}"
        for one in elements:
            if spot.place.kind == "comment":
                taken.comments.add(str(one.get(f"{_W}id")))
            elif one is story.holder:
                _all_gone(one, label)
            else:
                _replaced(one, label)
    return taken


def _chosen(place: Place, named: Mapping[str, Story]) -> tuple[Story, list[Any]]:
    wanted = f"{place.kind} {place.first}" if place.kind in WHOLE else place.story
    story = named.get(wanted)
    if story is None:
        kind = wanted.partition(" ")[0] or "text"
        count = sum(name.startswith(f"{kind} ") for name in named)
        has = f"{count} {kind}{'s' if count != 1 else ''}"
        raise NoCopyError(f"has {has}, and {place} is not in it; --places lists what there is")
    if place.kind in WHOLE:
        return story, [story.holder]
    return story, list(_elements(place, found_in(story.holder)))


def _all_gone(holder: Any, label: str) -> None:
    """A header, footer or note keeps one paragraph: its number, if it has one, and the block."""
    number = next((one.getparent() for one in each(holder, "footnoteRef", "endnoteRef")), None)
    for child in list(holder):
        holder.remove(child)
    paragraph = etree.SubElement(holder, f"{_W}p")
    if number is not None and local(number) == "r":
        paragraph.append(number)
    paragraph.append(_run(label))


def _elements(place: Place, found: Any) -> Iterable[Any]:
    counted = {"paragraph": found.paragraphs, "table": found.tables, "picture": found.pictures}
    whole = counted[place.kind]
    if place.last > len(whole):
        has = f"{len(whole)} {place.kind}{'s' if len(whole) != 1 else ''}"
        raise NoCopyError(f"has {has}, and {place} is not in it; --places lists what there is")
    if place.kind == "picture":
        yield _with_stand_in(whole[place.first - 1])
        return
    if place.kind == "paragraph":
        yield from whole[place.first - 1 : place.last]
        return
    rows = rows_of(whole[place.first - 1])
    if place.row > len(rows):
        raise NoCopyError(f"has {len(rows)} rows in table {place.first}, and no row {place.row}")
    cells = [
        cell
        for row in (rows[place.row - 1 : place.row] if place.row else rows)
        for cell in cells_of(row, place.column)
    ]
    if not cells:
        raise NoCopyError(f"has no column {place.column} in table {place.first}")
    yield from cells


def _replaced(one: Any, label: str) -> None:
    if local(one) == "p":
        _emptied(one, ("pPr",))
        one.append(_run(label))
    elif local(one) == "tc":
        _emptied(one, ("tcPr",))
        etree.SubElement(one, f"{_W}p").append(_run(label))
    else:
        _picture_gone(one, label)


def _with_stand_in(picture: Any) -> Any:
    """A picture with the other picture that stands in for it in old programs, if there is one."""
    above = (one for one in picture.iterancestors() if local(one) == "AlternateContent")
    return next(above, picture)


def _picture_gone(one: Any, label: str) -> None:
    """The run that held the picture keeps the block."""
    holder = one.getparent()
    if holder is None:  # it was named twice
        return
    text = etree.Element(f"{_W}t")
    text.text = label
    holder.replace(one, text if local(holder) == "r" else _run(label))


def _emptied(one: Any, kept: tuple[str, ...]) -> None:
    for child in list(one):
        if local(child) not in kept:
            one.remove(child)
    for properties in list(one):
        for mark in [*each(properties, "pPrChange", "tcPrChange", "cellDel", "cellIns")]:
            mark.getparent().remove(mark)
        for inner in (part for part in properties if local(part) == "rPr"):
            properties.remove(inner)  # whether the paragraph's own mark was tracked or hidden


def _run(label: str) -> Any:
    run = etree.Element(f"{_W}r")
    etree.SubElement(run, f"{_W}t").text = label
    return run


def without_notes(root: Any, ids: set[str], taken: Taken) -> None:
    """The footnotes or endnotes that hung on what went, out of their part."""
    for one in list(root):
        if local(one) in ("footnote", "endnote") and one.get(f"{_W}id") in ids:
            taken.words.append(squash(words(one, "t", "delText", "instrText")))
            root.remove(one)


def without_relations(root: Any, ids: set[str]) -> None:
    """The relations that only what went spoke of, out of their part."""
    for one in list(root):
        if one.get("Id") in ids:
            root.remove(one)


def without_comments(root: Any, ids: set[str]) -> None:
    """The comments, and their marks in the text, out of a part."""
    kinds = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
    for one in each(root, *kinds):
        above = one.getparent()
        if one.get(f"{_W}id") in ids and above is not None:
            above.remove(one)
