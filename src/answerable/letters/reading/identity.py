"""Who writes, under which law and with which reference."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import get_args

from answerable.letters.patterns import at_word, compiled
from answerable.letters.phrases import Phrase, Words, holds
from answerable.letters.rare import Rare
from answerable.model import (
    AuthorityReading,
    Block,
    BlockKind,
    Cite,
    LetterRegime,
    Regime,
    Span,
    Voice,
)
from answerable.model.letter import AuthorityKind

_LAWS = (
    ("FOISA", Phrase(r"freedom of information \(scotland\)|\bfoisa\b|\bfoi\(s\)a\b|foi \(scotland\)", "scotland", "foisa", "foi(s)")),
    ("EISR", Phrase(r"environmental information \(scotland\)|\beisrs?\b|\bei\(s\)rs?\b", "scotland", "eisr", "ei(s)r")),
    ("FOIA", Phrase(r"freedom of information(?! \(scotland\))|\bfoia\b|\bfoi\b(?!\(s\)|sa)(?! \(scotland\))|rhyddid gwybodaeth", "freedom of information", "foi", "rhyddid")),
    ("EIR", Phrase(r"environmental information regulations|\beirs?\b|gwybodaeth amgylcheddol", "environmental information reg", "eir", "amgylcheddol")),
)  # fmt: skip
_KINDS: tuple[tuple[AuthorityKind, Rare], ...] = (
    ("nhs", Rare(r"\bnhs\b|hospital|health board|health and social care|clinical|ambulance|integrated care|bwrdd iechyd|\bgp\b|surgery|medical (?:centre|practice)")),
    ("police", Rare(r"police|constabulary|heddlu")),
    ("university", Rare(r"universit|prifysgol")),
    ("school", Rare(r"academ(?:y|ies)\b|\bschools?\b|multi-academy|\bcollege\b|head ?teacher")),
    ("council", Rare(r"\bcouncil\b|borough|combined authority|cyngor|comhairle|national park authority|fire and rescue|fire authority|county hall|corporation of")),
    ("devolved", Rare(r"welsh government|scottish (?:government|ministers)|llywodraeth cymru|northern ireland (?:office|executive)")),
    ("central", Rare(r"\bdepartment (?:for|of)\b|ministry|cabinet office|home office|\btreasury\b|\bhm \w+|foreign,? |\bdfe\b|agency\b|executive\b|prime minister|attorney general|government legal")),
)  # fmt: skip
_BODY = Rare(
    r"council|trust\b|universit|constabulary|police|department|agency|board\b|authority|school|academ|college|museum|ministry|office\b|commission|service\b|partnership|corporation|hospital|executive|government|practice|institute|library|ombudsman|regulator|tribunal|parliament|assembly|body\b"
)
_REFERENCE = at_word(
    r"(?:(?:(?:our |your |foi |eir |request |case |complaint |cyf/){0,3}ref(?:erence)?\b(?: no\b\.?| number| num\b)?(?: is)?|cyf(?:eirnod)?(?= ?[:.])|(?:foi |eir |foia )?(?:request|case|complaint|foi|eir|foia)(?: no\b\.?| number| num\b| id| ref))[ ]?[:.#]{0,2}[ ]{0,6}|^(?:foi|eir|foia)(?: request| case)?[ ]?[:#]?[ ]?)(?P<ref>[a-z0-9](?:[a-z0-9./_-]{0,20}[ ]){0,2}[a-z0-9./_-]{0,24})",
    re.MULTILINE,
)
_BARE_REFERENCE = compiled(
    r"^(?P<ref>[A-Z]{1,8}[ ./_-]?[A-Z0-9./_-]{0,16}\d[A-Z0-9./_-]{0,16}|\d{2,8}[/-][A-Z0-9/-]{2,16}|[A-Z]{2,6}[ ]\d{2}[-/]\d{2,6})(?=\s|$)",
    re.MULTILINE,
)


def regime_of(
    low: str, own: str, blocks: list[Block], relied: list[Cite], given: Regime | None
) -> LetterRegime:
    """The law the letter itself says it applies; two of them by what it refuses on."""
    if given is not None:
        return given.value
    if "freedom of information act" in own and not holds(low, _OTHER_LAWS):
        return "FOIA"  # the common letter, which names no other law
    handled = _handled_under(own)
    spoken = ""
    if handled:
        named = list(dict.fromkeys(n for words in handled for n, p in _LAWS if p.search(words)))
        if len(named) > 1 and not ("FOISA" in named and "FOIA" in named):
            return "mixed"
    else:
        named = _headed(low, blocks) or _named(own)
        spoken = "" if named else _spoken(low, blocks)
        named = named or _named(spoken)
        if not named:
            named = [name for name, pattern in _LAWS if pattern.search(spoken)]
    used = {cite.regime.value for cite in relied}
    if len(named) > 1 and _environmental_and_refused_by_cost(low, relied):
        named = [name for name in named if name in ("EIR", "EISR")] or named
        used = set(named)
    if len(named) > 1 and used:
        named = [name for name in named if name in used] or named
    if "FOISA" in named and "FOIA" in named:
        named.remove("FOIA")
    if len(named) == 1:
        # "section 50 of the FOI Act", named for the right to complain in a letter under the EIR
        whole = used.pop() if named == ["FOIA"] and used == {"EIR"} else named[0]
        return _as_regime(whole)
    if not named:
        return _as_regime(used.pop()) if len(used) == 1 else "unknown"
    if used:
        return "mixed"
    spoken = spoken or _spoken(low, blocks)
    first = min(named, key=lambda name: _first(spoken, name))
    return _as_regime(first)


def _environmental_and_refused_by_cost(low: str, relied: list[Cite]) -> bool:
    """Whether a request under the Regulations is refused on the Act's own cost limit or section 14.

    The letter is then one under the Regulations with a wrong ground, not one under the Act.
    """
    if not relied or any(cite.number not in ("12", "14") for cite in relied):
        return False
    return _UNDER_REGULATIONS.search(low) is not None


_UNDER_REGULATIONS = compiled(
    r"\brequest (?:made |received )?under the environmental information|\brequest for environmental information"
)
_OTHER_LAWS = (
    "environmental information",
    " eir",
    "(eir",
    "\neir",
    "ei(s)r",
    "scotland",
    "foisa",
    "foi(s)a",
)
# "We have dealt with it under the Environmental Information Regulations 2004."
_HANDLED = Phrase(
    r"\b(?:dealt with|handled|considered|treated|processed|answered|responded to|managed|reply\w*|consider\w*|deal\w*|handl\w*)\b.{0,50}\b(?:under|as an?|in accordance with|pursuant to) (?:the |an? )?(?P<law>(?:freedom of information|foi|environmental information|eir).{0,40})",
    "under", "as a", "accordance", "pursuant",
)  # fmt: skip


def _handled_under(own: str) -> list[str]:
    """The laws under which the letter says it has dealt with the request, or parts of it."""
    found = []
    for span in _HANDLED.among(own):
        match = _HANDLED.pattern.match(own, span.start)
        if match is not None and not _NEGATED.search(own, max(0, span.start - 12), span.end):
            found.append(match.group("law"))
    return found


_NEGATED = compiled(r"\bnot?\b|n't")
_FULL_NAMES = {
    "FOISA": Words("freedom of information (scotland)", "foisa"),
    "EISR": Words("environmental information (scotland)", "eisr"),
    "FOIA": Words("freedom of information act", "foia", "freedom of information legislation"),
    "EIR": Words("environmental information regulations", " eir 2004", " eirs", "(eirs"),
}


def _headed(low: str, blocks: list[Block]) -> list[str]:
    """The one law that stands in a heading near the top, where the letter says no more of it."""
    heads = " | ".join(
        low[block.span.start : block.span.end]
        for block in blocks[:20]
        if block.kind is BlockKind.HEADING and block.voice is not Voice.REQUEST
    )
    found = _named(heads)
    return found if len(found) == 1 else []


def _named(spoken: str) -> list[str]:
    """The laws given their names, rather than "an FOI"."""
    return [name for name, words in _FULL_NAMES.items() if words.found(spoken)]


def _first(spoken: str, name: str) -> int:
    place = next(phrase for law, phrase in _LAWS if law == name).search(spoken)
    return place.start if place else len(spoken)


def _as_regime(name: str) -> LetterRegime:
    for value in get_args(LetterRegime):
        if value == name:
            found: LetterRegime = value
            return found
    return "unknown"


def _spoken(low: str, blocks: list[Block]) -> str:
    voices = (Voice.AUTHORITY, Voice.FURNITURE, Voice.SIGNATURE)
    return "\n".join(
        low[block.span.start : block.span.end] for block in blocks if block.voice in voices
    )


def default_regime(low: str) -> Regime | None:
    """Whose sections bare cites are: FOISA's or EISR's where a letter names those, else ours."""
    if not holds(low, ("scotland", "foisa", "(s)", "eisr")):  # most letters
        return None
    scottish = _LAWS[0][1].search(low) or _LAWS[1][1].search(low)
    return Regime.FOISA if scottish else None


def authority_of(flow: str, low: str, blocks: list[Block], relied: list[Cite]) -> AuthorityReading:
    """The authority's name from its letterhead or signature, and what kind of body it is."""
    name = ""
    for block in (*blocks[:6], *reversed(blocks[-8:])):
        if not _may_name(block):
            continue
        words = flow[block.span.start : block.span.end].strip()
        if _names_body(words):
            name = words.split("   ")[0].split(" - ")[0].strip(" .,")
            break
    if not name:
        name = _spoken_name(flow, low, blocks)
    return AuthorityReading(name, _kind(name.lower(), low), _is_scottish(low, relied))


def _may_name(block: Block) -> bool:
    """Letterhead, signature, or a line of the address to write to."""
    return block.voice in (Voice.FURNITURE, Voice.SIGNATURE) or (
        block.voice is Voice.AUTHORITY and block.kind is BlockKind.HEADING
    )


def _names_body(words: str) -> bool:
    if len(words) >= 90 or ":" in words or "@" in words or words.startswith("Dear"):
        return False
    low = words.lower()
    return _BODY.search(low) is not None and not low.startswith(_NO_BODY)


_NO_BODY = ("freedom", "request", "notice", "environmental", "information", "the information", "yours")  # fmt: skip


_PROPER_END = compiled(
    r"(?:Council|Trust|University|Constabulary|Police|Board|Authority|Agency|College|Academy|School)\b"
)
_PROPER = compiled(
    r"\b(?=[A-Z])((?!The [A-Z]\w+\b(?! [A-Z]))(?:[A-Z][\w'&-]+ (?:and |of |the |for )?){1,6}(?:Council|Trust|University|Constabulary|Police|Board|Authority|Agency|College|Academy|School))\b"
)


_JOINING = ("and", "of", "the", "for")


def _is_named(before: str) -> bool:
    """Whether a name leads up to "Council": no bare "the Council" or "The Council"."""
    words = before.rsplit(None, 2)  # the last two are looked at
    if words and words[-1] in _JOINING:
        words.pop()
    return bool(words) and words[-1] != "The" and words[-1][0].isupper()


def _spoken_name(flow: str, low: str, blocks: list[Block]) -> str:
    for block in blocks:
        if block.voice in (Voice.AUTHORITY, Voice.SIGNATURE, Voice.FURNITURE):
            start, end = block.span
            ends = _PROPER_END.finditer(flow, start, end)
            if not any(_is_named(flow[max(start, m.start() - 60) : m.start()]) for m in ends):
                continue
            match = _PROPER.search(flow, start, end)
            if match and not match.group(1).startswith(("The Information", "Information")):
                return match.group(1)
    return ""


# "(an executive agency of the Department for …)" below a name that tells nothing of it.
_AGENCY = Rare(
    r"\b(?:executive )?agency of (?:the |a )?(?:uk |united kingdom )?(?:department|ministry|home office|cabinet office|treasury)"
)


def _kind(name: str, low: str) -> AuthorityKind:
    if _AGENCY.search(low[:600]):
        return "central"
    for text in (name, low[:600]):
        for kind, pattern in _KINDS:
            if pattern.search(text):
                return kind
    return "other" if name else "unknown"


_SCOTS = Phrase(
    r"scottish information commissioner|kinburn castle|foi\.scot|itspublicknowledge|freedom of information \(scotland\)|\bfoisa\b|environmental information \(scotland\)|police scotland|nhs scotland|scottish (?:ministers|government|borders|fire)|health board[^\n]{0,30}scotland|\b(?:as|being) a scottish (?:\w+ ){0,3}?(?:authority|college|council|university|board|body|school|trust|force)\b|(?:registered )?scottish charit|(?<!company )(?<!firm )registered in scotland|council areas? (?:in|of) [^\n]{0,20}scotland",
    "scottish", "scotland", "kinburn", "foi.scot", "itspublic", "foisa",
)  # fmt: skip


# Sections that mean one thing in the Scottish Act and another in that of 2000, with a word of
# the Scottish meaning: whoever refuses on these works under the Scottish Act, whatever it names.
_SCOTS_LIMBS = {
    ("33", ("1", "b")): "commercial",
    ("33", ("1", "a")): "trade secret",
    ("38", ("1", "b")): "personal data",
    ("36", ("1",)): "legal",
    ("36", ("2",)): "confiden",
    ("25", ("1",)): "accessible",
    ("30", ("c",)): "public affairs",
    ("27", ("1",)): "publi",
}


# The letterhead of an authority that sits in Scotland: its postcode, or the area it is in.
_SCOTS_PLACE = compiled(
    r"\b(?:ab|dd|dg|eh|fk|g|hs|iv|ka|kw|ky|ml|pa|ph|td|ze)\d{1,2} \d[a-z]{2}\b|\b(?:aberdeen(?:shire)?|argyll|ayrshire|"
    r"caithness|clackmannanshire|dumfries|dunbartonshire|dundee|edinburgh|fife|galloway|glasgow|inverclyde|inverness|"
    r"kincardineshire|lanarkshire|lothian|midlothian|moray|orkney|perthshire|renfrewshire|ross-shire|selkirkshire|"
    r"shetland|stirlingshire|sutherland|western isles)\b"
)
# A body of the United Kingdom may have its office there. FOIA s.80.
_OF_THE_UK = compiled(
    r"\b(?:uk\w*|united kingdom|great britain|british|hm|department|ministry|crown|home office|national|revenue)\b"
)
_HEAD = 300  # characters: a letterhead is shorter


def _sits_in_scotland(low: str) -> bool:
    start = len(low) - len(low.lstrip())
    end = low.find("\n\n", start)
    head = low[start : min(end if end >= 0 else start + _HEAD, start + _HEAD)]
    return _SCOTS_PLACE.search(head) is not None and _OF_THE_UK.search(head) is None


def _is_scottish(low: str, relied: list[Cite]) -> bool:
    if _sits_in_scotland(low):
        return True
    if holds(low, ("scot", "kinburn", "itspublic", "foisa")) and _SCOTS.search(low) is not None:
        return True
    # Section 38(1)(b) beside section 40 is health and safety, as the Act of 2000 has it.
    personal = any(cite.number == "40" for cite in relied)
    return any(
        _SCOTS_LIMBS.get((cite.number, cite.parts), "\0") in low
        for cite in relied
        if cite.regime is Regime.FOIA and not (cite.number == "38" and personal)
    )


def reference_of(flow: str, low: str, blocks: list[Block]) -> tuple[str, Span | None]:
    """The letter's own reference and its place."""
    end = blocks[min(len(blocks), 12) - 1].span.end if blocks else 0
    # A reference has a figure and does not leave its line.
    figured = list(_figured(low, end))
    candidates = chain(
        chain.from_iterable(_REFERENCE.finditer(low, *line) for line in figured),
        chain.from_iterable(_BARE_REFERENCE.finditer(flow, *line) for line in figured),
        _SPOKEN_REFERENCE.finditer(low) if "reference" in low else (),
    )
    match = next((each for each in candidates if _is_reference(each.group("ref").lower())), None)
    if match is None:
        return "", None
    span = Span(*match.span("ref"))
    return flow[span.start : span.end], span


_DIGIT = compiled(r"\d")
_SPOKEN_REFERENCE = compiled(
    r"\breference(?: number| no\.?)? (?P<ref>[a-z0-9./-]{0,30}\d[a-z0-9./-]{0,30})"
)
_NOT_REFERENCE = compiled(
    r"(?:of|on|to|dated|received|under|in|for|by|from|your|section|and)\b|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|20\d\d$"
)


def _figured(low: str, end: int) -> Iterator[tuple[int, int]]:
    """The lines with a figure in ``low[:end]``."""
    figure = _DIGIT.search(low, 0, end)
    while figure is not None:
        stop = low.find("\n", figure.start(), end)
        stop = end if stop < 0 else stop
        yield low.rfind("\n", 0, figure.start()) + 1, stop
        figure = _DIGIT.search(low, stop, end)


def _is_reference(words: str) -> bool:
    return any(c.isdigit() for c in words) and _NOT_REFERENCE.match(words) is None
