"""Whether it keeps something back: "nothing has been withheld" does not."""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.letters.reading.by_the_way import is_by_the_way
from answerable.letters.reading.shows.clauses import TELLERS
from answerable.model import Span

_WITHHELD = Phrase(
    r"\bnothing (?:will|is to|can|should|may) be (?:given out|given|handed over|sent|shown|disclosed|released)\b|\bwithh(?:e|o)ld(?:ing|s)?\b|\b(?:hold|holding|held|keep|keeping|kept) (?:it |them |this |these )?back\b|\bexempt(?:ed)?\b|\brefus(?:e|es|ed|ing|al)\b|\b(?:redact(?:ed|ing|ions?)|remov(?:ed|ing)|taken out|blanked|blacked|masked|suppress(?:ed|es)?|left out|omitted|deleted|obscured)\b|\b(?:black|blank|ink)(?:ing)? (?:[\w'-]+ ){0,5}out\b"
    r"|\bnot (?:be |being |therefore be |be able to )?(?:disclos|releas|provid|suppl|shar|giv|let|send)\w*|\b(?:unable|not able|cannot|can't|can not|not going|not prepared|not in a position|not willing|unwilling|not obliged|not required|won't|need not) (?:to )?(?:be )?(?:able to )?(?:share|shared|provide|provided|disclose|disclosed|release|released|supply|supplied|give|given|let|comply|made|answer|help you with|do (?:it|this|that|so))\b|\bexe?(?:mp|ce)tions?\b.{0,60}?\b(?:appl(?:y|ies|ied)|engaged)|falls within (?:the )?(?:section|exemption|exception|regulation|s\.)|\bdeclin(?:e|es|ed|ing)\b|\brequest (?:should |would |must |had to )?(?:be|is|was|has been) (?:turned down|rejected)\b|\bturn(?:ed|ing|s)? (?:it|this|your request|the request|you) down\b|\bnot (?:something|anything|information|a matter) (?:that |which )?(?:we|it|the \w+) (?:would |will |can |could |are |is )?(?:be )?(?:(?:prepared|willing|able|going|minded) to )?(?:give|releas|provid|shar|disclos|let|mak|hand|discuss|pass)\w*|(?:relies|rely|relying|reliance|relied) (?:up)?on (?:section|sections|regulation|regulations|the exemption|the exception|s\.?\d)",
    "nothing ", "withh", "back", "exempt", "refus", "disclos", "releas", "shar", "provid", "suppl", "redact", "remov", "taken out", "blanked", "blacked", "black ", "blacking ", "blank ", "blanking ", "ink ", "inking ", "masked", "suppress", "left out", "omitted", "deleted", "obscured", "exception", "falls within", "declin", "let ", "relies", "rely", "relie", "reliance", "comply", "answer", "unable", "help you with", "not be made", "give", "giving", "send", "turned down", "rejected", "turn", "prepared to", "willing to",
)  # fmt: skip
_PLAINLY_WITHHELD = Phrase(
    r"withh(?:e|o)ld(?:ing|s)?\b|\bexempt(?:ed)?\b|\brefus(?:e|es|ed|ing|al)\b",
    "withh", "exempt", "refus",
)  # fmt: skip
_NOT_KEPT = compiled(
    r"(?:\b(?:not|nor|no|nothing|none|never|without|if|whether|any|any other|could|might|may|cannot|would|had|interest in|than|previously|originally|unless|for|against|of|possible|why|when|where|how|be able to|not to|to)\b|n't)[ ](?:\w+ ){0,2}$"
)
# "No figures have been removed".
_NO_SUCH = compiled(
    r"\bnothing (?:\w+ ){1,5}$|\bno \w+ (?:have|has|is|are|was|were|need) (?:been |be )?$"
)
# "That exemption could not apply": it keeps nothing back.
_NOT_APPLIED = compiled(r"exe?(?:mp|ce)tions?\b.*\b(?:not|cannot|no longer)\b")
# "We have decided to withhold it": a "to" that keeps.
_RESOLVED = compiled(
    r"\b(?:decided|resolved|chosen|had|have|obliged|bound|need|proposes?|intends?|determined|elected|continue\w*|right|entitled) to (?:\w+ )?$"
)


def withheld(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Keeps something back."""
    for phrase in (_PLAINLY_WITHHELD, _WITHHELD):  # the common words first: they cost least
        for span in phrase.among(own, start, end):
            near = max(own.rfind("\n", 0, span.start) + 1, span.start - 50)
            if _NOT_APPLIED.search(own, *span) or _EXEMPT_FROM.match(own, span.start):
                continue
            if own.endswith(_YOURS_TO_DO, 0, span.start):
                continue  # "you need not give a reason"
            if _OF_DAYS.match(own, span.start):
                continue  # "we left out Monday 3 August, a bank holiday"
            if _is_of_others(own, span):
                continue
            if _RESOLVED.search(own, near, span.start):
                return span
            if _NO_RIGHT.match(own, span.end):
                continue
            if (
                own.find("no ", near, span.start) >= 0 or own.find("nothing", near, span.start) >= 0
            ) and _NO_SUCH.search(own, near, span.start):
                continue
            if _WHETHER_IT_IS.search(own, max(near - 60, 0), span.start):
                continue
            if own.startswith(_DENYING, span.start) or not _NOT_KEPT.search(own, near, span.start):
                return span
    return None


# "No time was counted for deciding whether anything in them is exempt."
_WHETHER_IT_IS = compiled(
    r"\b(?:deciding|decide|consider(?:ing)?|check(?:ing)?|see(?:ing)?|establish(?:ing)?|determin(?:e|ing)|assess(?:ing)?) (?:whether|if|which|what) [^,;:.\n]{1,50} (?:is|are|be|should be|must be|might be|may be|needs? to be|can be) $"
)
_OF_DAYS = compiled(
    r"(?:left out|omitted) (?:\w+ ){0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} [a-z]+|bank holidays?|holidays?|weekends?|days?)\b"
)
# "Dwellings exempt from council tax": said of something else than the information.
_EXEMPT_FROM = compiled(
    r"exempt(?:ed)? (?:from (?!disclos|release|the (?:duty|right|act|requirement)|publication|being|section|production)|dwellings?|properties|premises|vehicles?|households?|charit|class(?:es)?\b|supplies)"
)
# "The Act does not give a right to explanations": said of the law.
_NO_RIGHT = compiled(
    r" (?:you |anyone |people |the public )?(?:a|any|the) (?:legal )?right (?:to|of)\b"
)
# "We refused 61 requests"; "other councils have refused this"; "last year we withheld the rates".
_REFUSED_MANY = compiled(
    r"(?:refus|reject|withh|declin)\w* (?:\d[\d,]*|many|several|some|most|more|few|fewer|no) (?:[a-z]+ ){0,2}(?:requests?|applications?|claims?|appeals?|people|licen[cs]es|permits|cases|times)\b"
)
# "We refused FOI 7", "refused his request": "We do not send files in other formats."
_ANOTHER_CASE = compiled(
    r"(?:refused|declined|withheld|turned down) (?:foi \w*\d|(?:case|request) (?:no\.? )?[\w/-]*\d|(?:his|her|their|that|another|mr|mrs|ms|the (?:earlier|first|previous|original|last|other)|an? (?:like|similar|comparable|identical)) )"
)
_OTHER_FORMS = compiled(
    r"(?:not |n't )?(?:be )?(?:send|sent|provide|suppl|give|release|issue)\w*\b[^.\n]{0,40}\b(?:in|as) (?:any )?(?:other|another|different|editable|native) (?:formats?|forms?|file types?)\b"
    # "We will not be sending a paper copy", "… giving a running commentary".
    r"|(?:not |n't )?(?:be )?(?:send|sent|provid|suppl|giv|get|hav|print|post|issu|mak)\w* (?:you |out )?(?:with )?(?:an? |any |the )?(?:further |separate |second |full )?(?:(?:paper|printed|hard|posted|duplicate|further|second|additional|bound|signed) (?:cop(?:y|ies)|versions?|sets?|prints?)|prints?\b|print-?outs?|running commentary|commentary|reminders?|acknowledge?ment|receipt|(?:cd|disc|memory stick)s?\b)"
)


def in_another_form(own: str, said: Span, end: int) -> bool:
    """Whether what is refused in ``said`` is only a form of what is given: a paper copy."""
    form = _OTHER_FORMS.search(own, said.start, end)
    return form is not None and form.start() < said.end


_BEFORE_THIS = compiled(
    r"\b(?:requests|applications|claims|appeals|permits|licen[cs]es) (?:that )?(?:(?:were|are|was|have been|had been|being) )?$"
    r"|\b(?:other|another|some|many|most|several|neighbouring) (?:\w+ ){0,2}(?:councils?|trusts?|authorit(?:y|ies)|bod(?:y|ies)|forces?|departments?|universit(?:y|ies)|boards?) (?:\w+ ){0,2}$"
    r"|\b(?:last (?:year|month|time|week|spring|summer|autumn|winter)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|our (?:\w+ )?(?:reply|letter|response|answer|decision))\b[^;.]{0,40}?|previously|earlier),? (?:we|i|the \w+) (?:had )?$"
    r"|\bon \d{1,2}(?:st|nd|rd|th)? [a-z]+(?: \d{4})?,? (?:we|i|the \w+) (?:had )?$"
    r"|\b(?:it|that letter|the (?:old|earlier|enclosed) (?:letter|notice)) (?:had )?$"
    r"|\bwithdr[ae]w\w* (?:our|its|the|that|this) (?:\w+ ){0,2}$"
)
_OLD_VERBS = ("refused", "withheld", "declined", "rejected", "reliance", "relied", "kept back", "refusal")  # fmt: skip


def _is_of_others(own: str, span: Span) -> bool:
    """Whether what was kept back is other people's, or was so in another letter than this."""
    if _REFUSED_MANY.match(own, span.start):
        return True
    if _ANOTHER_CASE.match(own, span.start) or _OTHER_FORMS.match(own, span.start):
        return True
    line = own.rfind("\n", 0, span.start) + 1
    before = own[max(line, span.start - 110) : span.start]
    if holds(before, TELLERS) and is_by_the_way(before, ""):
        return True
    return own.startswith(_OLD_VERBS, span.start) and _BEFORE_THIS.search(before) is not None


_DENYING = ("not", "una", "can")
_YOURS_TO_DO = ("you ", "you need ", "you do ", "you should ", "you must ", "you did ")
