"""A stored value as its number format shows it; what the format hides stays behind.

A mean of 2.8333333 shown as "3" is copied as 3: decimals nobody saw can give small numbers away.
"""

import re
from datetime import datetime, timedelta

from answerable.gate.cleaning.grids import Cell

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "£#,##0", 6: "£#,##0", 7: "£#,##0.00",
    8: "£#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd/mm/yyyy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: "£#,##0", 43: "#,##0.00", 44: "£#,##0.00", 45: "mm:ss", 46: "h:mm:ss",
    47: "mm:ss", 48: "0.0E+0",
}  # fmt: skip
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_TOKEN = re.compile(r"y+|m+|d+|h+|s+|[^a-z]|[a-z]", re.IGNORECASE)
_DATES_MADE = re.compile(r"[dmyhs:/\-., ]+", re.IGNORECASE)


def format_code(number: str, codes: dict[str, str]) -> str:
    """The code of a number format by its id: the file's own, or one of those every program has."""
    if number in codes:
        return codes[number]
    return _BUILT_IN.get(int(number), "") if number.isdigit() else ""


def shown(value: str, code: str, since_1904: bool = False) -> Cell:
    """A number as its format shows it; text that is no number stays text."""
    try:
        number = float(value)
    except ValueError:
        return Cell(value)
    if number != number or abs(number) == float("inf"):
        return Cell(value)
    sections = code.split(";")
    section = sections[0]
    if number < 0 and len(sections) > 1:
        section = sections[1]
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    bare = _ASIDE.sub("", section)
    if not bare.strip() and section.strip():
        return Cell(_literal(section).strip())  # words alone, or a section that shows nothing
    if not bare.strip() and code:
        return Cell("")
    if not bare.strip() or bare.strip().lower() in ("general", "@"):
        rounded = float(f"{number:.11g}")
        return Cell(f"{rounded:.11g}", rounded, "")
    if _DATE.search(re.sub(r"E[+-]0+", "", bare)):
        return _date(number, bare, since_1904)
    return _number(number, section, bare, len(sections) > 1 and number < 0)


def _number(number: float, section: str, bare: str, own_sign: bool) -> Cell:
    digits = re.search(r"[#0?][#0?,]*(?:\.([#0?]*))?,*", bare)
    if digits is None or "/" in bare or "E" in bare.upper():
        if digits is None:  # words alone
            return Cell(section.replace('"', "").replace("\\", "").strip())
        return Cell(f"{number:.6g}", float(f"{number:.6g}"), "")
    places = min(len(digits.group(1) or ""), 12)
    run = digits.group(0)
    thousands = bool(re.search(r"[#0?],[#0?]", run))
    percent = "%" in bare
    scaled = number / 1000 ** (len(run) - len(run.rstrip(",")))
    rounded = round(scaled, places + (2 if percent else 0))
    size = rounded * 100 if percent else rounded
    text = f"{abs(size) if own_sign else size:{',' if thousands else ''}.{places}f}"
    literal = _literal(section)
    pattern = re.search(r"[#0?].*[#0?.,%]|[#0?]", literal)
    before, _, after = literal.partition(pattern.group(0) if pattern else literal or " ")
    money = before.strip() if before.strip() in ("£", "$", "€") else ""
    if (before.strip() and not money) or after.strip(" )(") or "(" in before:
        return Cell(f"{before.strip(' ')}{text}{'%' if percent else ''}{after.rstrip()}")
    if own_sign and not before.strip().startswith("-"):
        text = "-" + text
    if money:
        text = text.replace("-", "-" + money) if "-" in text else money + text
    made = ("#,##0" if thousands else "0") + ("." + "0" * places if places else "")
    return Cell(text + ("%" if percent else ""), rounded, money + made + ("%" if percent else ""))


def _literal(section: str) -> str:
    """A section without colours, conditions, fillers and quotation marks."""
    return re.sub(r'[_*].|\[(?!\$)[^\]]*\]|\[\$|-[0-9A-F]{3,}\]|\]|["\\]', "", section)


def _date(number: float, bare: str, since_1904: bool) -> Cell:
    epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    hours = re.search(r"[hs]", bare, re.IGNORECASE) is not None
    days = re.search(r"[dy]", bare, re.IGNORECASE) is not None
    if not -600_000 < number < 2_900_000:
        return Cell(f"{number:.11g}", number, "")
    try:
        when = epoch + timedelta(days=number if hours else float(number // 1))
    except OverflowError:
        return Cell(f"{number:.11g}", number, "")
    when = (when + timedelta(milliseconds=500)).replace(microsecond=0)
    made: list[str] = []
    last = ""
    for token in _TOKEN.findall(re.sub(r"AM/PM", "", bare, flags=re.IGNORECASE)):
        low = token.lower()
        if low[0] == "y":
            made.append(f"{when.year:04d}" if len(low) > 2 else f"{when.year % 100:02d}")
        elif low[0] == "m" and (last == "h" or (not days and hours)):
            made.append(f"{when.minute:02d}")
        elif low[0] == "m":
            made.append(when.strftime({3: "%b", 4: "%B"}.get(len(low), "%m")))
        elif low[0] == "d":
            made.append(when.strftime({3: "%a", 4: "%A"}.get(len(low), "%d")))
        elif low[0] == "h":
            made.append(f"{when.hour:02d}")
        elif low[0] == "s":
            made.append(f"{when.second:02d}")
        else:
            made.append(token)
        last = low[0] if low[0].isalpha() else last
    text = "".join(made).strip()
    if since_1904 or not _DATES_MADE.fullmatch(bare) or number < 61:
        return Cell(text)
    return Cell(text, round(number, 6) if hours else float(number // 1), bare.strip())
