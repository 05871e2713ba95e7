"""Compile ``src/answerable/law/data/**.yaml`` to the JSON that the package loads.

Run it after every change to the data: ``make law``. With ``--check`` it only says whether the
compiled files are in step, and ends with status 1 if they are not.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[1] / "src" / "answerable" / "law" / "data"
_LIMBS = re.compile(r"\(([^()]+)\)")


def load(path: Path) -> Any:
    """One YAML file; dates stay as they are written."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)


class _Plain(yaml.SafeLoader):
    """YAML without guessed dates: the data writes dates as text."""


_Plain.yaml_implicit_resolvers = {
    key: [(tag, rx) for tag, rx in rows if tag != "tag:yaml.org,2002:timestamp"]
    for key, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def normal(regime: str, number: str, limbs: str) -> str:
    """The normal form of a provision: FOIA s.31(1)(a)."""
    unit = "reg." if regime in ("EIR", "EISR") else "s."
    return f"{regime} {unit}{number}{limbs}"


def provision_cites(record: dict[str, Any]) -> dict[str, Any]:
    """``cite`` and ``condition`` of an exemption record."""
    number = re.search(r"\d+[A-Z]?", record["section"])
    if number is None:
        raise ValueError(record["id"])
    limb, _, condition = record["limb"].replace("),(", ") with (").partition(" with ")
    section = number.group()
    made = {"cite": normal(record["regime"], section, limb)}
    if condition:
        made["condition"] = normal(record["regime"], section, condition)
    return made


def ncnd_cites(record: dict[str, Any]) -> list[str]:
    """The limbs in ``ncnd.provision`` ("24(2)", "reg 12(6), with (7)", "40(5B)(c)-(d)")."""
    text = record["ncnd"].get("provision") or ""
    match = re.search(r"(\d+[A-Z]?)((?:\([^()]+\))+)(?:-\(([a-z])\))?", text)
    if match is None:
        return []
    number, limbs, last = match.groups()
    parts = _LIMBS.findall(limbs)
    cites = ["".join(f"({part})" for part in parts)]
    if last:
        stem = "".join(f"({part})" for part in parts[:-1])
        cites = [f"{stem}({chr(code)})" for code in range(ord(parts[-1]), ord(last) + 1)]
    more = re.search(r"with (\(5B\)(?:\([^()]+\))*)\(([a-z]+)\)(?:-\(([a-z])\))?", text)
    if more:
        stem, low, high = more.groups()
        ends = range(ord(low), ord(high) + 1) if high else ()
        cites += [f"{stem}({chr(code)})" for code in ends] or [f"{stem}({low})"]
    return [normal(record["regime"], number, cite) for cite in cites]


def provisions() -> list[dict[str, Any]]:
    """Every exemption record with its cites worked out."""
    rows = []
    for regime in ("foia", "eir", "foisa", "eisr"):
        for path in sorted((DATA / "exemptions" / regime).glob("*.yaml"), key=_order):
            for record in load(path).get("records", []):
                record["ncnd"] = record["ncnd"] or {"available": False}
                record["ncnd"]["cites"] = ncnd_cites(record) if record["ncnd"]["available"] else []
                record["notice_profile"] = record.get("notice_profile") or {}
                rows.append({**record, **provision_cites(record)})
    return rows


def _order(path: Path) -> tuple[int, str]:
    digits = re.search(r"\d+", path.stem)
    return (int(digits.group()) if digits else 0, path.stem)


def holidays() -> dict[str, Any]:
    """The bundled calendar with every day written out."""
    data = load(DATA / "holidays" / "bundled.yaml")
    data["holidays"] = {
        part: [f"{year}-{day}" for year, days in years.items() for day in days.split()]
        for part, years in data["holidays"].items()
    }
    return dict(data)


def rows_of_limbs(text: str) -> tuple[list[str], list[str]]:
    """The limbs that "1[a,b] 2 3*" stands for, and those below which anything may stand."""
    limbs: list[str] = []
    open_: list[str] = []
    stack = [""]
    last = ""
    for token in re.findall(r"[0-9A-Za-z]+|[\[\]*]", text):
        if token == "[":
            stack.append(last)
        elif token == "]":
            stack.pop()
        elif token == "*":
            open_.append(last)
        else:
            last = f"{stack[-1]}({token})"
            limbs.append(last)
    return limbs, open_


def structure() -> dict[str, Any]:
    """Which provisions each law has, each written out."""
    data = load(DATA / "structure.yaml")
    for regime in data["regimes"].values():
        for number, text in regime["sections"].items():
            limbs, open_ = rows_of_limbs(text)
            regime["sections"][number] = {"limbs": limbs, "open": open_}
        for row in regime["newer"]:
            row["section"], _, text = row["limbs"].partition(" ")
            limbs = rows_of_limbs(text)[0]
            # "37 1[aa]" came with (1)(aa), not with (1).
            row["limbs"] = [x for x in limbs if not any(y.startswith(x) for y in limbs if y != x)]
        for row in regime["former"]:
            number, _, text = row["limbs"].partition(" ")
            row["section"], row["limbs"] = number, rows_of_limbs(text)[0]
    return {key: data[key] for key in ("regimes", "names", "addresses")}


def compiled() -> dict[str, Any]:
    """Every family by name."""
    about = load(DATA / "exemptions" / "about.yaml")
    defects = [
        row
        for path in sorted((DATA / "defects").glob("*.yaml"))
        for row in load(path).get("defects", [])
    ]
    return {
        "provisions": provisions(),
        "purposes": load(DATA / "exemptions" / "foia" / "s31_purposes.yaml")["purposes"],
        "profiles": about,
        "structure": structure(),
        "others": load(DATA / "others.yaml"),
        "contested": load(DATA / "contested.yaml")["contested"],
        "defects": defects,
        "seed_letter": load(DATA / "defects" / "seed_letter.yaml"),
        "notices": [
            load(path) for path in sorted((DATA / "notices").glob("*.yaml")) if path.stem != "about"
        ],
        "notices_about": load(DATA / "notices" / "about.yaml"),
        "decisions": load(DATA / "decisions.yaml"),
        "overturned": load(DATA / "overturned.yaml"),
        "facts": load(DATA / "facts.yaml"),
        "regulators": load(DATA / "regulators.yaml"),
        "limits": load(DATA / "limits.yaml"),
        "validity": load(DATA / "validity.yaml"),
        "clocks": load(DATA / "clocks.yaml"),
        "clock_table": load(DATA / "clock_table.yaml"),
        "holidays": holidays(),
    }


def main() -> int:
    """Write the compiled files, or check them."""
    folder = DATA / "compiled"
    folder.mkdir(exist_ok=True)
    stale = []
    for family, rows in compiled().items():
        path = folder / f"{family}.json"
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"), sort_keys=False) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(family)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    print("in step" if not stale else f"compiled: {', '.join(stale)}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
