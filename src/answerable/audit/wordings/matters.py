"""Words that name the matter a limb protects, for sections with a list of matters."""

from answerable.letters.phrases import Phrase

#: Section of FOIA to the words that name one of its matters.
_MATTERS = {
    "26": Phrase(r"defence of|armed forces|capability, effectiveness|security of any relevant forces", "defence", "forces", "capability"),
    "27": Phrase(r"relations between|international organisation|international court|interests of the united kingdom abroad|another state|other states|foreign (?:state|government)", "relations", "international", "abroad", "state", "foreign"),
    "29": Phrase(r"economic interests|financial interests", "economic", "financial"),
    "31": Phrase(
        r"(?:prevent|detect)\w* (?:or |and |and/or )?(?:the )?(?:detect\w* |prevent\w* )?(?:of )?(?:the )?(?:crime|fraud|offence)|(?:crime|fraud) (?:prevention|detection)|(?:apprehen|prosecut)\w*[^\n]{0,30}offender|administration of justice|tax or duty|collection of (?:any )?tax|immigration control|good order in prisons|regulatory (?:function|action)|civil proceedings|(?:commit|committing|facilitate) (?:a |an |further )?(?:crime|offence|fraud)|\b(?:prevent\w*|stop\w*|detect\w*|deter\w*|catch\w*|tackl\w+|against|protect\w*|combat\w*) (?:[a-z]+ ){0,3}?(?:thie(?:f|ves)|theft|burglar\w*|break-ins?|robber\w*|smuggl\w+|poach\w+|vandal\w*|arson\w*|stealing|money launder\w*|drug deal\w*|escapes?|criminals|offenders)\b",
        "thie", "theft", "burglar", "break-in", "robber", "smuggl", "poach", "vandal", "arson", "stealing", "launder", "drug", "escape", "criminals", "offenders", "crime", "fraud", "offence", "offender", "justice", "tax", "immigration", "prison", "regulatory", "civil proceedings",
    ),
    "36": Phrase(r"free and frank|effective conduct|collective responsibility", "frank", "effective conduct", "collective"),
    "38": Phrase(r"(?:physical|mental) (?:or mental |or physical )?health|safety of|health and safety|health or safety", "health", "safety"),
}  # fmt: skip


def named_in(own: str, section: str) -> bool:
    """Whether the authority's words name a matter of this section of FOIA."""
    phrase = _MATTERS.get(section)
    return phrase is not None and phrase.found(own)
