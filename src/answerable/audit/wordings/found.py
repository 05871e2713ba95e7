"""What a search found, or what there is, told as a fact: "we found no records when we searched".

In a letter that neither confirms nor denies this is the answer. What is only supposed ("if any
were found"), and what is known of everybody, is left.
"""

from collections.abc import Iterator

from answerable.audit.wordings.definite import OURS
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.other import held_of_others
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Letter, Span

_NUMBER = r"(?:no|nothing|none|not any|some|several|a few|a number of|a small number of|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|many|the)"
_THING = r"(?:records?|files?|documents?|information|e-?mails?|letters|reports?|papers|notes?|entr(?:y|ies)|items?|matches|hits|results?|footage|recordings?|images?|minutes|lists?|logs?|registers?|vehicles?|cameras?|devices?|complaints?|allegations?|incidents?|cases?|referrals?|meetings?|visits?|contracts?|payments?|operations?|investigations?|informants?)"
_BODY = r"(?:council|trust|force|authority|department|university|college|school|board|agency|constabulary|service|ministry)"
_TOLD = Phrase(
    # "we found no records", "our search turned up three items", "officers located the file"
    rf"\b(?:we|i|our (?:search(?:es)?|enquir(?:y|ies)|officers|staff|team|colleagues)|the search(?:es)?|officers|colleagues|staff) (?:have |had |did |has |also |only |then |certainly |could ){{0,2}}(?:found|located|turned up|produced|returned|revealed|identified|came across|uncovered|discovered|traced|brought up|threw up|yielded) {_NUMBER}\b(?! (?:reason|need|ground|basis|argument|evidence that|way|case for|weight|difficulty|factor|public interest|interest|balance|harm|risk))"
    # "we have two vehicles there", "the force holds several files"
    rf"|\b(?:we|the {_BODY}) (?:do |does )?(?:have|has|hold|holds|keep|keeps|own|owns|possess|possesses) (?:no|some|several|a few|a number of|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|many) (?:such |of these |of them |[a-z]+ ){{0,2}}?{_THING}\b"
    rf"|\bcame (?:back|up) (?:empty|blank|with no(?:thing|ne)?)\b|\bno such (?:{_THING}|thing) exists?\b|\b(?:we|the {_BODY}) (?:do|does)(?: not|n't) have (?:such|one|any such)\b|\bwe looked and (?:there|found)\b|\b{_THING} (?:has|have) been (?:located|found|identified|traced) and\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|few) {_THING} (?:that|which) we (?:operate|use|own|have|hold|run|keep)\b"
    rf"|\b(?:nothing|none|no (?:such )?{_THING}) (?:was|were|could be) (?:found|located|traced|identified|turned up|discovered)\b|\bthere are (?:none|no (?:such )?{_THING}|\d[\d,]*|several|many|a few|a number of)\b(?= (?:{_THING}|in|at|on file|held|recorded)\b)"
    rf"|\b(?:the|these|those|our|both) (?:[a-z]+ )?{_THING} (?:in our possession|held by our|that we (?:have|hold|keep|found|received|were sent)|which we (?:have|hold|keep|found|received)|we (?:have|hold|found|received|searched)|on our (?:files?|systems?|records)|in our (?:files?|systems?|records|possession))\b"
    rf"|\bwhen (?:we|officers|staff|colleagues) (?:searched|looked|checked)\b|\bsearch(?:ed|es|ing)? (?:\w+ ){{0,5}}(?:and|which|has|have) (?:found|located|turned up|produced|returned|revealed)\b",
    "found", "located", "turned", "produced", "returned", "revealed", "identified", "across", "uncovered", "discovered", "traced", "brought up", "threw up", "yielded", "we have", "we hold", " has ", " holds ", " keeps ", "we keep", "we own", " owns ", "possess", "there are", "in our ", "held by our", "that we ", "which we ", "we received", "we searched", "on our ", "searched", "looked", "checked", "searching", "came back", "came up", "exist", "not have", "n't have", "been located", "been found", "been identified", "been traced", "we operate", "we use", "we run", "we keep",
)  # fmt: skip
# Before it in the sentence: what is supposed, said of all, or known to everybody.
_SUPPOSED = compiled(
    r"\b(?:if|whether|(?:stat|say|tell|reveal|confirm|deny|announc)ing|to (?:state|say|tell|reveal|confirm|deny)|were|any|would|could|might|suppose|supposing|unless|either|neither|nor|not be taken|should not|infer|conclu|mean that|published|public(?:ly)?|national|other (?:forces|councils|bodies)|commissioner|tribunal|decision notice|parliament|website|court)\b|\""
)
_KNOWN = compiled(
    r"\b(?:if|whether|either|neither|published|website|parliament|commissioner|tribunal|sides|points|reasons|factors|things to)\b"
)


def told_plainly(letter: Letter) -> Span | None:
    """Where the authority tells what was found, or what there is, with nothing supposed about it."""
    own = letter.own
    for span in _TOLD.among(own):
        line = line_at(own, span.start)
        # "We hold six files on him, but neither confirm nor deny …": the words after it suppose
        # nothing of what stands before them.
        ncnd = own.find("neither confirm", span.end, line.end)
        if (
            _SUPPOSED.search(own, line.start, span.start) is None
            and _KNOWN.search(own, span.end, line.end if ncnd < 0 else ncnd) is None
            and not OURS.found(own, *line)
            and not held_of_others(letter, span)
        ):
            return span
    return None


# "I can add that the report was accepted by the Committee": what became of it.
_ADDS = Phrase(
    rf"\b(?:we|i|the {_BODY}) (?:can|may|might|should|would|ought to|will|do|does)(?: also| just| however| only)? (?:add|say|mention|tell you|point out|confirm|note|observe|let you know|assure you),?(?: (?:for completeness|in passing|however|though|too|also|to be (?:helpful|fair|open)|by way of [a-z]+|in the interests? of [a-z]+|at this (?:stage|point)),?)? (?:that )?(?:the|its|our|his|her|their|this|both|those|these) (?:[\w'’-]+ ){{0,3}}?(?:reports?|investigations?|investigators?|inquiry|enquiry|reviews?|files?|complaints?|complainants?|allegations?|matters?|cases?|outcomes?|findings?|panels?|hearings?|sanctions?|statements?|letters?|interviews?|officers?|members? of staff|proceedings|process|referrals?|incidents?|notes?|records?|minutes|conclusions?|audits?|visits?|operations?|suspensions?|person concerned)(?: report| concerned)? (?:\w+ )?(?:ended|is|was|were|are|has|have|had|did|found|ended|concluded|resulted|led|took|came|ran|recommended|remains?)\b",
    "add", "say ", "mention", "tell you", "point out", "confirm", "note", "observe", "let you know", "assure you",
    needs=("report", "investigat", "inquiry", "enquiry", "review", "file", "complain", "allegation", "matter", "case", "outcome", "finding", "panel", "hearing", "sanction", "statement", "letter", "interview", "officer", "staff", "proceedings", "process", "referral", "incident", "note", "record", "minutes", "conclusion", "audit", "visit", "operation", "suspension", "concerned"),
)  # fmt: skip
# The procedure in general, the request, and what everybody knows.
_IN_GENERAL = compiled(
    r"\b(?:your (?:request|e-?mail|letter|complaint)|this (?:matter|request|review|response|case|process)|procedures?|polic(?:y|ies)|published|website|public(?:ly)?|annual|every|any such|process (?:is|for)|internal review|commissioner|case law|cases? (?:of|such|like))\b"
)


def adds_that(letter: Letter) -> Iterator[Span]:
    """Where what became of the very thing is added to saying nothing about it."""
    for span in _ADDS.among(letter.own):
        line = line_at(letter.own, span.start)
        if (
            _SUPPOSED.search(letter.own, line.start, span.start) is None
            and _IN_GENERAL.search(letter.own, *span) is None
            and not OURS.found(letter.own, *line)
            and not held_of_others(letter, span)
        ):
            yield span
