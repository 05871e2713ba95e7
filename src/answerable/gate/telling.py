"""Words out of sight that tell of a person: looked for in every place, settled when all is read.

What the file also shows in plain sight is not out of sight, so nothing is counted before the end.
"""

from typing import TYPE_CHECKING, NamedTuple

from answerable.gate.personal.forenames import FORENAMES
from answerable.gate.personal.patterns import has_postcode
from answerable.gate.personal.told import full_names, loosened, prose, told
from answerable.gate.shown import Shown
from answerable.gate.spans import Span, Visibility

if TYPE_CHECKING:
    from answerable.gate.groups import Group

#: Kinds of what is found, as a report names them.
ABOUT = "words about a person"
ALONE = "name of a person"
UNSEEN = "words nobody sees"

#: Places where a full name by itself says something: what a rule, a list or a code was made for.
_NAMES_ALONE = frozenset(
    (
        "bookmark_name",
        "chart_series",
        "field_code",
        "filter_criteria",
        "form_words",
        "formula_text",
        "index_entry",
        "link",
        "merged_cells",
    )
)
#: Places where no program writes whole sentences by itself.
_NO_SENTENCES = frozenset(
    ("calendar_entry", "field_code", "form_words", "formula_text", "glossary", "index_entry",
     "mail_header", "mail_edges")
)  # fmt: skip
#: Names of cells: a whole postcode in one says whose home the cells are about.
_OF_CELLS = frozenset(("dead_name", "defined_name", "hidden_name"))
_BUDGET, _PIECE, _MOST = 400_000, 20_000, 2_000
_REMARK = 30  # characters of a cell of a table from which it is a remark


class _Waiting(NamedTuple):
    group: "Group"
    kind: str
    words: str
    person: bool


class Telling:
    """Gathers what out-of-sight text tells of people, within a budget of characters."""

    def __init__(self) -> None:
        self._left = _BUDGET
        self._waiting: list[_Waiting] = []

    def take(self, group: "Group", span: Span) -> None:
        """Look into one span; tables in sight are looked into for remarks among figures."""
        if self._left <= 0 or len(self._waiting) >= _MOST:
            return
        if span.visibility is Visibility.VISIBLE:
            if span.cells and len(span.text) > _REMARK:
                self._among_figures(group, span.cells)
            return
        text = span.text[:_PIECE]
        self._left -= len(text)
        text = loosened(text)
        if words := told(text):
            self._waiting.append(_Waiting(group, ABOUT, words, True))
        elif span.carrier in _NAMES_ALONE and (one := next(full_names(text), None)):
            self._waiting.append(_Waiting(group, ALONE, one[0], True))
        elif span.carrier in _OF_CELLS and has_postcode(text):
            self._waiting.append(_Waiting(group, ABOUT, text, True))
        elif span.carrier in _NO_SENTENCES and (words := prose(text)):
            self._waiting.append(_Waiting(group, UNSEEN, words, False))

    def _among_figures(self, group: "Group", cells: tuple[str, ...]) -> None:
        """A remark about a person in a table: in sight, where nobody reads every row."""
        for cell in cells:
            if len(cell) > _REMARK and not FORENAMES.isdisjoint(cell.lower().split()):
                self._left -= len(cell)
                if words := told(cell[:_PIECE], facts=True):
                    group.remark = group.remark or group.pieces
                    self._waiting.append(_Waiting(group, ABOUT, words, True))

    def settle(self, shown: Shown) -> None:
        """Count what was found and stands nowhere in sight."""
        for group, kind, words, person in self._waiting:
            if group.carrier == "visible" or not shown.says(words):
                if group.carrier != "visible" and not any(words in one for one in group.samples):
                    group.samples.insert(0, words[:600])
                group.kinds[kind] = group.kinds.get(kind, 0) + 1
                group.people = max(group.people, 1) if person else group.people
