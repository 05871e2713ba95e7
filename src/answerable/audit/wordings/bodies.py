"""Bodies that answer under the Act of 2000 wherever they sit, by their names."""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.model import Letter, Voice

_UK_WIDE = Phrase(
    r"\b(?:hm (?:revenue|treasury|prison|courts|land)|hmrc\b|home office|ministry of (?:defence|justice)|cabinet office|"
    r"department (?:for|of) (?:work|transport|education|business|health|culture|energy|science|levelling|environment)|"
    r"foreign,? commonwealth|scotland office|office of the secretary of state|maritime and coastguard|"
    r"british (?:transport police|broadcasting|library|council|museum)|\bbbc\b|\bdvla\b|\bdvsa\b|driver and vehicle|"
    r"civil aviation authority|\bofcom\b|\bofgem\b|health and safety executive|\bhse\b|competition and markets|"
    r"royal mail|network rail|crown estate commissioners|electoral commission|equality and human rights|"
    r"information commissioner's office\s{0,5}$|bank of england|financial conduct authority|national crime agency|(?:executive )?agency of (?:the |a )?uk|uk (?:government|ministry|department)|uk (?:\w+ ){1,3}"
    r"(?:agency|authority|commission|council|service)|united kingdom)",
    "hm ", "hmrc", "home office", "ministry", "cabinet", "department", "foreign", "scotland office", "secretary of state", "maritime", "british", "bbc", "dvla", "dvsa", "driver", "civil aviation", "ofcom", "ofgem", "health and safety", "hse", "competition", "royal mail", "network rail", "crown estate", "electoral", "equality", "bank of", "financial conduct", "national crime", "uk", "united",
)  # fmt: skip


def is_uk_wide(letter: Letter) -> bool:
    """Whether the letterhead is that of a UK-wide body, also one with an office in Scotland.

    FOIA s.80; FOISA s.3 and Schedule 1.
    """
    heads = (
        letter.flow[b.span.start : min(b.span.end, 300)] for b in letter.spoken_by(Voice.FURNITURE)
    )
    head = "\n".join(heads).lower()
    return _UK_WIDE.found(letter.authority.name.lower()) or _UK_WIDE.found(head)


def may_be_uk_wide(letter: Letter) -> bool:
    """Whether the authority is, or by its kind seems to be, one that the Act of 2000 covers everywhere."""
    if not is_uk_wide(letter) and letter.authority.kind != "central":
        return False
    name, head = letter.authority.name.lower(), letter.flow[:300].lower()
    if "scottish administration" in head or "scottish government" in head:
        return False
    if "comhairle" in head or letter.authority.kind == "council":
        return False
    return "scottish" not in name and "scotland" not in name.replace("scotland office", "")


# Names that hardly any body outside Scotland bears.
_SCOTS_NAME = compiled(
    r"\b(?:strath|inver|auchter|kirkcud|kinloch)[a-z]{3,}|\b(?:lorn|burgh (?:chambers|hall|buildings)|comhairle)\b"
)
_SCOTS_PARTS = ("strath", "inver", "auchter", "kirkcud", "kinloch", "lorn", "burgh ", "comhairle")
_SCOTS_KINDS = ("council", "university", "school", "other", "health")


def sounds_scottish(letter: Letter) -> bool:
    """Whether the letterhead bears a name that hardly any body outside Scotland bears.

    A likeness of names and no more: FOISA Schedule 1 says who is a Scottish public authority.
    """
    head = letter.flow[:250].lower()
    return (
        holds(head, _SCOTS_PARTS)
        and letter.authority.kind in _SCOTS_KINDS
        and _SCOTS_NAME.search(head) is not None
        and not is_uk_wide(letter)
    )
