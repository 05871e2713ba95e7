"""Information is said to be available already, and not where.

FOIA s.21 with s.16: it must be reasonably accessible to this applicant. FOISA s.25.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import around, line_at
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, ProvisionUse, Regime, Severity, Span

RULE = Rule(
    code="EX103",
    slug="s21-no-location",
    cites=(
        Cite(Regime.FOIA, "21", ("1",)),
        Cite(Regime.FOIA, "16", ("1",)),
    ),
    why=(
        'Information is accessible only to somebody who can find it. "On our website" or "on '
        'the internet" sends the applicant to search for what the authority already knows.'
    ),
    fix=(
        "Give the address of the page, or the title of the publication and where it can be had, "
        "and be sure that it holds everything asked for."
    ),
)
_SECTIONS = ((Regime.FOIA, "21"), (Regime.FOISA, "25"))
_VAGUE = Phrase(
    r"(?:available|published|found|accessible|obtained)\b.{0,40}(?:internet|website|online|web site|web)",
    "available",
    "published",
    "found",
    "accessible",
    "obtained",
)
_PLACE = Phrase(
    r"https?://|www\.|(?<![@\w.-])[a-z0-9-]+\.(?:gov|org|ac|nhs|police|co|sch|example|com|net|scot|wales)\b(?:\.uk)?/?|enclos|attach|(?:page|pages|chapter|table|annex|paragraph|schedule) \d|(?:can be|is|are|may be|can) (?:inspect(?:ed)?|b(?:ought|uy)|seen?|read|view(?:ed)?|consult(?:ed)?|collected|had|picked up|asked for|borrowed) (?:\w+ ){0,3}(?:at|in|from)\b|\b(?:town hall|civic centre|county hall|guildhall|reception|front desk|counter)\b|\bisbn\b|(?:at|in|from|through|on|of|by visiting) (?:the |any |your |its |a )?(?!our\b)(?:[\w'-]+ ){0,3}(?:library|libraries|registry|record office|reading room|gazette|archives?)\b|\b(?:in|on|from|of|search) the (?:public |statutory |national )?register\b|companies house|land registry|under the (?:heading|title)|headed|entitled|called \"|titled|search(?:ing)? for|\bsearch (?:box|bar|field)\b|\b(?:select|choose|click|menu|tab)\b",
    "http", "www", ".", "enclos", "attach", "page", "chapter", "table", "annex", "paragraph", "schedule", "inspect", "bought", "buy", "see", "read", "view", "consult", "collected", "had ", "picked up", "asked for", "borrowed", "hall", "civic", "reception", "front desk", "counter", "isbn", "library", "regist", "archive", "gazette", "companies house", "headed", "heading", "titled", "entitled", "called", "search", "under the", "record office", "select", "choose", "click", "menu", " tab",
)  # fmt: skip

# Where to complain is not where to find it.
_RIGHTS = Phrase(
    r"ico\.org|foi\.scot|review|commissioner|complain|dispute|dissatisf|unhappy|representations|appeal|disagree|licen[cs]e",
    "ico.", "foi.scot", "review", "commissioner", "complain", "dispute", "dissatisf", "unhappy", "representations", "appeal", "disagree", "licen",
)  # fmt: skip


# "The page which used to carry them was closed in March."
_GONE = Phrase(
    r"\b(?:page|link|site|website|web ?pages?|address|url|portal|document|file|library|download|copy|copies|volumes?|set|set of them|publication scheme)\b.{0,90}?\b(?:(?:was|were|is|are|has been|have been|had been|being|got) (?:since |now |recently |currently |temporarily |also )?(?:closed|shut|taken (?:down|off)|removed|withdrawn|deleted|lost|broken|dead|retired|switched off|moved|offline|unavailable|down|expired|decommissioned|archived|suspended|out of print|being (?:rebuilt|moved|redesigned))|(?:no longer|not (?:currently |now |at present |yet )?) ?(?:works?|working|loads?|loading|opens?|available|accessible|there|live|leads?|exists?|carr(?:y|ies)|online|up)|(?:does|do|will|did)(?: not|n't) (?:\w+ )?(?:work|load|open|exist|lead)|fails to (?:load|open)|(?:password|log-?in|members only|staff only|subscri|intranet|paywall|registered users))"
    r"|\b(?:on|in|from|through|via) (?:our|the|its) (?:staff |internal |private |secure )?(?:intranet|members' area|extranet|shared drive)\b|\bin (?:our|the) offices? (?:only )?by appointment\b",
    "page", "link", "site", "address", "url", "portal", "document", "file", "library", "download", "copy", "copies", "volume", "set", "publication", "intranet", "members", "extranet", "drive", "appointment",
    needs=("clos", "shut", "taken", "remov", "withdr", "delet", "lost", "broken", "dead", "retired", "switched", "moved", "offline", "unavailable", "down", "expired", "decom", "archiv", "suspend", "print", "rebuil", "redesign", "no longer", "not ", "n't ", "fails", "password", "log", "only", "subscri", "intranet", "paywall", "users", "extranet", "drive", "appointment"),
)  # fmt: skip
# "The entries for the two later years have not been put up yet."
_PARTLY = Phrase(
    r"\b(?:have|has|had|will)(?: not|n't)(?: yet| all| so far| currently| as yet| in fact)? (?:been |be |gone )?(?:put (?:up|on|there|online)|published|uploaded|added|posted|loaded|placed|included|(?:on|in|at) (?:it|there|that (?:page|site|link|report|document)|the (?:page|site|website|link|list))|covered|shown|appeared|online|up\b)"
    r"|\b(?:are|is|were|was)(?: not|n't) (?:yet |all |so far |currently |as yet |at present |all of them )?(?:published|uploaded|included|posted|covered|shown (?:there|on)|(?:on|in|at) (?:it|there|that (?:page|site|link|report|document)|the (?:page|site|website|link)))\b"
    r"|\b(?:are|is)(?: not|n't) (?:yet|all) (?:there|up|online)\b"
    r"|\byet to (?:be (?:put|published|uploaded|added|posted|loaded)|appear|go (?:up|online))"
    r"|\b(?:page|link|site|website|report|list|document|table|publication|register)\b.{0,30}\b(?:only (?:covers?|goes|shows?|gives?|has|contains?|runs|lists?|starts|begins)|(?:does not|doesn't|do not|don't) (?:\w+ )?(?:cover|go|show|give|have|contain|list|extend|include|reach)|stops? (?:at|in|with)|ends? (?:at|in|with))\b"
    r"|\b(?:summary|totals|headline|extracts?|part|some|most|half)\b[^.]{0,30}\b(?:only )?(?:is|are) (?:published|online|there|on (?:the|our|its) (?:site|website|page))\b",
    "not", "n't", "yet to", "page", "link", "site", "report", "list", "document", "table", "publication", "register", "it ", "summary", "totals", "headline", "extract", "part", "some", "most", "half",
)  # fmt: skip
# What is not there is sent, or answered beside it.
_ALL_THE_SAME = Phrase(
    r"\b(?:attach|enclos|below|herewith|instead|(?:it|they|these|this) (?:was|were|is|are|came to) (?:£|\d)|(?:is|are|was|were) (?:as follows|set out|given|supplied|sent|£)|we (?:have|are) (?:therefore |also )?(?:sen[dt]|supply|copied)|not on the internet|is not (?:itself )?published|section (?!21)\d|not held|do(?:es)? not hold|nothing\b|licen[cs]e|if it\b|do not stop)",
    "attach", "enclos", "below", "herewith", "instead", "it ", "they ", "these ", "this ", "is ", "are ", "was ", "were ", "we ", "not ", "nothing", "licen", "if it", "do not",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.21 is relied on and no address, title or place to find it is given."""
    use = next((u for u in letter.relied() if (u.cite.regime, u.cite.number) in _SECTIONS), None)
    if use is None:
        return
    cites = (
        use.cite,
        Cite(use.cite.regime, "15" if use.cite.regime is Regime.FOISA else "16", ("1",)),
    )
    if not _located(letter):
        yield RULE.finding(
            letter,
            _VAGUE.search(letter.own) or use.spans[0],
            f"{use.cite} is relied on and the notice does not show where the information can be "
            "found.",
            cites=cites,
        )
        return
    if _only_for_others(letter, use):
        yield RULE.finding(
            letter,
            use.spans[0],
            f"{use.cite} is relied on for one part, and the answer to that part does not show where "
            "the information can be found.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
            cites=cites,
        )
        return
    lacking = _lacking(letter)
    if lacking is not None:
        yield RULE.finding(
            letter,
            lacking,
            f"{use.cite} is relied on; the place named seems not to hold, or no longer to hold, "
            "everything that was asked for.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
            cites=cites,
        )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The address given is that of a whole website, and no page or title goes with it."""
    use = next((u for u in letter.relied() if (u.cite.regime, u.cite.number) in _SECTIONS), None)
    if use is None or not _located(letter):
        return
    where = [span for span in _PLACE.among(letter.own) if not _of_rights(letter, span)]
    if all(_WHOLE_SITE.match(letter.own, span.start) for span in where):
        yield RULE.hint(
            letter, where[0], "Check that the page itself is named, not only the website it is on."
        )


# "www.tarn.example", but not "www.tarn.example/minutes".
_WHOLE_SITE = compiled(
    r"(?:https?://|www\.)[a-z0-9.-]{3,60}/?(?![\w/.-])|[a-z0-9-]{2,30}\.(?:gov|org|ac|nhs|police|co|sch|example|com|net|scot|wales)\b(?:\.uk)?/?(?![\w/-])"
)


def _of_rights(letter: Letter, span: Span) -> bool:
    return _RIGHTS.found(letter.own, *line_at(letter.own, span.start))


def _only_for_others(letter: Letter, use: ProvisionUse) -> bool:
    """Whether every place that is named, or thing enclosed, goes with the answer to another part."""
    ours = [
        span
        for answer in letter.answers
        for span in answer.spans
        if any(span.start <= cited.start < span.end for cited in use.spans)
    ]
    if not any(_SOMEWHERE.found(letter.own, *span) for span in ours) or any(
        _PLACE.found(letter.own, *span) for span in ours
    ):
        return False
    others = [span for answer in letter.answers for span in answer.spans if span not in ours]
    places = [place for place in _PLACE.among(letter.own) if not _of_rights(letter, place)]
    return all(
        any(other.start <= place.start < other.end for other in others)
        and not _ADDRESS.match(letter.own, place.start)
        for place in places
    )


_SOMEWHERE = Phrase(
    r"\b(?:internet|online|on-line|search engine|web ?sites?|the web|public domain|published|publicly (?:available|accessible)|elsewhere|google)\b",
    "internet", "online", "on-line", "search engine", "web", "public", "published", "elsewhere", "google",
)  # fmt: skip
_ADDRESS = compiled(r"https?://|www\.|[a-z0-9-]+\.[a-z]")


def _lacking(letter: Letter) -> Span | None:
    """Where the letter itself says that the place is gone, or holds only some of it."""
    for phrase in (_GONE, _PARTLY):
        for span in phrase.among(letter.own):
            if not _ALL_THE_SAME.found(letter.own, *around(letter.own, span)):
                return span
    return None


def _located(letter: Letter) -> bool:
    return any(not _of_rights(letter, span) for span in _PLACE.among(letter.own))
