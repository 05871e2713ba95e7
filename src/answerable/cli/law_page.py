"""What is on record for a provision, gathered for one page: what to know before relying on it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from answerable import law
from answerable.law.cites import find, parse, spell
from answerable.law.sources import same_page
from answerable.model import Cite, Regime, UnusableInputError


@dataclass(frozen=True, slots=True)
class LawPage:
    """One provision: its records, and everything else in the law's data that touches it."""

    cite: Cite
    title: str
    status: law.Status
    rows: tuple[law.Provision, ...]
    purposes: tuple[law.Purpose, ...]
    disclosure: dict[str, Any] | None  # what a notice must say: to withhold
    confirming: dict[str, Any] | None  # and to neither confirm nor deny
    requirements: tuple[tuple[law.NoticeKind, law.Requirement], ...]  # that rest on it
    defects: tuple[law.Defect, ...]
    contested: tuple[law.Contested, ...]
    cases: tuple[law.Decision, ...]
    sources: tuple[str, ...]
    on: date | None = None  # the day whose law was asked for


# "EIR 13", "foisa 38", "FOIA 24(2)": the law and a number, which in a letter could be a reference.
_LAW_AND_NUMBER = re.compile(
    r"(foia?|foisa|foi\(s\)a|eirs?|eisrs?|ei\(s\)rs?)\s+(\d.*)", re.IGNORECASE | re.DOTALL
)
_IN_FORCE = date(2005, 1, 1)  # of all four laws


def wanted(text: str, regime: Regime | None, on: date | None = None) -> Cite:
    """The provision that was typed: "s31", "31(1)(a)", "reg 12(5)(e)", "FOISA s33", "EIR 13".

    ``on``: as the law stood that day.

    Raises:
        UnusableInputError: it is no cite, several, or the law has no such provision.
    """
    if on is not None and on < _IN_FORCE:
        raise UnusableInputError(
            f"--on {on:%-d %B %Y} is before the right to information began on "
            f"{_IN_FORCE:%-d %B %Y}; give a later day."
        )
    words = text.strip()
    named = _LAW_AND_NUMBER.fullmatch(words)
    if named is not None:
        unit = "reg " if named.group(1).lower().startswith("e") else "s."
        words = f"{named.group(1)} {unit}{named.group(2)}"
    if words[:1].isdigit():
        words = ("reg " if regime is not None and regime.environmental else "s.") + words
    cites = _parsed(words, regime) or _parsed(f"{regime or Regime.FOIA} {words}", None)
    if not cites:
        raise UnusableInputError(
            f"“{text}” is not a provision; write it as s31, s31(1)(a), reg 12(5)(e) or FOISA s33."
        )
    if len(cites) > 1:
        raise UnusableInputError(
            f"“{text}” is {len(cites)} provisions; ask for one at a time, as in {cites[0]}."
        )
    if on is not None and not law.exists(cites[0], on):
        raise UnusableInputError(_not_then(cites[0], on))
    if on is None and not law.exists(cites[0]):
        until = law.stood_until(cites[0])
        if until is not None:
            raise UnusableInputError(
                f"{cites[0]} does not exist now; it stood until {until:%-d %B %Y}, and --on with an "
                "earlier day shows it."
            )
        raise UnusableInputError(
            f"{cites[0]} does not exist; “answerable law {cites[0].whole}” shows what there is."
            if law.exists(cites[0].whole)
            else f"{cites[0]} does not exist; “answerable law” lists the provisions on record."
        )
    return cites[0]


def _not_then(cite: Cite, on: date) -> str:
    since, until = law.stands_since(cite), law.stood_until(cite)
    if since is not None and on < since:
        return f"{cite} did not stand on {on:%-d %B %Y}; it came on {since:%-d %B %Y}."
    if until is not None:
        return f"{cite} stood no longer on {on:%-d %B %Y}; it went on {until:%-d %B %Y}."
    return f"{cite} did not exist on {on:%-d %B %Y} and does not now; “answerable law” lists what there is."


def _parsed(words: str, regime: Regime | None) -> tuple[Cite, ...]:
    try:
        return parse(words, regime)
    except ValueError:
        return ()


def gather(cite: Cite, on: date | None = None) -> LawPage:
    """Everything on record for ``cite``, with its status ``on`` that day.

    Raises:
        UnusableInputError: nothing is on record.
    """
    rows = law.limbs(cite) or (law.behind(cite) if law.is_exemption(cite.whole) else ())
    requirements = _requirements(cite)
    defects = _defects(cite)
    if not (rows or requirements or defects):
        raise UnusableInputError(
            f"Nothing is on record for {cite}; “answerable law” lists what is, and the text is at "
            f"{law.link(cite)}."
        )
    contested = law.contested(cite)
    cases = _cases(cite)
    return LawPage(
        cite=cite,
        title=_title(rows) if law.is_exemption(cite.whole) or _single(cite, rows) else "",
        status=law.status(cite, on),
        rows=rows,
        purposes=law.purposes() if any("31(2)" in row.limb + row.title for row in rows) else (),
        disclosure=_profile(cite) if rows and not law.is_ncnd_limb(cite) else None,
        confirming=_profile(cite, confirming=True) if law.ncnd_of(cite) else None,
        requirements=requirements if not law.is_exemption(cite) else (),
        defects=defects,
        contested=contested,
        cases=cases,
        sources=_sources(cite, rows, contested, cases),
        on=on,
    )


def _single(cite: Cite, rows: tuple[law.Provision, ...]) -> bool:
    return len(rows) == 1 and rows[0].cite == str(cite)


def _title(rows: tuple[law.Provision, ...]) -> str:
    if not rows:
        return ""
    heads = list(dict.fromkeys(row.title.partition(":")[0] for row in rows))
    return rows[0].title if len(rows) == 1 else heads[0] if len(heads) == 1 else "; ".join(heads)


def _profile(cite: Cite, *, confirming: bool = False) -> dict[str, Any] | None:
    """What a notice must say, with bare provisions spelled out as a like profile has them."""
    found = law.profile(cite, confirming=confirming)
    if found is None:
        return None
    family = found["name"].rpartition("_")[0]
    law_of = family.partition("_")[0]
    profiles = law.table("profiles")["notice_profiles"]
    # Those of the same family last, so that their words win.
    like = sorted(
        (name for name in profiles if name.startswith(law_of)), key=lambda n: n.startswith(family)
    )
    said = {
        words.partition(" ")[0]: words
        for name in like
        for words in profiles[name].get("must", ())
        if " " in words
    }
    return {**found, "must": [said.get(words, words) for words in found.get("must", ())]}


def _requirements(cite: Cite) -> tuple[tuple[law.NoticeKind, law.Requirement], ...]:
    return tuple(
        (kind, each)
        for kind in law.notices()
        for each in kind.requirements
        if _rests(cite, each.provision, kind.regime)
    )


def _defects(cite: Cite) -> tuple[law.Defect, ...]:
    return tuple(
        each
        for each in law.defects()
        if _rests(cite, each.provision, each.regime.replace("/", " ").split()[0])
    )


def _rests(cite: Cite, provision: str, regime: str) -> bool:
    known = Regime(regime) if regime in set(map(str, Regime)) else None
    return any(
        each.within(cite) or (len(each.parts) > 0 and cite.within(each))
        for hit in find(provision, known)
        for each in hit.cites
    )


def _cases(cite: Cite) -> tuple[law.Decision, ...]:
    """Decisions on this provision, those first that can be shown at an official address."""
    found = [
        each
        for each in law.cases()
        if law.shown_sources(each)
        and any(_on(cite, topic, scottish="Scottish" in each.court) for topic in each.topics)
    ]
    return tuple(sorted(found, key=lambda each: -(each.year or 0)))


def _on(cite: Cite, topic: str, *, scottish: bool) -> bool:
    """Whether a topic ("31(3)", "EIR 12(4)(b)") is this provision or touches it."""
    name = Regime.FOISA if scottish else Regime.FOIA
    words = f"{name} s.{topic}" if topic[:1].isdigit() else topic
    return any(each.within(cite) or cite.within(each) for each in _parsed(words, None))


def _sources(
    cite: Cite,
    rows: tuple[law.Provision, ...],
    contested: tuple[law.Contested, ...],
    cases: tuple[law.Decision, ...],
) -> tuple[str, ...]:
    found = [law.link(cite)]
    for record in (*rows, *contested, *cases):
        found += law.shown_sources(record)
    return tuple(unique(found, key=same_page))


def unique(items: Iterable[str], key: Any = str) -> list[str]:
    """``items`` in their order, each once."""
    seen: dict[str, str] = {}
    for item in items:
        seen.setdefault(key(item), item)
    return list(seen.values())


def as_json(page: LawPage) -> dict[str, Any]:
    """The page as data: what was read where stays out, but for official addresses."""
    return {
        "cite": str(page.cite),
        "name": spell(page.cite, "full"),
        "title": page.title,
        "status": page.status,
        **_dated(page),
        "exemption": law.is_exemption(page.cite),
        "ncnd_limb": law.is_ncnd_limb(page.cite),
        "ncnd_limbs": [str(cite) for cite in law.ncnd_limb_for(page.cite)],
        "limbs": [_plain(row) | {"sources": list(law.shown_sources(row))} for row in page.rows],
        "purposes": [_plain(each) for each in page.purposes],
        "notice": {
            "withholding": _cleaned(page.disclosure or {}) or None,
            "neither_confirming_nor_denying": _cleaned(page.confirming or {}) or None,
        },
        "requirements": [{"notice": kind.kind, **_plain(each)} for kind, each in page.requirements],
        "defects": [{"slug": each.id, "title": each.title} for each in page.defects],
        "contested": [_contested(point) for point in page.contested],
        "decisions": [_plain(each) | {"url": law.shown_sources(each)[0]} for each in page.cases],
        "sources": list(page.sources),
        "link": law.link(page.cite),
    }


def _dated(page: LawPage) -> dict[str, Any]:
    """The day asked about and the days between which the provision stood, where they are known."""
    if page.on is None:
        return {}
    since, until = law.stands_since(page.cite), law.stood_until(page.cite)
    return {
        "on": page.on.isoformat(),
        "since": since and since.isoformat(),
        "until": until and until.isoformat(),
    }


_WHERE_READ = ("seen_at", "also_seen", "source_unread", "contested_source", "contested_source_2",
               "contested_source_3", "url")  # fmt: skip


def _plain(record: msgspec.Struct) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(record)
    return _cleaned(data)


def _cleaned(data: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in data.items():
        if key in _WHERE_READ or value is None:
            continue
        if key == "verified":
            value = "source read" if value.startswith("http") else value
        kept[key] = _cleaned(value) if isinstance(value, dict) else value
    return kept


def _contested(point: law.Contested) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(point)
    for view in data["views"]:
        if not law.is_shown(view["source"]):
            view["source"] = "from-knowledge"
    return data
