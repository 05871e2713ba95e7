"""Spans gathered by what judges them and where they are: counted, sampled, never kept whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from answerable.gate.personal import Names, Tens, Waiting, header_kind, hits
from answerable.gate.shown import Shown
from answerable.gate.spans import Span, Visibility
from answerable.gate.telling import Telling

_SAMPLES, _LENGTH = 12, 600
_SCANNED = 20_000
_FAR = 20  # columns to the right from which a table must be moved to be seen
_OF_PEOPLE = ("name", "home address", "date of birth")
_ASIDE = 5_000  # spans that wait until all that is seen is known


@dataclass
class Group:
    """Everything one check has to judge in one place."""

    carrier: str
    where: str
    unit: str
    pieces: int = 0
    widest: int = 0
    people: int = 0
    samples: list[str] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    columns: dict[int, str] = field(default_factory=dict)
    headed: bool = False
    tens: Tens = field(default_factory=Tens)
    names: Names = field(default_factory=Names)
    remark: int = 0  # the row of the first remark about a person, 0 if there is none

    def name(self, found: Iterable[str]) -> None:
        """People named in its text: as many as there are names, or more if more were counted."""
        for one in found:
            self.names.add(one)
        if self.names:
            self.kinds["name"] = max(self.kinds.get("name", 0), len(self.names))
            self.people = max(self.people, len(self.names))


def gather(spans: Iterable[Span], waiting: Waiting | None = None) -> list[Group]:
    """Groups in the order in which they are met; memory does not grow with the file.

    ``waiting``, if there is one, is filled with text that a model is to read for names; a place
    there is the number of a group.
    """
    groups: dict[tuple[str, str], Group] = {}
    shown, telling = Shown(), Telling()
    for span in _seen_first(spans, shown):
        key = (span.carrier, span.where)
        group = groups.get(key)
        if group is None:
            if len(groups) > 2000:  # the rest is told together
                key = (span.carrier, "further places")
            group = groups.setdefault(key, Group(span.carrier, key[1], span.unit))
        _take(group, span)
        telling.take(group, span)
        if waiting is not None and _worth(group, span):
            waiting.take(id(group), span.text, span.cells, span.visibility is Visibility.VISIBLE)
    telling.settle(shown)
    for group in groups.values():
        _numbers(group)
    return [*groups.values(), *filter(None, map(_far_column, groups.values()))]


def _far_column(group: Group) -> Group | None:
    """A column about people in a table whose first columns, all that is seen at once, are not."""
    told = {at: kind for at, kind in group.columns.items() if kind in _OF_PEOPLE}
    if group.carrier != "visible" or not told or min(group.columns) < _FAR:
        return None
    at = min(told)
    where = f"{group.where}, column {at + 1} of {group.widest}"
    made = Group("far_column", where, "rows", group.pieces, 1, group.people, [told[at]])
    made.kinds = {kind: group.kinds.get(kind, 0) for kind in told.values()}
    return made


def _seen_first(spans: Iterable[Span], shown: Shown) -> Iterator[Span]:
    """The spans as they come; those that count only if they are seen nowhere come last."""
    aside: list[Span] = []
    for span in spans:
        if span.visibility is Visibility.VISIBLE:
            shown.take(span.text, table=bool(span.cells))
        if span.unless_shown and len(aside) < _ASIDE:
            aside.append(span)
        else:
            yield span
    yield from (span for span in aside if not shown.says(span.text))


def _worth(group: Group, span: Span) -> bool:
    """Whether a model may find names here that are not counted by the header of their column."""
    return span.visibility is not Visibility.OPAQUE and "name" not in group.columns.values()


def _numbers(group: Group) -> None:
    """NHS numbers told by the column alone: no word beside them, and no header."""
    told = set(group.columns) if "NHS number" in group.kinds else set()
    for at in group.tens.columns():
        if at not in told:
            found = group.tens.passed[at]
            group.kinds["NHS number"] = max(group.kinds.get("NHS number", 0), found)
            group.people = max(group.people, found)


def _take(group: Group, span: Span) -> None:
    group.pieces += 1
    group.widest = max(group.widest, len(span.cells))
    if len(group.samples) < _SAMPLES and span.carrier != "visible":
        group.samples.append(span.text[:_LENGTH])
    person = False
    for hit in hits(span.text[:_SCANNED]):
        group.kinds[hit.kind] = group.kinds.get(hit.kind, 0) + 1
        person = True
    if span.cells:
        group.tens.take(span.cells)
        if not group.headed:
            columns = {
                at: kind for at, cell in enumerate(span.cells) if (kind := header_kind(cell))
            }
            if columns or group.pieces > 3:
                group.columns, group.headed = columns, True
                return
        for at, kind in group.columns.items():
            if at < len(span.cells) and span.cells[at].strip():
                group.kinds[kind] = group.kinds.get(kind, 0) + 1
                person = True
    group.people += person
