"""Lists of what to withhold, as people and programs write them, read and judged."""

import json
import math
from typing import Any

from answerable.gate.redacting.places import read_place
from answerable.gate.redacting.wanted import EVERY_PAGE, USUAL, Audience
from answerable.model import UnusableInputError

_MOST = 5_000
_LONGEST = 60  # characters of a provision: it is printed on the mark
_HOW = 'write a list of {"page": 1, "x": 72, "y": 90, "w": 120, "h": 14, "provision": "s.40(2)"}'
_PLACES = "write “paragraph 3”, “paragraphs 3 to 5”, “table 1 row 2 column 3”, “table 1 column 3”, “picture 1”, “header 1 paragraph 2” or “footnote 1”"
_WHOM = "applicant, log or regulator"


def read_terms(text: str) -> list[tuple[str, str] | tuple[str, str, list[str]]]:
    """Terms from a file of one a line: the term, after a tab its provision, after another for whom.

    Raises:
        UnusableInputError: no term, one of a single character, an audience nobody knows.
    """
    found: list[tuple[str, str] | tuple[str, str, list[str]]] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        term, _, rest = line.partition("\t")
        provision, _, whom = rest.partition("\t")
        if not term.strip():
            continue
        if len(term.strip()) < 2:
            raise UnusableInputError(
                f"Line {number} of the terms is a single character; write a longer term."
            )
        if whom.strip():
            named = audiences(whom.replace(",", " ").split(), f"Line {number} of the terms")
            found.append((term.strip(), _provision(provision), named))
        else:
            found.append((term.strip(), _provision(provision)))
    if not found:
        raise UnusableInputError(
            "The list of terms is empty; write one term a line, and its provision after a tab."
        )
    return found


def read_regions(text: str) -> list[dict[str, Any]]:
    """Regions from JSON: {"page", "x", "y", "w", "h", "provision", "audiences"}, in a list.

    ``width`` and ``height`` may stand for ``w`` and ``h``, and ``box`` (left, top, right, bottom)
    for all four, and "page": "all" is every page; the list may stand under "regions". In a Word document, which has no fixed pages,
    {"place": "paragraph 3"} stands for the page and the numbers.

    Raises:
        UnusableInputError: it cannot be read so.
    """
    found: list[dict[str, Any]] = []
    for number, one in enumerate(_listed(text, "regions", "The regions are", _HOW), 1):
        if isinstance(one, dict) and "place" in one:
            found.append(_spot(one, number))
            continue
        try:
            left, top, right, bottom = _box(one)
            page = EVERY_PAGE if one.get("page") == "all" else _page(one.get("page", 1))
        except (TypeError, KeyError, ValueError, AttributeError, OverflowError):
            raise UnusableInputError(f"Region {number} cannot be read; {_HOW}.") from None
        if not (
            right > left and bottom > top and (1 <= page <= 1_000_000 or one.get("page") == "all")
        ):
            raise UnusableInputError(f"Region {number} has no area or no page; {_HOW}.")
        made = {
            "page": page,
            "box": [left, top, right, bottom],
            "provision": _provision(one.get("provision", "")),
        }
        if "audiences" in one:
            made["audiences"] = audiences(one["audiences"], f"Region {number}")
        found.append(made)
    return found


def _spot(one: dict[str, Any], number: int) -> dict[str, Any]:
    place = read_place(str(one["place"]))
    if place is None:
        raise UnusableInputError(f"Region {number} names no place that is known; {_PLACES}.")
    made: dict[str, Any] = {"place": str(place), "provision": _provision(one.get("provision", ""))}
    if "audiences" in one:
        made["audiences"] = audiences(one["audiences"], f"Region {number}")
    return made


def read_findings(text: str) -> list[dict[str, Any]]:
    """Findings from the JSON that ``answerable inspect`` writes, or a list of some of them.

    Each may say its "provision" and "audiences". Those about personal data in plain sight name
    what to take out; whatever else the gate finds stays behind in any copy.

    Raises:
        UnusableInputError: it cannot be read so, or is about several files.
    """
    how = "give what “answerable inspect --format json” writes about this one file"
    given = _loaded(text, "The findings are", how)
    if isinstance(given, dict) and isinstance(given.get("files"), list):
        if len(given["files"]) != 1 or not isinstance(given["files"][0], dict):
            raise UnusableInputError(f"The findings are about several files or none; {how}.")
        given = given["files"][0]
    found = []
    for number, one in enumerate(_items(given, "findings", "The findings are", how), 1):
        where = one.get("where") if isinstance(one, dict) else None
        place = where.get("place") if isinstance(where, dict) else None
        if not isinstance(place, str):
            raise UnusableInputError(f"Finding {number} says no place; {how}.")
        if one.get("slug") == "visible_personal_data":
            found.append(
                {
                    "place": place,
                    "told": str(one.get("excerpt") or one.get("message") or ""),
                    "provision": _provision(one.get("provision", "")),
                    "audiences": audiences(one.get("audiences", USUAL), f"Finding {number}"),
                }
            )
    return found


def audiences(given: Any, where: str) -> list[str]:
    """Names of audiences, checked.

    Raises:
        UnusableInputError: none, or one that nobody knows.
    """
    listed = list(given) if isinstance(given, (list, tuple)) else []
    if not listed or any(one not in list(Audience) for one in listed):
        raise UnusableInputError(f"{where} says for whom it is in a way nobody knows; {_WHOM}.")
    return [str(one) for one in listed]


def _page(given: Any) -> int:
    if isinstance(given, bool) or int(given) != float(given):
        raise ValueError("no number of a page")
    return int(given)


def _box(one: Any) -> tuple[float, float, float, float]:
    if "box" in one:
        left, top, right, bottom = (float(x) for x in one["box"])
    else:
        left, top = float(one["x"]), float(one["y"])
        wide, high = one.get("w", one.get("width")), one.get("h", one.get("height"))
        right, bottom = left + float(wide), top + float(high)
    if not all(math.isfinite(x) for x in (left, top, right, bottom)):
        raise ValueError("no number")
    return left, top, right, bottom


def _provision(given: Any) -> str:
    made = " ".join(str(given).split())
    if len(made) > _LONGEST or not made.isprintable():
        raise UnusableInputError(
            f"“{made[:_LONGEST]}” is too long for a mark; write the provision, as in “s.40(2)”."
        )
    return made


def _listed(text: str, key: str, what: str, how: str) -> list[Any]:
    return _items(_loaded(text, what, how), key, what, how)


def _loaded(text: str, what: str, how: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        raise UnusableInputError(f"{what} no JSON (line {problem.lineno}); {how}.") from None
    except (RecursionError, ValueError):
        raise UnusableInputError(f"{what} no JSON that can be read; {how}.") from None


def _items(given: Any, key: str, what: str, how: str) -> list[Any]:
    listed = given.get(key) if isinstance(given, dict) else given
    if not isinstance(listed, list) or not listed:
        raise UnusableInputError(f"{what} no list, or an empty one; {how}.")
    if len(listed) > _MOST:
        raise UnusableInputError(f"{what} more than {_MOST:,}; split the list.")
    return listed
