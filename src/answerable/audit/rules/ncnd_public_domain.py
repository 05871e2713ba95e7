"""Neither confirming nor denying what the authority has itself published.

Official publication can remove the harm. ICO guidance.
"""

from collections.abc import Iterator
from itertools import islice

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import wholly_ncnd
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.once import once
from answerable.audit.wordings.topic import asked_about, stems
from answerable.letters.phrases import Phrase
from answerable.model import Block, Certainty, Finding, Letter, Source, Span, Voice

RULE = Rule(
    code="NC109",
    slug="ncnd-public-domain",
    cites=(
        Source(
            "ICO guidance on when to refuse to confirm or deny",
            "https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-information-regulations/when-to-refuse-to-confirm-or-deny-holding-information/",
        ),
    ),
    why=(
        "Where the authority has already said publicly that it holds the information, or what "
        "it shows, a refusal to confirm or deny protects nothing and looks absurd."
    ),
    fix=("Look at what is published; answer what it already answers, and refuse only beyond that."),
)
_PUBLISHED = Phrase(
    r"(?:your|the (?:council|trust|force|department|university|authority)'s) (?:own )?(?:[a-z'’-]+ ){0,4}(?:report|website|minutes|press (?:release|statement)|news release|statement|accounts|newsletter|policy)\b|(?:on|from) your website|your published|you (?:have )?(?:already )?(?:published|announced|confirmed|reported|stated publicly)",
    "report", "announce", "press statement", "news release", "website", "minutes", "press release", "statement", "accounts", "newsletter", "published", "announced", "confirmed", "reported", "stated",
)  # fmt: skip


def _asked(letter: Letter) -> Iterator[Block]:
    """The passages of the request, with a first line that only opens the quotation."""
    for place, block in enumerate(letter.blocks):
        if block.voice is not Voice.REQUEST:
            continue
        before = letter.blocks[place - 1] if place else block
        if letter.flow[before.span.start : before.span.end].lstrip()[:1] in ("“", '"'):
            yield before
        yield block


@once
def _asked_words(letter: Letter) -> str:
    """All of them in one text, to search at once: hardly ever does one speak of a publication."""
    return "\n".join(letter.flow[b.span.start : b.span.end] for b in _asked(letter)).lower()


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the request points to the authority's own publication."""
    if not wholly_ncnd(letter):
        return
    for block in _asked(letter) if _PUBLISHED.found(_asked_words(letter)) else ():
        words = letter.flow[block.span.start : block.span.end].lower()
        found = _PUBLISHED.search(words)
        if found is not None:
            at = block.span.start + found.start
            yield RULE.finding(
                letter,
                Span(at, at + found.end - found.start),
                "The request points to something the authority has itself published, and the letter "
                "does not show why confirming or denying would still do harm.",
                certainty=Certainty.LIKELY,
            )
            return
    told = _REFERRED.search(letter.own)
    if told is None:
        said = next(_said_in_public(letter, _ANNOUNCED), None)
        if said is not None:
            yield RULE.hint(
                letter,
                said,
                "This speaks of something the authority has itself made public; check that the letter "
                "shows why confirming or denying would still do harm.",
            )
    else:
        yield RULE.finding(
            letter,
            told,
            "The letter itself says that the request points to something the authority has published, "
            "and does not show why confirming or denying would still do harm.",
            certainty=Certainty.LIKELY,
        )


# "You referred us to the press notice on our website": the authority tells of it itself.
_REFERRED = Phrase(
    r"\byou (?:have |had )?(?:refer(?:red)?|point(?:ed)?|drew|mention(?:ed)?|quot(?:ed?|ing)|cit(?:ed?|ing)|sent)\b.{0,40}\b(?:our|the \w+'s|its|the) (?:own )?(?:press|news|media|public)? ?(?:notice|release|statement|bulletin|announcement|report|website|web page|newsletter|minutes|accounts)\b.{0,60}\b(?:our|the \w+'s|its|(?:council|trust|force|commission|authority)'?s?|website|published)\b",
    "you refer", "you point", "you drew", "you mention", "you quot", "you cit", "you sent", "you have", "you had",
)  # fmt: skip


# "Our own statement of 3 September reported", "as the Chief Executive told the committee in open
# session", "both colleges announced": the authority tells of what it has made public itself.
_OURSELVES = r"(?:our|its|the (?:[a-z]+ ){0,3}?(?:council|trust|force|department|university|authority|board|college|constabulary|commission|agency|service|regulator|ministry|minister|academy|hospital|museum|company)(?:'s|’s)?)"
_SUBJECT = _OURSELVES[len("(?:our|its|") : -len("(?:'s|’s)?)")]
_OFFICIAL = r"(?:(?:annual |quarterly |press |news |media |public |published |official |joint |transparency |social media )?(?:statements?|reports?|releases?|notices?|announcements?|bulletins?|newsletters?|web ?sites?|web ?pages?|news pages?|posts?|tweets?|returns?|minutes|accounts|register|press conference|interview|evidence|video|film|blog|disclosure log|page|plan|strategy|leaflet))"
_ANNOUNCED = Phrase(
    rf"\b{_OURSELVES} (?:own |published |recent |latest )?{_OFFICIAL}\b[^.\n]{{0,60}}\b(?:said|reported|showed|named|announced|confirm(?:s|ed)|thank\w*|explained|of \d|on \d)\b|\b{_OFFICIAL} of (?:this|our|the) [a-z]+\b[^.\n]{{0,60}}\b(?:has|have|shows?|showed|lists?|names?|records?|reported|said|contains?)\b"
    rf"|\b(?:we|i|{_SUBJECT}|(?:both|the two) [a-z]+|(?:our|the|its) (?:chief [a-z]+|leader|minister|chair\w*|vice-chancellor|principal|director|mayor|spokes\w+|press office|secretary of state|deputy [a-z ]{{3,30}}|head [a-z ]{{0,20}}))(?: have| has| had| itself| ourselves)?(?: already| since| openly| officially| publicly| itself| also)? (?:announc|publish|publici[sz]|tweet|post)ed\b"
    r"|\b(?:said|told|stated|confirmed|acknowledged|announced|spoke|reported|admitted|disclosed|discussed|given|gave|read out|named|mentioned|described|debated|answered|questions?|asked|interviewed|shown|showed|filmed|appeared)\b[^.\n]{0,60}\b(?:in public|publicly|in open (?:session|court|meeting)|to the (?:press|media|newspapers?|local paper|public)|in (?:parliament|the chamber|the house)|on (?:the )?(?:radio|television|tv|local news|air)|at (?:a|the|its|our) (?:[a-z]+ )?(?:public|press|open|council|annual|board|cabinet|committee) (?:meeting|conference|inquiry|hearing|general meeting)|in (?:a|the|our|its) (?:press|news|joint) \w+)\b"
    r"|\b(?:put out|issued|released|published|gave out|posted) (?:a|an|the|its|our|their) (?:joint |public |press |news |short |official |full )*(?:statement|notice|release|announcement|bulletin|press|photographs?|film|video)\b|\b(?:was|were|has been|have been|had been) (?:\w+ )?(?:announced|publici[sz]ed|made public)\b|\bstill on our (?:website|web site|news page)\b",
    "said", "reported", "showed", "named", "announc", "confirms", "confirmed", "thank", "explained", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "statement of", "statements of", "report of", "reports of", "release of", "releases of", "notice of", "notices of", "announcement of", "announcements of", "bulletin of", "bulletins of", "newsletter of", "newsletters of", "website of", "websites of", "site of", "sites of", "page of", "pages of", "post of", "posts of", "tweet of", "tweets of", "return of", "returns of", "minutes of", "accounts of", "register of", "conference of", "interview of", "evidence of", "video of", "film of", "blog of", "log of", "plan of", "strategy of", "leaflet of", "publish", "publici", "in public", "publicly", "to the public", "public meeting", "public conference", "public inquiry", "public hearing", "made public", "press", "open ", "tweet", "posted", "issued", "released", "put out", "gave out", "parliament", "radio", "television", " tv", " air", "local news", "media", "chamber", "the house", "meeting", "conference", "inquiry", "hearing", "still on our",
    needs=("announc", "publish", "publici", "in public", "publicly", "to the public", "made public", "press", "open ", "tweet", "post", "issued", "released", "statement", "report", "release", "notice", "bulletin", "newsletter", "website", "web site", "web page", "webpage", "news", "return ", "returns", "minutes", "accounts", "register", "interview", "evidence", "video", "film", "blog", "disclosure log", "page", "plan", "strategy", "leaflet", "parliament", "radio", "television", " tv", " air", "media", "chamber", "the house", "meeting", "conference", "inquiry", "hearing", "put out", "gave out"),
)  # fmt: skip
# Weaker: it stands there, and may be of something else.
_IS_PUBLIC = Phrase(
    rf"\b{_OURSELVES} (?:own |published |recent |latest )?{_OFFICIAL}\b[^.\n]{{0,80}}\b(?:says?|shows?|lists?|listed|names?|records?|recorded|announc\w+|describ\w+|mention\w*|ha[sd]|have|still|published|set out|sets out|refers?|referred)\b"
    r"|\b(?:is|are|was|were|has been|have been|had been|already|being) (?:\w+ )?(?:published|announced|publici[sz]ed|made public|on (?:our|its|the [a-z]+'s) (?:website|web site|news page|disclosure log))\b",
    "say", "show", "list", "name", "record", "announc", "describ", "mention", "has", "had", "have", "still", "publish", "publici", "set out", "sets out", "refer", "made public", "website", "web site", "news page", "disclosure log",
    needs=("publish", "announc", "publici", "made public", "website", "web site", "news page", "disclosure log", "statement", "report", "release", "notice", "bulletin", "newsletter", "web page", "webpage", "post", "tweet", "return ", "returns", "minutes", "accounts", "register", "press", "interview", "evidence", "video", "film", "blog", "page", "plan", "strategy", "leaflet"),
)  # fmt: skip
# Not by us, not about this, or what is only supposed; and the part left open is another.
_NOT_SO = Phrase(
    r"\b(?:if|not|no|none|never|nobody|neither|nor|whether|would|any|without|anonymous|leaked|rumou?rs?|newspapers?|bugle|gazette|you (?:may|can|will|say|enclose)|commissioner|tribunal|ico|decision notice|review|complain\w*|re-?us\w*|statistic\w*|totals?|figures|in general|generally|other|others|further|public interest|interest of the public|section|guidance|request|disclosure of|would be made)\b|n't\b",
    "if", "not", "no", "never", "neither", "nor", "whether", "would", "any", "without", "leaked", "rumo", "newspaper", "bugle", "gazette", "you ", "commissioner", "tribunal", "ico", "decision", "review", "complain", "re-us", "reus", "statistic", "total", "figures", "general", "other", "further", "interest", "section", "guidance", "request", "disclosure of", "n't",
)  # fmt: skip
# The letter speaks to what is public: what it is silent on is something else.
_BEYOND = Phrase(
    r"\b(?:anonymous|not (?:official|confirm\w*)|has not (?:said|confirmed|announced|published)|other(?:s)? (?:than|besides|meetings|records|information)|further (?:meetings|records|information)|beyond|that one|nothing (?:more|else))\b",
    "anonymous", "not official", "not confirm", "has not ", "other", "further ", "beyond", "at one", "nothing more", "nothing else",
)  # fmt: skip


def _said_in_public(letter: Letter, phrase: Phrase) -> Iterator[Span]:
    """Where the letter tells of its own publication, and does not say that it is of something else."""
    if _BEYOND.found(letter.own):
        return
    topic = asked_about(letter)
    for span in phrase.among(letter.own):
        line = line_at(letter.own, span.start)
        if _NOT_SO.found(letter.own, line.start, span.end):
            continue
        if not topic or topic & stems(letter.own[line.start : line.end]):
            yield span


_KNOWN = Phrase(
    r"publish|website|press (?:release|statement|office)|\bcourt|minutes|announc|statement|confirmed|admitted|told (?:me|us)|\bown (?:\w+ ){0,2}(?:report|account|page|plan)|\bpublic(?:ly)?\b|\b(?:annual|quarterly|progress|inspection|committee|official|scrutiny) (?:reports?|reviews?|returns?)\b|\breports?\b[^.\n]{0,60}\b(?:page|paragraph|pages) \d",
    "report", "review", "return", "publi", "website", "press ", "court", "minutes", "announc", "statement", "confirmed", "admitted", "told", "own ",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The request or the letter speaks of something that is known already."""
    if not letter.ncnd:
        return
    for span in islice(_said_in_public(letter, _IS_PUBLIC), 1):
        yield RULE.hint(letter, span, "Check that what is public here is not what is kept silent.")
        return
    topic = asked_about(letter)
    for span in _KNOWN.among(letter.own) if len(topic) > 1 else ():
        line = line_at(letter.own, span.start)
        if _NOT_SO.found(letter.own, *line):
            continue
        if len(stems(letter.own[line.start : line.end]) & topic) > 1:
            yield RULE.hint(
                letter, span, "Check that what is public here is not what is kept silent."
            )
            return
    for block in letter.spoken_by(Voice.REQUEST) if _KNOWN.found(_asked_words(letter)) else ():
        if _KNOWN.found(letter.flow[block.span.start : block.span.end].lower()):
            yield RULE.hint(
                letter,
                block.span,
                "Check what is public already: the request refers to it, and the letter does not answer.",
            )
