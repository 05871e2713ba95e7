"""Tables of two columns, what was asked beside what is answered, set out one cell after another.

A cell that is broken over lines cannot be read where it stands: half a sentence of the
applicant's is followed by half a sentence of the authority's. Such a table is rewritten in its
own room, each question above its answer; nothing outside it moves.
"""

import itertools
import re
from collections.abc import Iterator

from answerable.letters.text.tabled import ANSWERED, ASKED, NUMBER, heads, lists

_BAR = re.compile(r"[ ]*\|[ ]*")
_GAP = re.compile(r"\t+|[ ]{3,}")
_RULE = frozenset("-=+|:_ \t")
_LABEL = re.compile(r"[\"'“‘]?\(?(?:q(?:uestion)?[ .]?)?(?:\d{1,2}|[a-z])[.):]", re.IGNORECASE)
_HEADS = re.compile(
    r"[ |*]{0,6}(?:(?:no|q|#|ref|item|part)[.#]?[ |*\t]+)?(?:what |your |the )?(?:you|question|request|item|part|point|information|document|description)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:part|item|q|question|request|point|no)?[ .]{0,2}\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]{0,2}(?=\s|$)",
    re.IGNORECASE,
)
_LONGEST = 200  # lines that one table may have
_ROOM = 20_000  # and characters
_MOST = 100  # lines that may be the head of one

_Row = tuple[list[str], list[str]]  # the pieces of the question and of its answer


def set_out(text: str) -> tuple[str, frozenset[int]]:
    """``text`` with such tables set out, of the same length, and where the questions begin."""
    if "|" not in text and "   " not in text and "\t" not in text:
        return text, frozenset()
    text = _keyed(text)
    starts: set[int] = set()
    done = 0  # a heading within a table set out is none
    for start, line in itertools.islice(_wide(text), _MOST):
        found = _split_of(line) if start >= done else None
        if found is None:
            continue
        after = done = start + len(line) + 1
        rows, length = _rows(text[after : after + _ROOM].split("\n"), *found)
        if len(rows) < 1 or not length or not _are_asked(line, rows):
            continue
        length = min(length, len(text) - after)  # the last line of a text may have no end
        body, places = _written(rows, text[after : after + length])
        if len(body) == length:
            text = text[:after] + body + text[after + length :]
            starts |= {after + place for place in places}
            done = after + length
    return text, frozenset(starts)


# "| You asked for | All invoices … |", and more of it in rows whose first cell is blank.
_KEYED = re.compile(
    r"^[ ]{0,8}\|[ ]{0,4}(?P<key>[^|\n ][^|\n]{4,60})\|(?P<first>[^|\n]{4,400})\|[ ]{0,80}\n"
    r"(?P<more>(?:[ ]{0,8}\|[ ]{0,80}\|[^|\n]{1,400}\|[ ]{0,80}\n){0,20})",
    re.MULTILINE,
)


def _keyed(text: str) -> str:
    """``text`` with a request in a boxed summary put on one line behind its key."""
    if "|" not in text:
        return text
    made, last = [], 0
    for match in _KEYED.finditer(text):
        key, first = match["key"].strip(" *:"), match["first"].strip()
        if not ASKED.fullmatch(key) or ANSWERED.fullmatch(first.strip(" *:")):
            continue
        more = [row.strip().strip("|").split("|")[-1].strip() for row in match["more"].splitlines()]
        words = f"{key}: {' '.join([first, *more])}"
        room = len(match.group()) - 2
        if len(words) <= room:
            made += [text[last : match.start()], words.ljust(room), "\n\n"]
            last = match.end()
    return "".join(made) + text[last:] if made else text


def _wide(text: str) -> Iterator[tuple[int, str]]:
    """The lines of more than one cell that may head such a table, with their places."""
    start = 0
    for line in text.split("\n"):
        if ("   " in line or "|" in line or "\t" in line) and _HEADS.match(line) is not None:
            yield start, line
        start += len(line) + 1


def _split_of(line: str) -> tuple[str, int, int] | None:
    """How a heading's line is cut: the sign between cells, the place of the questions, a column."""
    sign = "|" if "|" in line else "\t" if "\t" in line else " "
    cells = _cells(line, sign)
    for place in range(min(2, len(cells) - 1)):
        if place and not NUMBER.fullmatch(cells[0]):
            return None
        if heads(cells, place) or lists(cells, place):
            column = line.index(cells[place + 1], line.index(cells[place]) + len(cells[place]))
            return ("||" if line.lstrip().startswith("|") else sign), place, column
    return None


def _cells(line: str, sign: str) -> list[str]:
    if sign == "|":
        return _BAR.split(line.strip().removeprefix("|").removesuffix("|").strip(" "))
    return [cell for cell in _GAP.split(line.strip()) if cell]


def _are_asked(heading: str, rows: list[_Row]) -> bool:
    """Whether the rows are of what was asked: below "Information | Held?" if each has a label."""
    if _THINGS.match(heading) is None:
        return True
    return len(rows) > 1 and all(_LABEL.match(asked[0]) for asked, _ in rows)


_THINGS = re.compile(
    r"[ |*]{0,6}(?:(?:no|q|#|ref)[.#]?[ |*\t]+)?(?:the )?(?:information|documents?|description)[ *:]*(?:\||\t|[ ]{3})",
    re.IGNORECASE,
)


def _rows(lines: list[str], sign: str, place: int, column: int) -> tuple[list[_Row], int]:
    """The rows of a table below its heading, and how many characters they take."""
    rows: list[_Row] = []
    length = used = 0
    ruled = sum(1 for line in lines if _is_rule(line)) > 1
    fresh, blank = True, False
    for line in lines[:_LONGEST]:
        used += len(line) + 1
        if not line.strip():
            fresh, blank = fresh or not ruled, True
            continue
        if _is_rule(line):
            fresh, length = True, used
            continue
        cut = _cut(line, sign, place, column)
        if cut is None:
            break
        asked, answered = cut
        if blank and not answered and not ruled:
            break  # the letter goes on below the table
        if not rows or (
            asked
            and (
                _LABEL.match(asked)
                or _begins(rows, line, asked, fresh or (not ruled and answered != ""))
            )
        ):
            rows.append(([], []))
        fresh = blank = False
        rows[-1][0].append(asked)
        rows[-1][1].append(answered)
        length = used
    return rows, length


def _begins(rows: list[_Row], line: str, asked: str, fresh: bool) -> bool:
    """Whether a row without a label is a new one rather than more of the last."""
    if line.lstrip().startswith("|") and line.rstrip().endswith("|"):
        return not (asked[0].islower() or _LABEL.match(rows[0][0][0]))
    return fresh and not asked[0].islower() and not _LABEL.match(rows[0][0][0])


def _is_rule(line: str) -> bool:
    return len(line.strip()) > 2 and set(line) <= _RULE


def _cut(line: str, sign: str, place: int, column: int) -> tuple[str, str] | None:
    """What a line says on either side; None for a line that is no part of the table."""
    if sign == " ":
        at = _edge(line, column)
        return None if at is None else (line[:at].strip(), line[at:].strip())
    if sign[0] not in line:
        return None
    cells = [cell.strip() for cell in line.split(sign[0])]
    if sign == "||":
        cells = cells[1:]
    if place and len(cells) > 1:
        cells = [f"{cells[0]}. {cells[1]}" if cells[0] else cells[1], *cells[2:]]
    return cells[0], " ".join(cell for cell in cells[1:] if cell)


def _edge(line: str, column: int) -> int | None:
    """Where the second column begins in a line, two characters more or less."""
    if len(line.rstrip()) <= column:
        return len(line) if line[: column - 1].strip() else None
    for at in (column, column - 1, column + 1, column - 2, column + 2):
        if line[at - 2 : at].isspace() and line[at : at + 1].strip():
            return at
    return column if line[max(0, column - 2) : column].isspace() else None


def _asks(cell: tuple[str, str]) -> bool:
    """Whether the cell of a question holds more than its label, "A" or "Part 2"."""
    return len(_ITEM.sub("", cell[0], count=1)) > 2


def _written(rows: list[_Row], room: str) -> tuple[str, list[int]]:
    """The rows, each question above its answer, in exactly the ``room`` the table took."""
    cells = [(" ".join(filter(None, one)), " ".join(filter(None, other))) for one, other in rows]
    if not all(question for question, _ in cells) or not any(map(_asks, cells)):
        return "", []
    taken = sum(len(question) + len(answer) for question, answer in cells)
    gap = "\n\n" if taken + 4 * len(cells) <= len(room) else "\n"
    made, places, at = "", [], 0
    for question, answer in cells:
        places.append(at)
        made += f"{question}{gap}{answer}{gap}"
        at = len(made)
    more = max(0, min(len(room) - at, room.count("\n") - made.count("\n")))
    # What is left over goes behind the last answer: a line of spaces would be page furniture.
    rest = " " * (len(room) - at - more)
    return made.rstrip("\n") + rest + gap + "\n" * more, places
