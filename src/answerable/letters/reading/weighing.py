"""What a sentence does in a public interest balance: a factor for, one against, a conclusion."""

from answerable.letters.patterns import at_word, compiled
from answerable.letters.phrases import Words
from answerable.letters.rare import Wordings

_FOR = Wordings(
    r"(?:in favour of|favouring|favours?|supporting|in support of|for|pro|weighing for|arguing for) (?:the )?(?:disclos|confirm|releas|openness|publi(?!c interest)|saying|stating|provid|communicat|answering|mak|transparen|giving|letting|supply|telling|either|an answer|a (?:plain )?(?:yes|statement|answer|reply)|knowing|access)",
    r"(?:reasons?|factors?|considerations?|arguments?|points?) (?:for|in favour)\b(?! (?:refus|withh|main|not|non|neither|of (?:refus|withh|main|not|non|neither|keep|the ex)))",
    r"\b(?:speaks?|tells?|counts?|said|points?) (?:in favour|for)\b(?! (?:refus|withh|main|itself|themselves|a while|keep|protect|wait|leav|preserv|delay|(?:a |the |some )?(?:safe|private|confid|patien)|the (?:force|police|council)))",
    r"^in favour\b(?! of (?:refus|withh|main|not|non|neither|keep|the ex))",
)
# Said of openness in general, or of what people want to know: a factor for, unless more is said.
_FOR_WEAK = Wordings(
    r"\b(?:acknowledges?|recogni[sz]es?|accepts?|appreciates?|understands?|took account|take account|taken account|took into account|taken into account|considered|bearing in mind)\b.{0,90}\b(?:interest|openness|transparen\w+|accountab\w+|scrutiny|concern)",
    r"\b(?:interest|value|benefit|concern|weight) (?:in|to)\b",
    r"\b(?:would|could|might|may|will) (?:\w+ )?(?:show|help|allow|let|enable|increase|assist|promote|further|add to|serve|enhance|improve|inform|give|better|reassure|encourage debate|aid|demonstrate|support)\b.{0,90}(?:public|resident|taxpayer|confidence|debate|accountab|scrutin|account|people|openness|transparen|communit|parents|patients|them|readers|understanding|awareness|families)",
    r"^on (?:the )?one (?:side|hand)\b",
    r"openness\b.{0,60}\bpublic interest\b",
    r"\b(?:better public|public would|public awareness|accountability (?:for|of|is)|people (?:want|would like|have asked)|would like to (?:know|see))\b",
)
_TURNS = compiled(
    r"(?:(?:set |weighed |balanced |as )?against\b|on the other(?: (?:side|hand)|(?=[:,]))|however|but|conversely|nevertheless|nonetheless|yet|at the same time|equally|we believe, however)\b"
)
_AGAINST = Wordings(
    r"on the other (?:side|hand)\b",
    r"\b(?:stands?|weighs?) against\b",
    r"\bsaid for (?:refus|withh|main|not|keep|protect|wait|leav|preserv|delay|(?:a |the |some )?(?:safe|private|confid|patien))",
    r"set against (?:this|that|these)|against (?:the )?(?:confirm|disclos|releas|openness|public)|(?:considerations?|factors?|reasons?|arguments?|points?) against\b",
    r"(?:reasons|factors|arguments|considerations) for (?:refus|withh|maintain|not|neither|non|keep)|(?:in favour of|favouring|favours?|supporting|for) (?:the )?(?:maintain|withhold|non-?disclos|neither|not (?:confirm|disclos|releas|saying|answer|tell)|refus|keeping|exemption|exception|exclu|upholding|protecting)",
    r"interests? (?:on the other side|in (?:not |maintain|protect|safeguard|withhold|avoid|preserv|prevent|(?:the|a|this|an|any|public|its|our) [^,.;]{0,50}?\b(?:not|being able|continuing|obtaining|secur\w+|keep\w*|fair\w*|confiden\w*)\b|people being able|clients|keep|security|safe|allow\w+ (?:the|officials)|effective|good|fair|not\b))|public interest in maintaining, in that",
    r"would (?:\w+ )?(?:suffer|harm|damage|undermine|inhibit|deter|discourage|weaken|prejudice|endanger|mislead|jeopardi[sz]e|hinder|impede|put .{0,30} at (?:a )?(?:dis|risk)|make it (?:harder|more difficult)|be (?:less|reluctant|unwilling|harder|rendered|compromised|at risk)|lose\b)",
    r"\b(?:can|could) (?:be )?(?:misus|misunderst|mislead)",
    r"\bin (?:full |strict )?confidence\b",
    r"without details",
    r"\b(?:speaks?|tells?|counts?|said|points?|matters|weighs) (?:against|the other way)\b|\bwhereas the\b",
    r"(?:stronger|greater|weightier|strong(?:er)?,? in-?built) (?:one|public interest|interest) in\b",
)
_CONCLUDES = Wordings(
    r"outweigh",
    r"balance (?:of (?:the )?(?:public )?interests? )?(?:lies|favours|falls|is (?:in|against|therefore)|rests|comes|tips|points)",
    r"public interest (?:\w+ ){0,3}?(?:(?<!in )favours?|lies|rests|is (?:best |better )?served|is in favour|requires|weighs|points|prevails|tips)\b|greater public interest|public interest\b.{0,120}\b(?:is|are|was|were|seems) (?:\w+ )?(?:the )?(?:greater|stronger|weightier|paramount|decisive|heavier)\b|(?:contrary to|not in|against|not be in) the public interest",
    r"(?:\bon balance|\boverall|in conclusion|we conclude|have concluded|has (?:determined|concluded)|have (?:determined|decided)|it is our (?:opinion|view)|concludes?|taking .{0,40}into account|on this occasion|having weighed)\b.{0,140}(?:public interest|non-?disclos|withh|maintain|exemption|exception|overriding|refus|exclusion)",
    r"overriding (?:need|interest|public)",
    r"weigh(?:s|ed)? (?:more heavily|in favour|against)",
    r"\b(?:latter|former|second|first|these|it|that|they) (?:\w+ )?(?:prevails?|outweighs?|carr\w+ more weight|is the (?:greater|stronger|weightier|heavier))",
    r"\b(?:latter|former|second|first)(?: (?:group|set|list|side|points?|factors?|considerations?))? (?:is|are)\b[^.;]{0,40}\b(?:the|much|far|decisively) (?:the )?(?:greater|stronger|weightier|heavier)",
    r"greater weight|matters more",
    r"(?:exemption|exception|exclusion)s? (?:should|must|ought to|is to|are to|has to) (?:therefore )?be (?:maintained|upheld)",
    r"the case for .{0,60}(?:is stronger|prevails)",
)
_EXPLAINS = Wordings(
    r"\b(?:an?|the|where|when|if) (?:\w+ )?(?:qualified|absolute)? ?(?:exemption|exception)s? (?:is (?:one|qualified|absolute)|are (?:those|ones)|in which|where)\b",
    r"\b(?:has|have|had|needs?) to (?:be weighed|weigh|be balanced|balance|consider|be considered|carry out|decide)",
    r"\bmust (?:\w+ )?(?:be weighed|weigh|consider|balance|carry out|be balanced|decide)",
    r"requires? (?:us|the|a|an|that|public)",
    r"(?:is|are|being) (?:subject to|qualified)",
    r"information can be withheld only",
    r"is not the same (?:thing )?as",
    r"when (?:considering|applying) the public interest",
)
_IN_GENERAL = Wordings(
    r"commonly accepted|by way of explanation|exemptions? can (?:also )?be|exemptions are of|in general terms"
)
# "In considering the public interest we took account of the fact that …"
_WE_WEIGH = compiled(
    r"(?:considering|weighing|assessing|balancing|considered|weighed|looked at|assessed|balanced|applied|applying|carried out|conducted|undertaken) (?:where )?(?:the|a) (?:balance of the )?public interest(?: test)?\b(?! in)"
    r"|public interest\b[^.]{0,60}\b(?:we|i|it|council|trust|authority) (?:have |has )?(?:weighed|considered|balanced|applied|assessed) (?:it|this|that|the test)\b"
    r"|(?:reaching|coming to|forming) (?:our|a|its|this|the) (?:view|decision|conclusion|opinion) (?:on|about|as to) (?:where )?the public interest"
)
# "Section 31 is qualified and the Authority has considered the public interest.": no factor yet.
_ONLY_WEIGHS = compiled(
    r"\b(?:considered|weighed|assessed|balanced|looked at|applied|had regard to|turned to) (?:where )?(?:the )?(?:balance of )?(?:the )?public interest(?: test| arguments| factors| considerations)?[.:]?$"
)
# "Section 21 is absolute and no public interest test is needed."
_NOT_APPLIED = at_word(
    r"(?:can)?(?:(?:used to|expect\w*|look\w* for) (?:\w+ ){1,6}(?:about|on) the public interest|(?:not (?:subject to|required|require|need|a matter|necessary)|no (?:need|requirement|obligation) (?:for|to)|(?:do|does|did) not (?:have to|require|need|apply|arise)|without|\bis no\b|nor) .{0,40}public interest|\bno (?:\w+ )?public interest|\b(?:no|not|nor|never|without|n't)\b[^.\n]{0,50}\b(?:room|scope|place|occasion|leave|entitled|allowed|permitted|free|at liberty|power)(?! for (?:doubt|argument|debate))\b[^.\n]{0,70}\b(?:ask|consider|weigh|decide|judge|balance)\w*\b[^.\n]{0,40}public interest|\bno (?:balance|balancing|weighing) of (?:the )?public interest|\bnot (?:\w+ ){0,3}(?:considered|carried out|applied|weighed|conducted|assessed|balanced)\b .{0,30}public interest|\b(?:not|declin\w+) (?:\w+ ){0,2}?(?:give|state|set out|enter into|explain)\b.{0,90}public interest|absolute.{0,70}public interest|public interest (?:test )?(?:is not|does not|need not|was not|did not))"
)
_PUBLIC = compiled(
    r"public interest|(?:considerations?|factors?|reasons?|arguments?) (?:in favour|for|against|favour)|\b(?:points?|matters?|things|reasons?|factors?|considerations?) (?:that |which )?favour\b|\bwhat (?:speaks|tells|weighs|counts|can be said|may be said) (?:for|against|in favour)|favouring (?:non-?disclos|disclos|confirm|neither)|in favour of (?:disclos|confirm|maintain|releas|an answer|answering|telling you)|balance of interests|balanc(?:e|ing) (?:test|exercise)"
)
_PUBLIC_START = compiled(
    r"(?:for|against) (?:disclosure|release|releasing|disclosing|publication|publishing|confirmation|confirming)\b|in favour\b"
)
_TITLE = compiled(
    r"(?:the )?(?:public interest(?: test| considerations?| balance| arguments?| factors)?|(?:as to|on|turning to|regarding|as regards|considering) the public interest|weighing (?:it|them|this|these|those|the two)(?: up)?\b|balanc(?:e|ing)(?: test| of the public interest)?|public interest: .{0,40})\b"
)
# Any of these, or it does not open a balance.
_OPENING = Words("interest", "favour", "outweigh", "factors", "consideration", "reasons", "arguments", "balanc", "against", "overriding", "for disclos", "for releas", "for publi", "for confirm", "what speaks", "what can be")  # fmt: skip


def lines_that_may_open(own: str) -> set[int]:
    """Where the lines begin at which it is worth looking while no balance is being read."""
    return _OPENING.lines(own)


def is_public(words: str) -> bool:
    """Whether the words plainly speak of a balance of interests."""
    return _PUBLIC.search(words) is not None or _PUBLIC_START.match(words) is not None


def is_title(words: str) -> bool:
    """Whether a heading, or the run-in heading of a paragraph, opens a balance."""
    return len(words) < 110 and _TITLE.match(words) is not None


def runs_in(words: str) -> bool:
    """Whether a balance begins after a run-in heading: "As to the public interest: on the …"."""
    match = _TITLE.match(words)
    return match is not None and ":" in words[match.end() : match.end() + 60]


def is_not_applied(words: str) -> bool:
    """Whether the sentence says that no balance is needed."""
    return (
        "public interest" in words
        and "outweigh" not in words
        and _NOT_APPLIED.search(words) is not None
    )


def role_of(words: str, *, heading: bool) -> str:
    """Tell "for", "against", "concludes", "weighs" or "explains"; empty for none of them."""
    if not heading and _CONCLUDES.found(words):
        return "explains" if _EXPLAINS.found(words) else "concludes"
    if _IN_GENERAL.found(words):
        return "explains"
    if _TURNS.match(words):
        return "against"
    for_, against = _FOR.place(words), _AGAINST.place(words)
    if against is not None:
        return "for" if for_ is not None and for_ < against else "against"
    if "public interest" in words and _EXPLAINS.found(words):
        return (
            "weighs"
            if _WE_WEIGH.search(words) and words.endswith((":", "as follows."))
            else "explains"
        )
    if for_ is not None or (_FOR_WEAK.found(words) and not _ONLY_WEIGHS.search(words)):
        return "for"
    return "weighs" if "public interest" in words and _WE_WEIGH.search(words) else ""
