"""Neither confirming nor denying what the authority has itself published.

Official publication can remove the harm. ICO guidance.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import wholly_ncnd
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


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the request points to the authority's own publication."""
    if not wholly_ncnd(letter):
        return
    for block in _asked(letter):
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
    if told is not None:
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


_KNOWN = Phrase(
    r"publish|website|press (?:release|statement|office)|\bcourt|minutes|announc|statement|confirmed|admitted|told (?:me|us)|\bown (?:\w+ ){0,2}(?:report|account|page|plan)|\bpublic(?:ly)?\b",
    "publi", "website", "press ", "court", "minutes", "announc", "statement", "confirmed", "admitted", "told", "own ",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The request speaks of something that is known already."""
    if not letter.ncnd:
        return
    for block in letter.spoken_by(Voice.REQUEST):
        if _KNOWN.found(letter.flow[block.span.start : block.span.end].lower()):
            yield RULE.hint(
                letter,
                block.span,
                "Check what is public already: the request refers to it, and the letter does not answer.",
            )
