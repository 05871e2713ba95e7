"""What a sentence does in a public interest balance: a factor for, one against, a conclusion."""

import re

_FOR = re.compile(
    r"(?:in favour of|favouring|favours?|supporting|in support of|for|pro|weighing for|arguing for) (?:the )?(?:disclos|confirm|releas|openness|publi(?!c interest)|saying|stating|provid|communicat|answering|mak|transparen|giving|letting|supply|telling|either|a (?:yes|statement)|knowing|access)"
    r"|\b(?:reasons?|factors?|considerations?|arguments?|points?) (?:for|in favour)\b(?! (?:refus|withh|main|not|non|neither|of (?:refus|withh|main|not|non|neither|keep|the ex)))|^in favour\b(?! of (?:refus|withh|main|not|non|neither|keep|the ex))"
)
# Said of openness in general, or of what people want to know: a factor for, unless more is said.
_FOR_WEAK = re.compile(
    r"\b(?:acknowledges?|recogni[sz]es?|accepts?|appreciates?|understands?|took account|take account|taken account|took into account|taken into account|considered|bearing in mind)\b.{0,90}\b(?:interest|openness|transparen\w+|accountab\w+|scrutiny|concern)"
    r"|\b(?:interest|value|benefit|concern|weight) (?:in|to)\b"
    r"|\b(?:would|could|might|may|will) (?:\w+ )?(?:show|help|allow|let|enable|increase|assist|promote|further|add to|serve|enhance|improve|inform|give|better|reassure|encourage debate|aid|demonstrate|support)\b.{0,90}(?:public|resident|taxpayer|confidence|debate|accountab|scrutin|account|people|openness|transparen|communit|parents|patients|them|readers|understanding|awareness|families)"
    r"|^on (?:the )?one (?:side|hand)\b|\bopenness\b.{0,60}\bpublic interest\b|\b(?:better public|public would|public awareness|accountability (?:for|of|is)|people (?:want|would like|have asked)|would like to (?:know|see))\b"
)
_AGAINST = re.compile(
    r"^(?:set |weighed |balanced |as )?against\b|^(?:on the other (?:side|hand)|however|but|conversely|nevertheless|nonetheless|yet|at the same time|equally|we believe, however)\b|\bon the other (?:side|hand)\b|\bset against (?:this|that|these)"
    r"|\b(?:considerations?|factors?|reasons?|arguments?|points?) against\b|\b(?:reasons|factors|arguments|considerations) for (?:refus|withh|maintain|not|neither|non|keep)"
    r"|(?:in favour of|favouring|favours|supporting|for) (?:the )?(?:maintain|withhold|non-?disclos|neither|not (?:confirm|disclos|releas|saying|answer)|refus|keeping|exemption|exception|exclu|upholding|protecting)"
    r"|\binterests? (?:on the other side|in (?:not |maintain|protect|safeguard|withhold|avoid|preserv|prevent|(?:the|a|this|an|any|public|its|our) [^,.;]{0,50}?\b(?:not|being able|continuing|obtaining|secur\w+|keep\w*|fair\w*|confiden\w*)\b|people being able|clients|keep|security|safe|allow\w+ (?:the|officials)|effective|good|fair|not\b))"
    r"|\bwould (?:\w+ )?(?:suffer|harm|damage|undermine|inhibit|deter|discourage|weaken|prejudice|endanger|mislead|jeopardi[sz]e|hinder|impede|put .{0,30} at (?:a )?(?:dis|risk)|make it (?:harder|more difficult)|be (?:less|reluctant|unwilling|harder|rendered|compromised|at risk)|lose\b)|\b(?:can|could) (?:be )?(?:misus|misunderst|mislead)|\bin (?:full |strict )?confidence\b|without details"
    r"|\b(?:stronger|greater|weightier|strong(?:er)?,? in-?built) (?:one|public interest|interest) in\b|public interest in maintaining, in that"
)
_CONCLUDES = re.compile(
    r"outweigh|\bbalance (?:of (?:the )?(?:public )?interests? )?(?:lies|favours|falls|is (?:in|against|therefore)|rests|comes|tips|points)"
    r"|public interest (?:\w+ ){0,3}?(?:favours?|lies|rests|is (?:best |better )?served|is in favour|requires|weighs|points|prevails|tips)\b"
    r"|(?:on balance|overall|in conclusion|we conclude|have concluded|has (?:determined|concluded)|have (?:determined|decided)|it is our (?:opinion|view)|concludes?|taking .{0,40}into account|on this occasion|having weighed)\b.{0,140}(?:public interest|non-?disclos|withh|maintain|exemption|exception|overriding|refus|exclusion)"
    r"|overriding (?:need|interest|public)|greater public interest|weigh(?:s|ed)? (?:more heavily|in favour|against)|public interest\b.{0,120}\b(?:is|are|was|were|seems) (?:\w+ )?(?:the )?(?:greater|stronger|weightier|paramount|decisive|heavier)\b|\b(?:latter|former|second|first|these|it|that|they) (?:\w+ )?(?:prevails?|outweighs?|carr\w+ more weight|is the (?:greater|stronger|weightier))|(?:contrary to|not in|against) the public interest|greater weight|matters more|(?:exemption|exception|exclusion)s? (?:should|must|ought to|is to|are to|has to) (?:therefore )?be (?:maintained|upheld)|the case for .{0,60}(?:is stronger|prevails)"
)
_EXPLAINS = re.compile(
    r"\b(?:an?|the|where|when|if) (?:\w+ )?(?:qualified|absolute)? ?(?:exemption|exception)s? (?:is (?:one|qualified|absolute)|are (?:those|ones)|in which|where)\b|\b(?:has|have|had|needs?) to (?:be weighed|weigh|be balanced|balance|consider|be considered|carry out|decide)|\bmust (?:\w+ )?(?:be weighed|weigh|consider|balance|carry out|be balanced|decide)|requires? (?:us|the|a|an|that|public)|(?:is|are|being) (?:subject to|qualified)|information can be withheld only|is not the same (?:thing )?as|when (?:considering|applying) the public interest"
)
_IN_GENERAL = re.compile(
    r"commonly accepted|by way of explanation|exemptions? can (?:also )?be|exemptions are of|in general terms"
)
# "In considering the public interest we took account of the fact that …"
_WE_WEIGH = re.compile(
    r"\b(?:considering|weighing|assessing|balancing|considered|weighed|looked at|assessed|balanced|applied|applying|carried out|conducted|undertaken) (?:where )?(?:the|a) (?:balance of the )?public interest(?: test)?\b(?! in)"
)
# "Section 21 is absolute and no public interest test is needed."
_NOT_APPLIED = re.compile(
    r"(?:not (?:subject to|required|require|need|a matter|necessary)|no (?:need|requirement|obligation) (?:for|to)|(?:do|does|did) not (?:have to|require|need|apply|arise)|without|\bis no\b|\bno\b|nor) .{0,40}public interest|absolute.{0,70}public interest|public interest (?:test )?(?:is not|does not|need not|was not|did not)"
)
_PUBLIC = re.compile(
    r"public interest|\b(?:considerations?|factors?|reasons?|arguments?) (?:in favour|for|against|favour)|favouring (?:non-?disclos|disclos|confirm|neither)|in favour of (?:disclos|confirm|maintain|releas)|balance of interests|balanc(?:e|ing) (?:test|exercise)|^(?:for disclosure|against disclosure|in favour)\b"
)
_TITLE = re.compile(
    r"(?:the )?(?:public interest(?: test| considerations?| balance| arguments?| factors)?|(?:as to|on|turning to|regarding|as regards|considering) the public interest|balanc(?:e|ing)(?: test| of the public interest)?|public interest: .{0,40})\b"
)
# Any of these, or it is not about a balance: they cost next to nothing to look for.
_WORDS = (
    "interest", "favour", "outweigh", "against", "reasons", "factors", "considerations", "arguments", "balance",
    "disclos", "other ", "however", "but ", "would ", "public", "weight", "overriding", "prevail", "overall", "conclu",
    "openness", "yet ", "nevertheless", "equally", "greater", "stronger",
)  # fmt: skip


def is_public(words: str) -> bool:
    """Whether the words plainly speak of a balance of interests."""
    return _PUBLIC.search(words) is not None


def is_title(words: str) -> bool:
    """Whether a heading, or the run-in heading of a paragraph, opens a balance."""
    return len(words) < 110 and _TITLE.match(words) is not None


def is_not_applied(words: str) -> bool:
    """Whether the sentence says that no balance is needed."""
    return (
        "public interest" in words
        and _NOT_APPLIED.search(words) is not None
        and "outweigh" not in words
    )


def role_of(words: str, *, heading: bool) -> str:
    """ "for", "against", "concludes", "explains" or nothing."""
    if not any(word in words for word in _WORDS):
        return ""
    if not heading and _CONCLUDES.search(words):
        if _EXPLAINS.search(words):
            return "explains"
        return "concludes"
    if _IN_GENERAL.search(words):
        return "explains"
    against = _AGAINST.search(words)
    for_ = _FOR.search(words)
    if against and for_:
        return "for" if for_.start() < against.start() and not _leads(against) else "against"
    if against:
        return "against"
    if _EXPLAINS.search(words) and "public interest" in words:
        return "explains"
    if for_ or _FOR_WEAK.search(words):
        return "for"
    return "weighs" if _WE_WEIGH.search(words) else ""


def _leads(match: re.Match[str]) -> bool:
    return match.start() == 0
