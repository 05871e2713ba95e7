"""Personal data: who could be identified, by whom, and whether their interests were weighed."""

from answerable.letters.phrases import Phrase

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
