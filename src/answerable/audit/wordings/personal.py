"""Personal data: who could be identified, by whom, and whether their interests were weighed."""

from answerable.letters.phrases import Phrase
from answerable.model import Letter, Regime

#: A small count kept back by its size.
SMALL = Phrase(
    r"(?:fewer|less|lower|smaller) than (?:or equal to )?(?:5|five|6|six|10|ten|3|three)\b|< ?(?:5|6|10|3)\b|under (?:5|five|10|ten)\b|(?:small|low) (?:numbers?\b(?! of (?!people|persons|individuals|cases|staff|officers|pupils|patients|children|employees|applicants|complaints|incidents|residents|those))|figures?|counts?|values?)|(?:5|five|10|ten) or (?:fewer|less)|below (?:5|five|10|ten)\b|between (?:1|one) and (?:4|four|5|five)",
    "fewer", "less than", "lower than", "smaller than", "<", "under ", "small ", "low ", "or less", "below ", "between ",
    anywhere=True,
)  # fmt: skip
#: Who could work out whom, and how.
INTRUDER = Phrase(
    r"motivated intruder|determined (?:person|reader|individual|member)|social media|newspaper|press report|local (?:knowledge|people|press|paper|community)|other (?:information|sources)|already (?:known|public)|(?:could|would|can|might) (?:be able to )?(?:work out|recogni[sz]e|find out|deduce|tell (?:which|who)|put together|combine|piece)|combin(?:ed|ing) with|together with (?:other|what|local|public|publish|anything|information|details|data|existing|knowledge)|small (?:community|town|village|team|group|ward|school)|one (?:school|person|family|member)|only (?:one|two|person|unit|school)|jigsaw|by subtraction",
    "intruder", "determined", "social media", "newspaper", "press", "local ", "other ", "already", "work out", "recogni", "find out", "deduce", "tell wh", "together", "combin", "small ", "one ", "only ", "jigsaw", "subtraction", "piece",
)  # fmt: skip
#: The three steps of a legitimate-interests assessment, in any words.
WEIGHED = Phrase(
    r"legitimate(?:ly)? (?:public )?interest|legitimate interests|(?:not |is it |was it |whether it is |would be |reasonably )necessary|necessity|article 6|lawful basis|public has (?:an|a) .{0,30}interest in knowing|less intrusive",
    "legitimate", "necess", "article 6", "lawful basis", "public has", "intrusive",
)  # fmt: skip
#: Only fairness or expectation is spoken of.
FAIRNESS = Phrase(
    r"\bunfair|\bfair(?:ly|ness)?\b|reasonabl[ey] expect|expectation|would not expect|distress",
    "fair",
    "expect",
    "distress",
)
IDENTIFIES = Phrase(
    r"identif(?:y|ied|ies|ication|iable|ying)\b.{0,60}(?:individual|person|people|staff|officer|member|resident|patient|pupil|child|famil|employee|who )|(?:individual|person|people|staff|officer|member|resident|patient|pupil|child|famil|employee)s?\b.{0,60}(?:be )?identif(?:y|ied|iable|ication)",
    "identif",
)  # fmt: skip

_WHOM = (
    r"(?:individuals?|persons?|people|staff|officers?|members?|residents?|patients?|pupils?|child(?:ren)?|famil(?:y|ies)|employees?|teachers?|nurses?|doctors?"
    r"|tenants?|claimants?|complainants?|victims?|witness(?:es)?|informants?|drivers?|candidates?|students?|carers?|relatives?|mothers?|fathers?|m[ae]n|wom[ae]n"
    r"|colleagues?|prisoners?|applicants?|households?|neighbours?|consultants?|managers?|constables?|jurors?|workers?|post-?holders?|callers?|reporters?|author|somebody|someone|him|her|them)"
)
#: That a reader could tell who somebody is, in words that need not be "identify".
TELLS_WHO = Phrase(
    rf"\b(?:work(?:ed|ing)? out|deduc(?:e|ed|ing)|guess(?:ed)?|tell|discover(?:ed)?|establish(?:ed)?|determine[d]?|f(?:ind|ound) out|infer(?:red)?|know|realise|spot|learn|figure out|conclude|make out|reconstruct|piece together|see|say|guessing|gather|pin down)\b"
    rf"(?:(?! that\b|\bwhat\b)[^.]){{0,50}}?\b(?:who(?:se)?\b(?! (?:pays|runs|decides|did it|is responsible))|which (?:of (?:them|the (?:\w+ )?{_WHOM})\b|(?:\w+ ){{0,2}}?{_WHOM}\b|one\b)|whom\b|identit(?:y|ies)\b|(?:exactly|just) (?:which|who)\b)"
    rf"|\b(?:discover|reveal|disclose|expos|give away|betray|lead to|lead (?:\w+ )?to|establish|learn|uncover|show|point to|unmask|protect|conceal)\w*[^.]{{0,30}}?\b(?:the )?identit(?:y|ies) of\b"
    rf"|\bput(?:ting)? (?:a |the )?(?:names?|faces?)(?: and (?:a )?(?:names?|faces?))? to\b|\ba (?:name|face) (?:could|can|would|might) be put to\b"
    rf"|\bsingl(?:e|ed|ing) (?:\w+ )?out\b|\b(?:pick|point)(?:ed|ing)? out (?:an? |the |one |any )?(?:\w+ )?{_WHOM}\b|\bunmask\w*\b"
    rf"|\b(?:recogni[sz](?:e|es|ing|able)|pinpoint\w*|traced?|tracing|link(?:ed|ing)?|connect(?:ed|ing)?|attribut\w+|match(?:ed|ing)?|tied|narrow(?:ed|s)? (?:\w+ )?down)\b (?:(?:back|down|directly|at once|straight) )?(?:to |with |as )?(?:a |an |the |one |any |each |that |this |its |their |these |those )?(?:particular |single |named |certain |given |individual |real |specific |\w+ )?{_WHOM}\b"
    rf"|\b{_WHOM} (?:\w+ ){{0,2}}?(?:would|could|might|can|may) (?:\w+ )?(?:recogni[sz]e|be (?:\w+ )?(?:recogni[sz](?:ed|able)|traced|named|singled|picked|pinpointed|spotted|unmasked|known))\b"
    rf"|\b(?:lead|leads|leading|take|takes|go|goes)\b (?:\w+ ){{0,3}}?(?:straight |directly |back )?to (?:the |a |an |one |any )?(?:particular |single |right |same )?{_WHOM}\b (?:concerned|in question|involved|behind|who)\b|\b(?:amounts?|amounting|tantamount|equivalent|same as|as good as) (?:to )?naming\b"
    rf"|\b(?:link|connect|match|tie|attribute|trace)(?:ed|d|ing|s)? (?:\w+ ){{1,4}}?(?:to|with) (?:a|an|one|any|each|the) (?:particular |single |named |certain |given |individual |specific )?{_WHOM}\b"
    rf"|\b(?:only|just) (?:one|two|three|four|1|2|3|4) (?:\w+ )?{_WHOM}\b[^.]{{0,60}}\b(?:holds?|works?|fits?|matches|answers|lives?|meets?|could be|it could)\b|\b(?:holds?|works?|fits?|matches|answers|lives?)\b[^.]{{0,40}}\b(?:only|just) (?:one|two|three|four|1|2|3|4) (?:\w+ )?{_WHOM}\b"
    rf"|\bre-?identif\w+|\bpoint(?:s|ed)? (?:straight|directly|plainly|clearly|to (?:one|a single|a particular|an obvious))\b[^.]{{0,30}}\b{_WHOM}\b",
    "who", "whom", "which", "identit", "name", "face", "singl", "out", "unmask", "recogni", "pinpoint", "trac", "link", "connect", "attribut", "match", "tied", "narrow", "identif", "point", "traced", "named", "known", "spotted", "naming", "lead", "take", "only ", "just ",
    needs=("could", "would", "can ", "might", "may ", "able", "possible", "easy", "easily", "enough", "allow", "let ", "lets ", "letting", "enabl", "make it", "makes it", "anyone", "anybody", "everyone", "everybody", "likely", "help", "obvious", "at once", "straight", "risk", "will", "immediately", "plain"),
)  # fmt: skip


def by_another_condition(letter: Letter) -> bool:
    """Whether FOIA s.40(2) rests on its second or third condition alone, s.40(3B) or (4A).

    Those are an objection under Article 21 and an exemption from subject access: no legitimate
    interest is weighed, and the public interest is (s.2(3)(fa) makes only the first absolute).
    """
    named = {
        use.cite.parts[0]
        for use in letter.provisions
        if use.cite.regime is Regime.FOIA and use.cite.number == "40" and use.cite.parts
    }
    return bool(named & {"3B", "4A"}) and "3A" not in named
