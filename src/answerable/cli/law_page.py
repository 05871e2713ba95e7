"""The page of a provision: what an officer needs to know before relying on it."""

from typing import Any

import msgspec

from answerable import law
from answerable.law.cites import parse_one
from answerable.model import Cite, Regime, UnusableInputError


def wanted(text: str, regime: Regime | None) -> Cite:
    """The provision that was typed.

    Raises:
        UnusableInputError: it is no cite, or nothing is on record for it.
    """
    words = text.strip()
    if words[:1].isdigit():
        words = f"s.{words}"
    try:
        cite = parse_one(words, regime)
    except ValueError:
        raise UnusableInputError(
            f"“{text}” is not a provision; write it as s31, s31(1)(a), reg 12(5)(e) or FOISA s33."
        ) from None
    if not law.limbs(cite) and not law.is_ncnd_limb(cite):
        raise UnusableInputError(
            f"Nothing is on record for {cite}; “answerable law” lists what is."
        )
    return cite


def _rows(cite: Cite) -> tuple[law.Provision, ...]:
    return law.limbs(cite) or law.limbs(cite.whole)


def as_json(cite: Cite) -> dict[str, Any]:
    """Everything on record for the provision."""
    rows = _rows(cite)
    return {
        "cite": str(cite),
        "status": law.status(cite),
        "ncnd_limb": law.is_ncnd_limb(cite),
        "limbs": [_row(row) for row in rows],
        "contested": [msgspec.to_builtins(point) for point in law.contested(cite)],
        "link": law.link(cite),
    }


def _row(row: law.Provision) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(row)
    for hidden in ("seen_at", "also_seen", "verified"):
        data.pop(hidden, None)
    data["ncnd"] = {
        key: value
        for key, value in data["ncnd"].items()
        if value not in (None, [], ()) and key not in ("seen_at", "also_seen", "verified")
    }
    data["sources"] = list(law.shown_sources(row))
    data["verified"] = "from-knowledge" if row.verified == "from-knowledge" else "source read"
    return data


def page(cite: Cite) -> str:
    """The page as plain text."""
    rows = _rows(cite)
    head = rows[0]
    lines = [f"{cite}  {head.title.split(':')[0]}", f"{law.link(cite)}", ""]
    for row in rows:
        lines += _limb(row)
    lines += _ncnd(rows)
    lines += _list("A notice must carry", _musts(head))
    lines += _list("Say", _unique(item for row in rows for item in row.must_identify))
    lines += _list(
        "Common mistakes", _unique(item for row in rows for item in row.typical_mistakes)
    )
    lines += _list(
        "Beside other provisions", _unique(item for row in rows for item in row.relations)
    )
    for point in law.contested(cite) or law.contested(cite.whole):
        lines += ["", f"Contested: {point.point}"]
        lines += [f"  - {view.view} ({view.who})" for view in point.views]
        lines += [f"  Safe meanwhile: {point.safe}"]
    sources = _unique(url for row in rows for url in law.shown_sources(row))
    lines += _list("Sources", sources)
    return "\n".join(lines)


def _limb(row: law.Provision) -> list[str]:
    status = (
        "absolute"
        if row.absolute
        else "qualified"
        if row.qualified
        else row.status.replace("_", " ")
    )
    lines = [f"{row.citation}  {row.title}  [{status}]"]
    if row.threshold:
        lines.append(f"    test: {row.threshold.replace('_', ' ')}")
    if row.decision_maker and row.decision_maker != "authority":
        lines.append(f"    decided by: {row.decision_maker}")
    if row.lifespan.years:
        lines.append(f"    ends after {row.lifespan.years} years ({row.lifespan.provision})")
    return lines


def _ncnd(rows: tuple[law.Provision, ...]) -> list[str]:
    found = _unique(
        f"{' or '.join(row.ncnd.cites)}: {row.ncnd.test} [{row.ncnd.status}]"
        for row in rows
        if row.ncnd.available
    )
    return _list("To neither confirm nor deny", found or ["There is no such limb."])


def _musts(row: law.Provision) -> list[str]:
    profiles = law.table("profiles")["notice_profiles"]
    name = row.notice_profile.disclosure if row.notice_profile else None
    return list(profiles.get(name or "", {}).get("must", []))


def _unique(items: Any) -> list[str]:
    return list(dict.fromkeys(str(item) for item in items))


def _list(title: str, items: list[str]) -> list[str]:
    return ["", title, *(f"  - {item}" for item in items)] if items else []
