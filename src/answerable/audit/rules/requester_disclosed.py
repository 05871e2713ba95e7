"""The published copy of a response still says who asked, or the applicant was named to others.

UK GDPR Art 5(1)(a) and (c): who asked is personal data, and a disclosure log does not need it.
"""

import re
from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at, plainly
from answerable.letters.patterns import at_word, compiled
from answerable.letters.phrases import Phrase, holds
from answerable.letters.text import lower
from answerable.model import Certainty, Finding, Letter, Severity, Source, Span

RULE = Rule(
    code="RV104",
    slug="requester-disclosed",
    cites=(
        Source("UK GDPR Article 5(1)(c)", "https://www.legislation.gov.uk/eur/2016/679/article/5"),
    ),
    why=(
        "Anyone may ask without the world knowing that they did. A disclosure log shows the "
        "question and the answer; the name, address, telephone number and e-mail address of the "
        "person who asked are taken out first."
    ),
    fix="Take the applicant's name and contact details out of the copy that is published.",
)

_COPY = compiled(
    r"(?:published (?:on|in|to|copy|version|response|reply)|publication (?:copy|version|scheme copy)|(?:(?:disclosure|publication) log\b|foi log\b(?! (?:number|no\b|ref)))(?: entry"
    r"| copy| version| response| ref\w*| no\w*| number|:| -)?|copy for (?:publication|the website|our website)|web ?site (?:copy|version)|"
    r"released under foi|for publication)"
)
_LATER = compiled(
    r"\b(?:will|may|might|shall|would|can|could|if|please|see|search|available|consult|visit|look|already|our disclosure log at|before|once|"
    r"anonymi|redacted|removed|without your|not include|your (?:name|details|personal))\b"
)
_PERSON = compiled(
    r"(?:^|\n)[ \t>]*(?:[^\n:/]{2,30}/[ ]?)?(?:requester|requestor|applicant|requested by|asked by|sent to|issued to|answer to|reply to|name of (?:requester|applicant)|(?:requester|applicant|customer|enquirer)"
    r"(?:'s)? (?:name|details|contact)|from|to|enquirer|customer|correspondent|contact)(?: name| details)?[ ]*:[ ]*(?P<who>[^\n]{2,120})",
    re.IGNORECASE,
)
# "Response sent 13 June 2025 to Mr …, 14 …".
_SENT_TO = compiled(
    r"(?:^|\n)[ \t>]*(?:[Rr]esponse|[Rr]eply|[Aa]nswer|[Ll]etter) (?:was )?(?:sent|issued|given|addressed)(?: on)?(?: \d[\w ]{3,20})? to (?P<who>[A-Z][^\n]{2,100})"
)
_NAME = compiled(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Mx|Sir|Prof(?:essor)?|Rev|Cllr|Councillor)\.? )?[A-Z][a-z'’-]+(?:[ -][A-Z][a-z'’-]+){1,3}\b"
)
_GREETED = compiled(
    r"dear +(?:(?:mr|mrs|ms|miss|dr|mx|prof(?:essor)?|rev|cllr|councillor)\.? +(?:[a-z]\.? +)?[a-z'-]{3,}(?:-[a-z]+)?|[a-z]+ [a-z'-]{3,})",
    re.IGNORECASE,
)
_NOBODY = compiled(
    r"\b(?:redacted|removed|withheld|name|requester|requestor|applicant|sir|madam|resident|enquirer|member of the public|public|journalist|media|"
    r"anonymous|correspondent|sender|individual|private|foi|information|council|trust|team|nhs|university|office|department|police|all|board|"
    r"customer|user|parent|student|colleague|x+|friend|editor|organisation|company|researcher|press|business|charity|what ?do ?they ?know)\b|\[|\*\*|█|@.*\.gov",
    re.IGNORECASE,
)
_CONTACT = compiled(r"[\w.+-]+@[\w-]+\.\w+|\b0\d{2,4}[ )]*\d{3,4}[ ]?\d{3,4}\b")
#: Characters of the head and of the foot of a letter in which a copy says that it is published.
_HEAD, _FOOT = 800, 300
_TOLD = Phrase(
    r"\b(?:passed|gave|given|forward(?:ed)?|shared?|told|disclosed|sent|copied|supplied|provided|let)\b.{0,110}\b(?:your (?:full |home |own )?(?:name|identity|contact "
    r"details|e-?mail address|address|(?:mobile|telephone|phone) number)|that (?:you|it was you) (?:had |have )?(?:asked|made|requested|who)|who you are)",
    "your name", "your full", "identity", "contact details", "your email", "your address", "that you", "who you", "that it was you",
)  # fmt: skip
_FINE = Phrase(
    r"\b(?:not|without|never|removed|with your (?:consent|permission|agreement)|at your request|you (?:asked|agreed|consented|told us|wished)|you(?:'d| would) like|your wish|leaving out|left out|omitt\w+|if you|transfer|commissioner|"
    r"would|only with)\b",
    "not", "never", "removed", "with", "your", "leaving", "left out", "omit", "request", "wish", "told", "like", "asked", "agreed", "consented", "if", "transfer", "commissioner", "would", "only",
)  # fmt: skip


# Who it was that asked, however it is put: "your home address", "where you live", "naming you".
_WHO = (
    r"(?:(?:your|the (?:applicant|requester|enquirer|writer)'s) (?:\w+,? |e-mail ){0,3}?(?:names?|identity|address(?:es)?|e-?mail address(?:es)?|contact details|personal details|details|signature|(?:tele)?phone(?: number)?|telephone number|mobile(?: number)?|number|post ?code|employer|job|occupation)\b"
    r"|\bnames? (?:and|or|,) (?:\w+ ){1,3}of (?:the (?:person|people|applicant|requester|writer|enquirer)|those|everyone|everybody|whoever|anyone|each)\b|\bwho (?:you are|(?:it was that |it was who |had |has )?(?:asked|made|wrote|sent|put in|submitted|requested|is asking|was asking|was behind|is behind|it (?:was|is|came from)))"
    r"|\b(?:where|(?:in )?(?:which|what) (?:street|road|village|town|house)) you (?:live|work|study|teach|are employed)\b|\b(?:naming|named|names|identif(?:y|ying|ied)|pointed to|described|recogni[sz]ed)(?: as)? you\b|\byou (?:were|was|are|have been|had been) (?:\w+ )?(?:named|identified)\b|\b(?:you|applicants?|requesters?|(?:every|any)(?:one|body) who (?:\w+ ){0,2}(?:asks?|writes?))\b[^:;]{0,80}\bby name\b|\b(?:it|that) (?:was|is) you (?:who|that)\b"
    r"|\bthat you (?:had |have |were |are )?(?:the |a )?(?:wrote|written|contacted us|got in touch|asked(?! (?:for|us|about))|made|put in|submitted|lodged|applicant|requester|person|author|behind|making|asking)\b|\b(?:came|come|comes|coming|was|is) from you\b|\byour (?:letter|e-?mail|request|message|form|correspondence)\b.{0,80}\b(?:as (?:it (?:stood|stands|was|is|came|arrived|reached)|you (?:wrote|sent|signed))|in full|unredacted|unaltered|complete with|signature and all|headed|with (?:nothing|no part|no detail|none of it) (?:removed|taken|blanked|hidden|redacted))"
    r"|\bcop(?:y|ied|ies|ying) (?:of )?your (?:letter|e-?mail|request|message|form|correspondence)\b|\bcop(?:y|ied|ying) (?:\w+ ){1,6}(?:into|in on|in to) (?:your|this|our|the) (?:e-?mail|request|correspondence|exchange|reply))"
)
# Telling, and publishing.
_TELLS = r"(?:pass(?:ed|es)|gave|given|forward(?:ed|s)|shar(?:ed|es)|told|tells|said|(?:we|it|the \w+) (?:tell|inform|copy|share|show|pass|publish|list|circulate|forward)|(?:to|always|routinely|usually|must|will|shall) (?:tell|let|send|share|pass|give|forward|copy|circulate|show|name)|disclosed|sent|sends|copie[ds]|supplied|provided|circulated|published|publishes|posted|posts|put up|put on|uploaded|listed|lists|shown|showed|shows|displayed|displays|revealed|mentioned|aware|learn(?:ed|t)|informed|notified|advised|made known|makes known|confirmed to|read (?:out|aloud)|pinned|entered|handed|mailed|e-mailed|announced|printed|recorded in the minutes|appears?|appeared|goes|went|remains?|stands?|stays?|is available|are available|can be (?:seen|found|read)|(?:may|will) be (?:seen|found|read)|knew|knows|known)"
# To whom, or where.
_OTHERS = (
    r"\b(?:firm|compan(?:y|ies)|contractors?|suppliers?|councillors?|cllr|members?|staff|newspapers?|press|media|reporters?|journalists?|managers?|employers?|neighbours?|landlords?|head(?:s|teacher)?|teams?|everyone|everybody|anyone|anybody|colleagues|officers?|director\w*|parents?|governors?|residents?|tenants?|bidders?|agents?|union|owner|operator|developer|school|committee|meeting|authors?|person|people|m\.?p\.?|minister|group|association|club|third part(?:y|ies)"
    r"|public\w*|log|website|web ?(?:page|site)|site|online|internet|intranet|portal|register|notice ?board|minutes|facebook|twitter|social media|page|newsletter|bulletin|agenda|them|him|her|it)\b"
)
_WHO_ASKED = Phrase(
    _WHO,
    "name", "address", "details", "signature", "phone", "mobile", "number", "post code", "postcode", "employer", "job", "occupation", "where you", "you live", "you work", "you study", "you teach", "you are employed", "as you", "naming", "describ", "recogni", "pointed", "was you", "is you", "that you", "from you", "in full", "unredacted", "unaltered", "as it", "complete with", "headed", "with nothing", "with no", "copied ", "copying ", "copy ", "copies ", "identity", "identify you", "identifying you", "identified you", "are identified", "were identified", "was identified", "been identified", "ly identified", "who asked", "who made", "who wrote", "who sent", "who put", "who submitted", "who requested", "who is asking", "who was", "who is behind", "who it was", "who it is", "who it came", "who had", "who has", "who you are",
)  # fmt: skip
# Not so: it was kept back, was the applicant's own wish, or is only what might be; or it was to the applicant.
_KEPT = Phrase(
    r"\b(?:not|n't|without|never|nor|no|nobody|no one|none|neither|nothing|rather than|instead of|removed?|removing|taken out|leaving out|left out|omitt\w+|minus|blanked|struck out|stripped|redact\w*|anonym\w*|declin\w+|refus\w+|withh\w+|kept (?:back|out|off|from|private)|consent\w*|permission|agreement|agreed|at your (?:\w+ )?(?:request|wish|suggestion)|your wish|you (?:asked|wished|wanted|told|requested|invited) (?:us|me|the|for|that)|if you|unless|would|may wish|please|(?:tell|send|let|write to|give|giving|contact) (?:us|me|her|him|the head|your|in your)|by (?:us|me) with|we need|need to know|(?:sent|send|posted|mailed|e-mailed|forwarded|delivered) to (?:you|your)\b|to your (?:home |e-?mail |postal )?address|by using your|transfer\w*|commissioner|data protection|privacy notice|keep your|store|retain)\b",
    "n't", "no", "with", "never", "rather", "instead", "remov", "taken", "leaving", "left", "omit", "minus", "blanked", "struck", "stripped", "redact", "anonym", "declin", "refus", "kept", "consent", "permission", "agree", "your ", "you ", "if ", "unless", "would", "may wish", "please", "tell ", "send ", "let ", "write to", "give ", "giving", "contact", "need", "to your", "transfer", "commissioner", "data protection", "privacy", "store", "retain",
)  # fmt: skip


def _told_others(letter: Letter) -> Span | None:
    """A sentence in which others are told, or can read, who asked."""
    own = letter.own
    for span in _WHO_ASKED.among(own):
        line = line_at(own, span.start)
        before = _CLAUSE.split(own[max(line.start, span.start - _NEAR) : span.end])[-1]
        after = _CLAUSE.split(own[span.end : min(line.end, span.end + 2 * _NEAR)])[0]
        if (_TELLING.search(before) or _TELLING_TO.search(after)) and not _KEPT.found(own, *line):
            return span
    return None


_CLAUSE = compiled(r"[:;]")
_NEAR = 110  # characters between who asked and the telling of it
_TELLING = at_word(rf"{_TELLS}\b")
_TELLING_TO = at_word(rf"{_TELLS}\b.{{0,110}}{_OTHERS}")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a copy that says it is published names the applicant, or others were told who asked."""
    copy = _published(letter) or _headed_by_a_person(letter)
    if copy is not None:
        person, sure = _person(letter)
        if person is not None:
            yield RULE.finding(
                letter,
                person,
                "A copy that is published still carries the applicant's name or contact details; "
                f"{RULE.cites[0]} asks for no more personal data than is needed.",
                certainty=Certainty.SURE if sure else Certainty.LIKELY,
            )
            return
    for span in _TOLD.among(letter.own):
        if not _FINE.found(letter.own, *line_at(letter.own, span.start)):
            yield RULE.finding(
                letter,
                span,
                "The letter says that others were told who asked; a request can be discussed without that.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
            )
            return
    told = _told_others(letter)
    if told is not None:
        yield RULE.hint(letter, told, "The letter seems to say that others were told who asked.")


# One of them stands in every such wording; "public" and "log" alone stand in many heads.
_PUBLIC = ("published ", "publication ", "disclosure log", "foi log", "copy for ", "site copy", "site version", "released under foi", "for publication")  # fmt: skip


def _published(letter: Letter) -> Span | None:
    """Where the document itself, near its head or foot, says that it is the published copy."""
    end = len(letter.flow)
    for start, stop in ((0, min(_HEAD, end)), (max(_HEAD, end - _FOOT), end)):
        low = lower(letter.flow[start:stop])
        if not holds(low, _PUBLIC):
            continue
        for match in _COPY.finditer(low):
            line = line_at(low, match.start())
            words = low[line.start : line.end]
            if len(words) < 200 and not _LATER.search(words):
                return Span(start + match.start(), start + match.end())
    return None


def _headed_by_a_person(letter: Letter) -> Span | None:
    """A heading "Asked by: Mr …, 4 …" with a way to reach them, as entries of a log have it."""
    head = letter.flow[:_HEAD]
    match = _ENTRY.search(head) if holds(head.lower(), _APPLICANT) else None
    if match is None or _NOBODY.search(match["who"]) or not _NAME.search(match["who"]):
        return None
    return Span(match.start("who"), match.end("who")) if _REACHED.search(match["who"]) else None


_APPLICANT = ("requester", "requestor", "applicant", "requested by", "asked by")
_ENTRY = compiled(
    r"(?:^|\n)[ \t>]*(?:requester|requestor|applicant|requested by|asked by)[ ]*:[ ]*(?P<who>[^\n]{2,120})",
    re.IGNORECASE,
)
_REACHED = compiled(r"@|\b\d{1,4} [A-Z][a-z]+ |\b0\d{3,4}[ )]")


def _person(letter: Letter) -> tuple[Span | None, bool]:
    """The applicant's name or contact details near the head of the letter, and how plain that is."""
    for match in _PERSON.finditer(letter.flow[:2500]):
        who = match["who"]
        label = match[0].lower()
        mail = label.lstrip().startswith(("from", "to", "contact"))
        if _NOBODY.search(who):
            continue
        if _NAME.search(who) or (_CONTACT.search(who) and not mail):
            return Span(match.start("who"), match.end("who")), not mail
    sent = _SENT_TO.search(letter.flow[:_HEAD])
    if sent and _NAME.match(sent["who"]) and not _NOBODY.search(sent["who"]):
        return Span(sent.start("who"), sent.end("who")), True
    greeted = _GREETED.search(letter.flow[:2500])
    if greeted and not _NOBODY.search(greeted[0]):
        return Span(*greeted.span()), True
    return None, False


_ASKED_FOR_IT = Phrase(
    r"\b(?:you (?:asked|wished|wanted|told us|requested)|at your (?:\w+ )?(?:request|wish)|leaving out|left out|omitt\w+|minus|not by whom|without|not|never)\b",
    "you ", "at your", "leaving", "left out", "omit", "minus", "whom", "without", "not", "never",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The applicant's name or details, and others, are spoken of in one sentence."""
    span = next(plainly(_TOLD, _ASKED_FOR_IT, letter.own), None)
    if span is not None:
        yield RULE.hint(letter, span, "Check that nobody was told who asked without need.")
