"""What a search found, or what there is, told as a fact: "we found no records when we searched".

In a letter that neither confirms nor denies this is the answer. What is only supposed ("if any
were found"), and what is known of everybody, is left.
"""

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
