"""What running text out of sight tells of a person, without a model: a full name and what is said.

"Given Surname" alone is nothing (officers sign, photographers are credited). It is told when the
same sentence goes on about the person, or speaks of health, discipline, crime, debt or family.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from answerable.gate.personal.forenames import FORENAMES
from answerable.gate.personal.names import PLACES

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BOTH = re.compile(
    r"(?<![^\W\d_])([A-Z][a-z]{1,14})(?: [A-Z]\.?)? ((?:O['’]|Mc|Mac|De |Van |Al-)?[A-Z][a-zà-ÿ]{1,}(?:-[A-Z][a-zà-ÿ]+)?)(?![^\W\d_])"
)
_CAPITALS = re.compile(r"(?<![^\W\d_])([A-Z]{3,15}) ([A-Z]{3,}(?:-[A-Z]+)?)(?![^\W\d_])")
_TITLED = re.compile(
    r"(?<![^\W\d_])(?:Mr|Mrs|Ms|Miss|Mx)\.? (?:[A-Z]\.? ?)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?![^\W\d_])"
)
_END = re.compile(r"[.!?](?=\s|$)|[\n\r\t|;<>]")
_ROLES = (
    "team|officers?|lead|manager|service|services|policy|unit|advis[eo]r|panel|act|committee|board|"
    "strategy|report|statistics|department|investigators?|procedures?|guidance|training|figures|data|"
    "awareness|prevention|partnership|framework|plan|code|hub|centre|clinic|nurse|consultant|champion"
)
_HEALTH = (
    r"pregnan\w*|miscarriages?|cancer|hiv|diabet\w+|epilep\w+|dementia|depress(?:ion|ed)|suicid\w*|"
    r"self-harm\w*|overdose\w*|sectioned|mental health|disab\w+|learning difficult\w+|autis\w+|adhd|"
    r"sickness|off sick|sick leave|illness|surgery|diagnos\w+|addict\w*|alcohol\w*|drinking|drunk|"
    r"bipolar|schizo\w+|psychiatr\w+|breath test|dialysis|stroke|chemotherapy|blue badge"
)
_WORK = (
    r"disciplin\w+|dismiss\w+|suspended|suspension|grievances?|written warning|misconduct|tribunal|"
    r"redundan\w+|harass\w+|bull(?:ied|ying)|whistle-?blow\w+|sacked|redeploy\w+|vetting|vexatious|"
    r"settlement|is paid|salary"
)
_CRIME = (
    r"arrest\w*|convict\w+|prison\w*|bailed|on bail|offender\w*|fraud\w*|assault\w*|theft|stole|"
    r"abus\w+|raped?|victim|witness(?:ed)?|informant|tip-?off|probation|in custody|allegations?|"
    r"accus\w+|sex offen\w+|knife|cautioned"
)
_HOME = (
    r"owes|debts?|arrears|bankrupt\w*|evict\w+|child protection|neglect\w*|foster\w*|birth mother|"
    r"adopted (?:at|as|child|son|daughter)|adoption (?:order|file|case)|domestic (?:abuse|violence)|"
    r"divorc\w+|excluded|exclusion|asylum|deport\w+|refugee|immigration|homeless\w*|lives at|lived at|"
    r"stepfather|stepmother|safeguarding|transgender|sexual\w*|council tax"
)
_FACT = re.compile(
    rf"(?<!head of )(?<!director of )\b(?:{_HEALTH}|{_WORK}|{_CRIME}|{_HOME})\b(?! (?:{_ROLES})\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b\d{1,4}[A-Za-z]? [A-Z]\w+(?: [A-Z]\w+){0,2} (?:Road|Street|Lane|Avenue|Close|Drive|Terrace|Rise|Way|"
    r"Court|Gardens|Grove|Crescent|Place|Walk|Hill|View|Row|Mews)\b"
)
_GOES_ON = re.compile(
    r",? (?:(?:also|never|always|then|still|not|now) )?"
    r"(is|was|has|had|will|would|cannot|did|does|lives|lived|owes|owed|left|gave|told|says?|took|went|"
    r"withdrew|withdraws|wrote|made|got|came|knew|saw|refuses|wants|asks|claims|[a-z]{3,}ed)\b"
)
_CREDIT = re.compile(
    r"\b(?:photo\w*|pictures?|images?|portrait|drawing|drawn|chart|map|graph|logo|statue|bust|painting|"
    r"author|owner|editor|contact|responsible|prepared|written|produced|designed|compiled|officer|"
    r"director|manager|chair\w*|chief|councillor|cllr|mayor|minister|mp|copyright|credit|version|"
    r"template|document|report)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|must|cannot|did|does|said|says|told|asked|"
    r"refused|wants|wrote|knew|left|gave|took|went|been|being|[a-z]{3,}ed)\b"
)
_LONGEST = 20_000


def told(text: str, *, facts: bool = False) -> str:
    """The first sentence that tells something of a named person, "" if none does.

    With ``facts`` it must speak of health, work, crime, debt, family or a home.
    """
    for start, end in _people(text):
        sentence = _around(text, start, end)
        if _FACT.search(sentence) or _ADDRESS.search(sentence):
            return sentence
        goes_on = _GOES_ON.match(text, end) and not _CREDIT.search(sentence)
        if not facts and goes_on and len(_WORD.findall(sentence)) >= 5:
            return sentence
    return ""


def _people(text: str) -> Iterator[tuple[int, int]]:
    """Where people are named: in full, in capitals, or by a title and a surname."""
    for _, start, end in full_names(text):
        yield start, end
    for found in _TITLED.finditer(text, 0, _LONGEST):
        yield found.span()
    for found in _CAPITALS.finditer(text, 0, _LONGEST):
        if found.group(1).lower() in FORENAMES and found.group(2).lower() not in PLACES:
            yield found.span()


def full_names(text: str) -> Iterator[tuple[str, int, int]]:
    """Full names with a given name that is known, and where each begins and ends."""
    for found in _BOTH.finditer(text, 0, _LONGEST):
        if found.group(1).lower() not in FORENAMES:
            continue
        after = _WORD.match(text, found.end() + 1)
        follows = after.group().lower() if after and text[found.end()] == " " else ""
        if found.group(2).lower() in PLACES or (
            follows in PLACES and after and after.group()[0].isupper()
        ):
            continue
        yield found.group(), found.start(), found.end()


def loosened(text: str) -> str:
    """Text with the marks that stand for spaces in addresses and names of things as spaces."""
    if "%20" in text or "%2" in text:
        text = unquote(text)
    return re.sub(r"(?<=\w)[_+](?=\w)", " ", text)


def prose(text: str) -> str:
    """The first whole sentence of six words or more with a verb, "" if there is none."""
    begun = 0
    text = text[:_LONGEST]
    for at in [*(found.end() for found in _END.finditer(text)), len(text)]:
        sentence = text[begun:at].strip()
        begun = at
        words = sentence.split()
        plain = sum(word.strip(",.'’\"()").isalpha() for word in words)
        small = sum(word[0].islower() for word in words)
        if plain >= 6 and small >= 3 and plain >= 0.7 * len(words) and _VERB.search(sentence):
            return sentence
    return ""


def _around(text: str, start: int, end: int) -> str:
    """The sentence around a name, not further than 200 characters to either side."""
    low, high = max(start - 200, 0), min(end + 200, len(text))
    before = [found.end() for found in _END.finditer(text, low, start)]
    after = _END.search(text, end, high)
    return text[before[-1] if before else low : after.start() if after else high].strip()
