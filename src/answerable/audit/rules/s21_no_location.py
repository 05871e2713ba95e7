"""Information is said to be available already, and not where.

FOIA s.21 with s.16: it must be reasonably accessible to this applicant. FOISA s.25.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Finding, Letter, Regime

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
    r"https?://|www\.|(?<![@\w.-])[a-z0-9-]+\.(?:gov|org|ac|nhs|police|co|sch|example|com|net|scot|wales)\b(?:\.uk)?/?|enclos|attach|(?:page|pages|chapter|table|annex|paragraph|schedule) \d|(?:can be|is|are) (?:inspected|bought|seen|read|viewed|consulted) (?:at|in)|(?:public )?(?:library|register of|registry|reading room|gazette|archive)|companies house|land registry|under the (?:heading|title)|headed|entitled|called \"|titled|search(?:ing)? for",
    "http", "www", ".", "enclos", "attach", "page", "chapter", "table", "annex", "paragraph", "schedule", "inspected", "bought", "seen", "read", "viewed", "consulted", "library", "regist", "archive", "gazette", "companies house", "headed", "heading", "titled", "entitled", "called", "search", "under the",
)  # fmt: skip

# Where to complain is not where to find it.
_RIGHTS = Phrase(
    r"ico\.org|foi\.scot|review|commissioner|complain|dispute|dissatisf|unhappy|representations|appeal|disagree|licen[cs]e",
    "ico.", "foi.scot", "review", "commissioner", "complain", "dispute", "dissatisf", "unhappy", "representations", "appeal", "disagree", "licen",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.21 is relied on and no address, title or place to find it is given."""
    use = next((u for u in letter.relied() if (u.cite.regime, u.cite.number) in _SECTIONS), None)
    if use is None or _located(letter):
        return
    yield RULE.finding(
        letter,
        _VAGUE.search(letter.own) or use.spans[0],
        f"{use.cite} is relied on and the notice does not show where the information can be found.",
        cites=(
            use.cite,
            Cite(use.cite.regime, "15" if use.cite.regime is Regime.FOISA else "16", ("1",)),
        ),
    )


def _located(letter: Letter) -> bool:
    for span in _PLACE.among(letter.own):
        line = line_at(letter.own, span.start)
        if not _RIGHTS.found(letter.own, line.start, line.end):
            return True
    return False
