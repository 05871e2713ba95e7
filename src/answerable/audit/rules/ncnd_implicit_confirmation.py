"""A refusal to confirm or deny whose words suppose that something is held.

FOIA s.2(1). Language that presupposes records gives the answer away.
"""

from collections.abc import Iterator
from itertools import chain, islice

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.asked import asked_words
from answerable.audit.wordings.definite import OURS, SUPPOSES, definite, is_supposed
from answerable.audit.wordings.done import done_there
from answerable.audit.wordings.duty import foia, layered, wholly_ncnd
from answerable.audit.wordings.found import adds_that, told_plainly
from answerable.audit.wordings.lines import line_at, plainly
from answerable.audit.wordings.other import held_of_others
from answerable.audit.wordings.topic import stems
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading import shows
from answerable.model import Certainty, Finding, Letter, Outcome, Severity, Span

RULE = Rule(
    code="NC105",
    slug="ncnd-implicit-confirmation",
    interprets=True,
    cites=(foia("2", "1"),),
    why=(
        'A reader takes "the information we hold", "the withheld information" or "these '
        'individuals" as a yes. Once the words confirm, the exclusion protects nothing.'
    ),
    fix=('Write as if you did not know: "any information of the kind described, if it were held".'),
)
_MESSAGE = (
    "These words suppose that information is held, in a letter that neither confirms nor denies it."
)
_DONE = "These words tell what was done or used, in a letter that neither confirms nor denies it."
_FILE = Phrase(
    r"(?:the|our|a) (?:[a-z]+ ){0,3}(?:file|report|record|log|register|list|correspondence|emails?) (?:that |which )?(?:[a-z]+ ){0,3}(?:holds?|contains|shows|keeps?)\b(?! if)|the (?:findings?|results|assessments?|minutes|notes|reports?|surveys?|papers|documents|emails|records) (?:describe|show|set out|record|explain|name|identif(?:y|ies)|list|detail|reveal|contain|tell|give)s?\b|(?:weaknesses|problems|issues|failings|gaps|concerns|cases) (?:that |which )?(?:we|it|they|our \w+) (?:have )?(?:found|identified|uncovered|recorded)",
    "file", "report", "record", "log", "register", "list", "correspondence", "email", "finding", "result", "assessment", "minutes", "notes", "survey", "papers", "documents", "weaknesses", "problems", "issues", "failings", "gaps", "concerns", "cases",
)  # fmt: skip
# "There were none last year, but in view of this year's position …"
_SINCE = Phrase(
    r"(?:similar|same|previous|earlier|last).{0,120}(?:none|no such|nothing|not held|zero).{0,120}(?:\bbut\b|\bhowever\b|\bnow\b|this (?:time|occasion|year)|in view of)",
    "similar", "same", "previous", "earlier", "last",
)  # fmt: skip
_SUPPOSED = Phrase(
    r"(?:the|our|this|that) (?:withheld|specific|sensitive|exempt|relevant) information(?! (?:is|were|if|of|would be) held)|existence of (?:the |such |this |sensitive )|information (?:covered|withheld|exempted|held) (?:by|under|on)|(?:these|those|the) (?:individuals|cases|people|officers|returnees|children|staff|patients|complaints|incidents) (?:who|are|were|being|have|has|involved|concerned|would|could|may)|those being (?:worked|helped|supported|investigated)|information we hold|details (?:we|that we) hold|(?:correspondence|papers|records?|documents|material|e-?mails|letters|information) (?:that is |which is )?(?:on (?:our|the) files?|in our possession) (?:is|are|was|were|contains?|concerns?)\b",
    "withheld", "specific inf", "sensitive inf", "exempt inf", "relevant inf", "existence of", "covered", "exempted", "held by", "held under", "held on", "individuals", "cases", "people", "officers", "returnees", "children", "staff", "patients", "complaints", "incidents", "those being", "we hold", "on our file", "on the file", "in our possession",
)  # fmt: skip


# "So as to be helpful, we can say that four reports were logged."
_TELLS = Phrase(
    r"\b(?:we|i) (?:would|should|may|might|can|ought to|will)(?: also| just)? (?:add|say|mention|point out|observe|note) that (?:there (?:has|have|had|was|were|are|is)|(?:he|she|they) (?:has|have|was|were)|(?:\d+|one|two|three|four|five|several|some)\b)|\b(?:to be|being|so as to be|in order to be|to be as|as a matter of) (?:help\w*|open|courtesy)\b.{0,40}\b(?:we|i) (?:can|are able to|may) (?:say|tell you|confirm|add) that\b.{0,60}\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|several|some|no|none)\b",
    "tell you t", "confirm that", "add t", "say t", "mention that", "point out that", "observe that", "note t",
)  # fmt: skip
# "The report to which you refer was prepared on the footing …": it exists, then.
_REFERRED_TO = Phrase(
    r"\bthe (?:report|review|letter|document|file|investigation|contract|memo|minutes?|list|email|audit|assessment|notes?|complaints?|allegations?|incidents?|cases?|letters|e-?mails|papers|records?) (?:to which you refer|you (?:refer to|mention|describe|name)|in question) (?:was|were|is|are|has|had|contains?)\b",
    "you refer", "you mention", "you describe", "you name", "in question",
)  # fmt: skip


# "The policy was rewritten in May last year": it has been, so there is one.
_MADE = Phrase(
    r"\b(?:the|our|this|that) (?:\w+ )?(?:policy|report|file|plan|review|contract|list|notes?|assessment|figures|minutes|agreement|letter|memo|study|survey|audit) (?:was|were|has been|have been) (?:(?!not|never)\w+ ){0,2}?(?:written|rewritten|made|prepared|commissioned|completed|drawn up|revised|updated|carried out|compiled|produced|signed|sent)\b|\bwhat (?:he|she|they|it) (?:wrote|found|recommended|concluded|reported)\b|\bthe (?:file|case|matter|complaint|allegation|referral) was (?:looked at|considered|reviewed|examined|investigated|closed|upheld|dismissed)\b|\bthe (?:details|records?|data|findings|papers|report|figures) (?:was|were|has been|have been) (?:shared|passed|given|disclosed|reported|supplied) (?:with|to)\b",
    "written", "made", "prepared", "commissioned", "completed", "drawn up", "revised", "updated", "carried out", "compiled", "produced", "signed", "sent", "shared", "passed", "given", "disclosed", "reported", "supplied", "looked at", "considered", "reviewed", "examined", "investigated", "closed", "upheld", "dismissed", "what he", "what she", "what they", "what it",
)  # fmt: skip
# "The incidents recorded in our log are being looked into": so there are some.
_IN_OUR_LOG = Phrase(
    r"\b(?:recorded|noted|logged|held|kept) (?:in|on) our (?:logs?|records|files?|systems?|registers?)\b(?=[^.\n]*\b(?:is|are|was|were|has|have)\b)|\bthe (?:log|file|record|list|report) itself (?:is|was|will be) (?:withheld|exempt|kept)|\bonly (?:where|when|if) there is something\b|\bthe (?:officer|inspector|detective|team) who (?:took|carried|investigated|attended|visited|is dealing|dealt)\b|\b(?:with|on|in) the case file\b|\b(?:statements?|interviews?|evidence|samples?|accounts?|photographs?) (?:that (?:were|have been) )?(?:already|so far) (?:taken|given|made|held|collected|gathered)\b|\bthere (?:is|are|was|were) (?:an?|two|three|four|several|some|\d+) (?:\w+ )?(?:entry|entries|records?|notes?) (?:in|on|dated|timed)\b|\bwitnesses who (?:spoke|came|gave|have)\b|\bahead of the (?:interviews?|hearing|trial|arrest)s? of (?:these|those|the)\b|\bthe (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:entries|records|complaints|reports|files|notes|allegations|referrals|cases|letters) (?:on|in|against|about|made|received)\b|\b(?:looked|read) (?:carefully |closely )?(?:at|through) the (?:correspondence|papers|file|records?|e-?mails?|letters?)\b",
    "recorded", "noted", "logged", "held in", "held on", "kept in", "kept on", "itself", "there is something", "officer who", "inspector who", "detective who", "team who", "witnesses who", "case file", "looked", "read ", "already taken", "already given", "already made", "already held", "already collected", "already gathered", "so far ", "ahead of the", " entry ", "entries ", "records ", "complaints ", "reports ", "files ", "notes ", "allegations ", "referrals ", "cases ", "letters ", "record ", " note ",
)  # fmt: skip
# "Two of the allegations went to the prosecutor", "everyone who wrote to us": so there were some.
_SOME = Phrase(
    r"\b(?:what|all|this much) (?:that )?(?:we|i) (?:can|are able to|may|will) (?:say|tell you|confirm|add|share) (?:is|about it is)\b(?! (?:that )?(?:we\b|our\b|any\b|all\b|such\b|nothing\b|no\b|if\b|whether\b|neither\b|it is our\b|an? (?:reply|yes|answer|confirmation|statement)|the (?:law|act|same|council|trust|force|university|department|authority|police|board)\b))|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|several|a (?:few|couple|number|handful)) of (?:the|these|those) (?:allegations|complaints|incidents|referrals|investigations) (?:\w+ly )?(?:went|were|was|are|is|have|has|had|led|resulted|remain|remains|came|concern|concerned|ended|named|involved)\b(?! (?:if|exempt))|\bthe (?:remainder|rest|others|other (?:one|two|three|four|five|\d+)) (?:have been|has been|were|was|are|is) (?:\w+ ){0,2}(?:filed|closed|dismissed|dropped|upheld|withdrawn|pending|open|resolved|settled|investigated|dealt with)\b|\b(?:everyone|everybody|anyone|all|those|each person|the (?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) )?(?:person|people|man|woman|parents?|officers?|colleagues?|members? of staff|staff|clinicians|nurses|doctors|teachers|residents|patients|employees|managers|witnesses)) who (?:wrote|spoke|talked|took part|contributed|were interviewed|complained|contacted us|made (?:a|the|these|those) (?:complaint|allegation|report|referral)s?|reported (?:it|this|them|the)|raised (?:it|this|them|the|a)|came forward|gave (?:us )?(?:a |their )?(?:statement|evidence|account)s?)\b|\b(?:concerns|allegations|complaints|matters|issues) (?:that were |which were )?(?:raised|made|reported) (?:by|about|against) [^.,;\n]{3,50} (?:were|was|have been|has been) (?:\w+ ){0,2}(?:looked into|investigated|upheld|dealt|reviewed|addressed|examined|dismissed|resolved)\b|\b(?:since|following|after|during|from|by|over) (?:these|those) (?:\w+ )?(?:incidents|events|allegations|complaints|referrals|investigations)\b(?! (?:are|were|is|was) (?:said|alleged|supposed))",
    "concerns ", "matters ", "issues ", "say is ", "tell you is ", "confirm is ", "allegations ", "complaints ", "incidents ", "investigations ", "referrals ", "events ", "the remainder ", "the rest ", "the other", "who wrote", "who spoke", "who talked", "who took part", "who contributed", "who were interviewed", "who complained", "who made ", "who raised", "who reported", "who contacted", "came forward", "who gave",
)  # fmt: skip
# "The statements gathered by the officer between January and April are candid": so they were gathered.
_GATHERED = Phrase(
    r"\bthe (?:material|evidence|statements?|papers|documents|records?|accounts?|interviews?|intelligence|samples?)(?: that| which)? (?:we|our \w+|officers|investigators|detectives|inspectors) (?:have |has |had )?(?:already )?(?:gathered|taken|collected|obtained|seized|recorded|compiled|received|been given)\b|\b(?:the|our|those|these) (?:[a-z'-]+ ){1,3}?(?:gathered|taken|given|collected|obtained|prepared|received|written|provided|supplied|recorded|compiled|interviewed|raised) (?:by|from|in|on|at|between|during|for|to|with) [^.;\n]{3,90}?\b(?:is|are|was|were|has|have|contains?|runs?|includes?|covers?)\b",
    "gathered ", "taken ", "given ", "collected ", "obtained ", "prepared ", "received ", "written ", "provided ", "supplied ", "recorded ", "compiled ", "interviewed ", "raised ", "seized", "been given",
)  # fmt: skip
_SUPPOSING = Phrase(r"\b(?:if|whether|any|anyone|alleged|supposed)\b", "if", "whether", "any", "alleged", "supposed")  # fmt: skip


def _happened(letter: Letter) -> Span | None:
    """A sentence of the passage that says, with no "if" about it, that the thing was made."""
    passages = [a.spans for a in letter.answers if a.outcome is Outcome.NCND]
    for span in _MADE.among(letter.own):
        if passages and not any(p.start <= span.start < p.end for ps in passages for p in ps):
            continue
        if passages or wholly_ncnd(letter):
            line = line_at(letter.own, span.start)
            before = Span(line.start, span.start)
            if not SUPPOSES.found(letter.own, *before) and not OURS.found(letter.own, *line):
                return span
    return None


# "The letters that we have would lose their value": so there are letters.
_IN_HAND = Phrase(
    r"\bthe (?:letters|e-?mails|reports?|statements?|complaints?|allegations?|records|file|papers|notes|documents|evidence|material|correspondence|messages) (?:that |which )?(?:we|i) (?:have|hold|received|were sent|was sent|possess)\b",
    "we have", "we hold", "we received", "we were sent", "i was sent", "i have", "i hold", "i received", "possess",
)  # fmt: skip


# "If it were held, the letters that we have would …"
_SUPPOSES_FIRST = compiled(r"(?:if|were|should|suppose|supposing|whether|had)\b")


def _in_hand(letter: Letter) -> Span | None:
    """Where the letter speaks of things in hand, with no "if" before them in the clause."""
    for span in _IN_HAND.among(letter.own):
        line = line_at(letter.own, span.start).start
        clause = max(line, letter.own.rfind(",", line, span.start))
        supposed = _SUPPOSES_FIRST.match(letter.own, line) is not None
        if not supposed and not SUPPOSES.found(letter.own, clause, span.start):
            return span
    return None


# "Mrs F, who was dismissed in May", "which of the nine houses are watched", "as the file is with the
# prosecutor": said of somebody or something that is there.
_OF_THE_VERY = Phrase(
    r"\b(?:mrs?|ms|miss|mx|dr|prof(?:essor)?|sir|councillor|cllr|officer|he|she|[a-z]+),? who (?:was|were|has been|had been|have been) (?:\w+ ){0,2}?(?:dismissed|suspended|charged|arrested|disciplined|investigated|cleared|acquitted|convicted|cautioned|reprimanded|demoted|interviewed)\b"
    r"|\bwhich of the (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|many|few|several) \w+ (?:is|are|was|were|have|has)\b"
    r"|\b(?:he|she|they|[a-z]+(?<!you)(?<! i)(?<!we)) (?:has|have|was|were) (?:since |already |duly )?(?:been )?(?:told|informed|notified|advised) of (?:the|its|his|her|their|our) (?:outcome|result|decision|findings|conclusion)\b"
    r"|\bthe (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?(?:suspects|officers|employees|staff|teachers|nurses|doctors|witnesses|complainants|victims|patients|pupils|houses|addresses|premises|sites|companies|firms|people|men|women) (?:is|are|was|were|has|have|had|who|concerned|involved)\b",
    "who was", "who were", "who has been", "who had been", "who have been", "which of the", "told of", "informed of", "notified of", "advised of", "suspects", "officers", "employees", "staff", "teachers", "nurses", "doctors", "witnesses", "complainants", "victims", "patients", "pupils", "houses", "addresses", "premises", "sites", "companies", "firms", "people", " men ", " women ",
)  # fmt: skip
# "The file is with the prosecutor".
_GONE_TO = Phrase(
    r"\b(?:the|our|his|her|their) (?:file|papers|report|case|matter|evidence|dossier) (?:is|was|are|were|has gone|have gone|went|has been (?:passed|sent)|have been (?:passed|sent)) (?:now |currently |still )?(?:with|to|before|awaiting) (?:the|our|an?) (?:prosecut\w+|court|coroner|crown|police|panel|regulator|lawyers?|solicitors?|counsel|tribunal|head|board|director)",
    "file ", "papers ", "report ", "case ", "matter ", "evidence ", "dossier ",
    needs=("with ", "to ", "before ", "awaiting "),
)  # fmt: skip
# "Anyone who was dismissed": nobody in particular.
_NOBODY = compiled(
    r"(?:any\w*|some\w*|every\w*|person|people|those|one|all|individuals?|staff|employees?|officers?|members?|and|or|but|not|if),? who\b"
)


def _of_the_very(letter: Letter) -> Span | None:
    """Somebody or something spoken of as known, with nothing supposed before it in the sentence."""
    for span in chain(_OF_THE_VERY.among(letter.own), _GONE_TO.among(letter.own)):
        line = line_at(letter.own, span.start)
        if (
            _NOBODY.match(letter.own, span.start) is None
            and (
                letter.own.startswith("which of the", span.start)
                or not SUPPOSES.found(letter.own, line.start, span.start)
            )
            and not OURS.found(letter.own, *line)
            and not held_of_others(letter, span)
        ):
            return span
    return None


def _told_all_the_same(letter: Letter) -> Iterator[Finding]:
    span = (
        _in_hand(letter)
        or _TELLS.search(letter.own)
        or _IN_OUR_LOG.search(letter.own)
        or _REFERRED_TO.search(letter.own)
        or next(plainly(_SOME, _SUPPOSING, letter.own), None)
        or _happened(letter)
        or next(adds_that(letter), None)
        or _of_the_very(letter)
    )
    if span is not None:
        yield RULE.finding(
            letter, span, _MESSAGE, certainty=Certainty.LIKELY, severity=Severity.MEDIUM
        )


def _held(letter: Letter) -> Span | None:
    """Where the letter says that something is held, and not of a general or another subject."""
    span = letter.shows.held
    while span is not None and held_of_others(letter, span):
        span = shows.held(letter.own, line_at(letter.own, span.start).end)
    return span


def _of_the_thing(letter: Letter, phrase: Phrase) -> Iterator[Span]:
    spans = phrase.among(letter.own)
    return (span for span in spans if not held_of_others(letter, span))


def _tells_what_was_done(letter: Letter, case: Case, span: Span) -> Finding:
    """What was done or used is told; that weighs most where it is what was asked about."""
    words = stems(letter.own[slice(*line_at(letter.own, span.start))])
    asked = not words.isdisjoint(stems(asked_words(letter, case)))
    severity = None if asked else Severity.MEDIUM
    return RULE.finding(letter, span, _DONE, certainty=Certainty.LIKELY, severity=severity)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire where an NCND letter says that something is held, or supposes it."""
    if not letter.ncnd or layered(letter):
        return
    yield from _told_all_the_same(letter)
    done = done_there(letter)
    if not wholly_ncnd(letter):
        if done is not None:
            yield _tells_what_was_done(letter, case, done)
        return
    held = _held(letter) or next(_of_the_thing(letter, _FILE), None)
    if held is not None:
        doubtful = is_supposed(letter, held)
        yield RULE.finding(
            letter,
            held,
            _MESSAGE,
            certainty=Certainty.LIKELY if doubtful else Certainty.SURE,
            severity=Severity.MEDIUM if doubtful else None,
        )
        return
    told = told_plainly(letter)
    if told is not None:  # "We found no records when we searched."
        # "There are no cases" may be said of other things than those asked for.
        weak = letter.own.startswith(("there", "the ", "these", "those", "both"), told.start)
        severity = Severity.MEDIUM if weak else None
        yield RULE.finding(letter, told, _MESSAGE, certainty=Certainty.LIKELY, severity=severity)
        return
    if done is not None:
        yield _tells_what_was_done(letter, case, done)
        return
    changed = _SINCE.search(letter.own)
    if changed is not None:
        yield RULE.finding(letter, changed, _MESSAGE, certainty=Certainty.LIKELY)
        return
    supposed = next(_of_the_thing(letter, _SUPPOSED), None)
    if supposed is not None:
        yield RULE.finding(
            letter, supposed, _MESSAGE, certainty=Certainty.LIKELY, severity=Severity.MEDIUM
        )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A sentence of the letter speaks of the thing asked for as of something that is there."""
    if not letter.ncnd:
        return
    found = (definite(letter), _gathered(letter), _there(letter), _described(letter))
    plain = (each for each in chain.from_iterable(found) if not held_of_others(letter, each))
    for span in islice(plain, 1):
        yield RULE.hint(
            letter, span, "Check that these words do not tell whether anything is held."
        )


# What is said of a thing that is there: "the report runs to 84 pages", "part of what you seek came
# to us in confidence", "we will send you the two unsuccessful bids", "the officers who keep it".
_DESCRIBED = Phrase(
    r"\b(?:the|this|that|our|its|his|her|their|these|those|both|all|most|some|each) (?:of (?:the|these|those) )?(?:[a-z'’-]+ ){0,4}?(?:files?|reports?|records?|notes?|minutes|letters?|e-?mails?|correspondence|papers?|documents?|lists?|logs?|registers?|statements?|bids?|offers?|contracts?|plans?|policy|guidance|advice|assessments?|complaints?|allegations?|investigations?|intelligence|footage|recordings?|photographs?|figures?|data|drafts?|tenders?|messages|diar(?:y|ies)|entries|pages|interviews?|audit|review|survey|memo|briefings?|authorisations?|material|budget|names) (?:itself |themselves |also |now |mostly |largely |only )?(?:runs? to|runs? from|contains?|covers?|names?|lists?|sets? out|dates? from|dates? back|goes back|go back|includes?|identif(?:y|ies)|describes?|shows?|refers? to|bears?|carr(?:y|ies)|comprises?|consists?|records?|mentions?|reveals?|is (?:dated|marked|signed|kept|stored|lengthy|long|short|sensitive|incomplete|handwritten|in draft|\d)|are (?:dated|marked|signed|kept|stored|lengthy|long|short|sensitive|incomplete|handwritten|in draft|\d)|was (?:\w+ )?(?:marked|sent|given|made|written|taken|signed|received|drawn|compiled|prepared|supplied|provided|obtained)|were (?:\w+ )?(?:marked|sent|given|made|written|taken|signed|received|drawn|compiled|prepared|supplied|provided|obtained)|came (?:from|to|in)|ha(?:s|ve) (?:not )?(?:been|yet|so far))\b"
    r"|\b(?:part|parts|much|some|most|all|half|none|one|two|three|several|(?:a|the) (?:part|bulk|majority|rest|remainder|number|portion)) of (?:what you|the (?:information|material|papers|records|documents|correspondence|letters|e-?mails|reports?|file)|it|them|these|those) (?:(?:seek|ask|want|describe|request|mention|have in mind)(?:ed)?(?: for)? )?(?:came|comes?|was|were|is|are|has|have|had|relates?|originates?|concerns?|derives?)\b(?! (?:if|exempt if))"
    r"|\b(?:send|give|release|publish|supply|provide|disclose|let you have|share)(?: to)?(?: you)?(?: with)? (?:the|these|those) (?:two|three|four|five|six|seven|eight|nine|ten|\d+|unsuccessful|successful|other|remaining|earlier|later|full|redacted|final|first|second) \w+"
    r"|\b(?:people|persons|individuals|householders|officers?|staff|names?|companies|firms|addresses|properties|premises|businesses|places|locations|sites|those|everyone|anyone) (?:who (?:are|is) |that are |which are |already )?(?:on|in|named in|shown in|listed in|mentioned in) (?:our|the) (?:lists?|files?|registers?|books|records?|database|logs?|reports?|papers|correspondence)\b|\b(?:officers?|staff|people|team|those|person|colleagues?|inspectors?|detectives?) who (?:keeps?|holds?|compiled?|compiles|wrote|prepared|maintains?|gathered|obtained|collected|drew up|recorded|took|made) (?:it|them|the|this|these|those)\b|\bits (?:author|authors|contents?|pages|conclusions?|findings|recommendations)\b|\bwhat (?:is|was|they|it|he|she|we) (?:said|written|recorded|alleged|found|says?|contains?|wrote|set out)\b(?: in| about| of| to|,|\.|;)|\b\d+ (?:pages|sheets|folders|boxes|entries|e-?mails|letters)\b|\b(?:which|as it|because it|since it) (?:was|were) (?:given|supplied|sent|provided|told|passed|made) (?:to us )?in (?:strict )?confidence\b",
    "runs ", "run t", "run f", "contain", "cover", "name", "list", "set out", "sets out", "date", "goes back", "go back", "include", "identifies", "identify", "describe", "show", "refer to", "refers to", "bear", "carry", "carries", "compris", "consist", "record", "mention", "reveal", "marked", "signed", "kept", "stored", "lengthy", "is long", "are long", "is short", "are short", "is sensitive", "are sensitive", "incomplete", "handwritten", "in draft", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "sent", "given", "made", "written", "taken", "received", "drawn", "compiled", "prepared", "supplied", "provided", "obtained", "came ", "been", " yet", "so far", "part of", "parts of", "much of", "some of", "most of", "all of", "half of", "none of", "one of", "two of", "three of", "several of", "bulk of", "majority of", "rest of", "remainder of", "number of", "portion of", "send ", "give ", "release ", "publish ", "supply ", "provide ", "disclose ", "share ", "let you have", "file", "register", "books", "database", "logs", "report", "papers", "correspondence", "who keep", "who hold", "who compile", "who wrote", "who prepared", "who maintain", "who gathered", "who obtained", "who collected", "who drew up", "who recorded", "who took", "who made", "its author", "its content", "its page", "its conclusion", "its finding", "its recommendation", "what ", "confidence",
    needs=("file", "report", "record", "note", "minutes", "letter", "mail", "correspond", "paper", "document", "list", "log", "register", "statement", "bid", "offer", "contract", "plan", "policy", "guidance", "advice", "assessment", "complaint", "allegation", "investigation", "intelligence", "footage", "photograph", "figure", "data", "draft", "tender", "message", "diar", "entries", "page", "interview", "audit", "review", "survey", "memo", "briefing", "authorisation", "material", "budget", "names", "of what you", "of the information", "of it", "of them", "of these", "of those", " two ", " three ", " four ", " five ", " six ", " seven ", " eight ", " nine ", " ten ", "successful", "other ", "remaining", "earlier", "later", "full ", "redacted", "final", "first", "second", "book", "who ", "its author", "its content", "its conclusion", "its finding", "its recommendation", "what ", "sheets", "folders", "boxes", "confidence"),
)  # fmt: skip
_AIRY = Phrase(
    r"\b(?:if|would|whether|any|were|wherever|might|could|may|such|kind|type|sort|suppos\w+|assum\w+|every|neither|nobody|infer\w*|conclu\w+)\b|\byour (?:e-?mail|letter|request)\b",
    "if", "would", "whether", "any", "were", "might", "could", "may", "such", "kind", "type", "sort", "suppos", "assum", "every", "neither", "nobody", "infer", "conclu", "your email", "your e-mail", "your letter", "your request",
)  # fmt: skip


def _described(letter: Letter) -> Iterator[Span]:
    """Where a thing is described, in a sentence that supposes nothing."""
    for span in _DESCRIBED.among(letter.own):
        line = line_at(letter.own, span.start)
        words = letter.own[span.start : span.end]
        if _OURS_IN.search(words) or OURS.found(letter.own, *line):
            continue
        airy = [found.start for found in _AIRY.among(letter.own, *line)]
        if not any(at < span.start or (at < span.end and "were" not in words) for at in airy):
            yield span


_OURS_IN = compiled(
    r"\b(?:requests?|act|exemption|section|balance|review|guidance|decision|notice)\b"
)


# "The systems which were affected", "the colleagues who spoke".
_THERE = Phrase(
    r"\b(?:the|these|those) (?:[a-z'-]+ ){0,2}?(?:complaints?|complainants?|allegations?|incidents?|reports?|records?|files?|investigations?|cases?|attacks?|officers?|staff|systems?|colleagues|witnesses|letters|e-?mails|documents|meetings) (?:which|that|who) (?:we|were|was|are|is|have|had|has|spoke|gave|made|came|raised)\b",
    "complain", "allegation", "incident", "report", "record", "file", "investigation", "case", "attack", "officer", "staff", "system", "colleagues", "witness", "letter", "mails", "document", "meeting",
    needs=(" which ", " that ", " who "),
)  # fmt: skip


def _there(letter: Letter) -> Iterator[Span]:
    """Things of the kind asked for, of which something is told with no "if" about them."""
    return (
        span
        for span in plainly(_THERE, SUPPOSES, letter.own)
        if not OURS.found(letter.own, *line_at(letter.own, span.start))
    )


def _gathered(letter: Letter) -> Iterator[Span]:
    """What was gathered by somebody, with no "if" about it, and nothing to do with the request."""
    return (
        span
        for span in plainly(_GATHERED, SUPPOSES, letter.own)
        if not OURS.found(letter.own, *line_at(letter.own, span.start))
    )
