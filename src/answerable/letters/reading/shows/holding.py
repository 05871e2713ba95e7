"""Whether it says that something is held: "whether it is held" and "not held" do not."""

from collections.abc import Iterator

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading.shows.clauses import clause_before
from answerable.model import Span

_HELD = Phrase(
    r"\b(?:hold|holds|holding) (?!that (?:to|it|there|the (?:public|balance|interest|exemption|exception))\b)(?:all|some|most|much|the|this|these|those|that|it|them|both|one|information|copies|records|an?|within|relevant|recorded|what|details|data|\d|material|documents?|notes?|minutes|e-?mails?|letters?|correspondence|reports?|figures|papers|such|part|each|only|four|five|three|two)\b(?! (?:(?!(?:of|in|from|about|for|to|on|by|with) )[\w-]+ ){0,2}(?:offices?|posts?|positions?|seats?|ranks?|appointments?|degrees?|qualifications?|directorships?|inquests?|meetings?|surger(?:y|ies)) ?(?:[.,;:]|(?:of|in|as|with|at|and|that|on)\b))|\b(?:is|are|being|was|were) (?:all |both |in fact |each )?held\b(?! in connection with a function| for the purposes of| in (?:public|private|camera|open (?:court|session))\b| (?:to account|to ransom|responsible|liable|accountable)\b| (?:every|each|annually|monthly|weekly|quarterly)\b)|^(?:yes[,:.] )?held[.:,]|\bheld (?:and|but) (?:refused|withheld|exempt|not (?:disclosed|released))\b|\b(?:do|does|we|i) hold\b(?! that (?:to|it|there|the (?:public|balance|interest|exemption|exception))\b)|have in our possession|\bha(?:s|ve) both of (?:these|those|them)\b|\b(?:have|has) (?:the|these|those|this|that|both|all|an?|two|three|four|five|\d+|copies) [a-z' -]{0,50}\bon (?:our |its |the )?files?\b|^we (?:do )?have (?:all )?(?:of )?(?:the|those|these) (?!rights?\b|duty|duties|power|same|opportunity|benefit)[a-z' -]{3,50}\.$|^(?:the \w+|we|i) (?:do |does )?ha(?:s|ve) (?:the|this|that|both|all) (?:\w+ ){0,1}(?:advice|reports?|notes?|letters?|papers?|files?|documents?|statements?|lists?|minutes|drafts?|figures)\b|\bwe (?:do )?have (?:this|that|it|them|these|those)(?: too| as well| also| all| both)?(?=[.;,]|$)|(?:have|has|'ve) (?:located|found|identified) .{0,40}(?:information|records?|documents?|material|emails?)|information is held\b(?! (?:at any time|by (?:a|any) |for the purposes?|in connection|only|solely))",
    "hold", "held", "on file", "on our file", "on its file", "on the file", "possession", "located", "found", "identified", "both of", "has the ", "has this", "has that", "has both", "has all", "have both", "have the ", "have all ", "have this", "have that", "have it", "have them", "have these", "have those",
)  # fmt: skip
_HELD_DENIED = compiled(
    r"\b(?:whether|if|not|cannot|neither|nor|any|would|were|might|may|does or does not|no|none|nothing|never|confirm\w* (?:or|nor)|confirming|denying|saying|to say|stating|knowing|statement|admission|admitting)\b|n't|searched"
)
# "… can hold the Chief Constable to account".
_TO_ACCOUNT = compiled(r"[^.;\n]{0,50}? (?:to account|accountable|responsible for|liable)\b")
_TAKEN_FOR = compiled(
    r"\bnot\b[^.\n]{0,30}\b(?:taken|read|understood|treated|regarded|seen|interpreted|infer(?:red)?|conclude[d]?)\b[^.\n]*$"
)


# "A decision in which it was held that the force had been entitled …".
_IN_LAW = (" it ", " it has been ", "tribunal ", "court ", "commissioner ")


def held(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Says, without a "whether" or a "not", that something is held."""
    for span in _HELD.among(own, start, end):
        line = own.rfind("\n", 0, span.start) + 1
        said = own.count('"', line, span.start) % 2 == 0  # 'To reply "we hold it" would tell …'
        others = _OTHERS.search(own, max(line, span.start - 40), span.start)
        if said and not others and not _HELD_DENIED.search(clause_before(own, span, 60)):
            if own.find("den", line, span.start) >= 0 and _NEITHER.search(own, line, span.start):
                continue  # "… neither confirm nor deny that anything of the kind … is held"
            if _TO_ACCOUNT.match(own, span.end):
                continue
            if own.startswith(" that ", span.end) and own.endswith(_IN_LAW, 0, span.start):
                continue
            if _TAKEN_FOR.search(own, max(line, span.start - 120), span.start):
                continue  # "This should not be taken to mean that information … is held"
            if _EXISTING.search(own, max(line, span.start - 24), span.start):
                continue  # "whether it exists or is held", "the fact of existing and being held"
            return span
    return _held_in_column(own, start, end) if "|" in own else None


# "| No. | Held? | Result |", over rows that say yes or no.
_HEADS_HELD = Phrase(
    r"\|[ ]{0,9}(?:information held|held|do we hold it|do we hold this)[ ]?\??[ ]{0,60}\|",
    "held", "hold", anywhere=True,
)  # fmt: skip
_MOST_ROWS = 30


def may_be_held(own: str, start: int, end: int) -> Iterator[Span]:
    """All that ``held`` would look at, but for what stands in a table."""
    return _HELD.among(own, start, end)


def _held_in_column(own: str, start: int, end: int | None) -> Span | None:
    """The first row of a table that has a yes below "Held?"."""
    for span in _HEADS_HELD.among(own, start, end):
        place = own.count("|", own.rfind("\n", 0, span.start) + 1, span.start) + 1
        at = own.find("\n", span.end) + 1
        rows = 0  # a table set out as prose has empty lines where its other cells were
        for row in own[at : at + 4000].split("\n") if at else ():
            cells = row.split("|")
            rows += bool(row)
            if rows > _MOST_ROWS:
                break
            said = cells[place] if len(cells) > place else row  # or set out as a line of prose
            if said.strip().startswith("yes"):
                return Span(at, at + len(row.rstrip()))
            at += len(row) + 1
    return None


_EXISTING = compiled(
    r"\bexist(?:s|ed|ing|ence)?,? (?:and|or|and/or)(?: (?:is|are|was|were|being))? $"
)
_NEITHER = compiled(r"confirm(?:s|ed|ing)? n?or (?:to )?den(?:y|ies|ied|ying)\b[^.;]*$")
# "The man holds an elected office", "the company holds this": another than the authority does.
_OTHERS = compiled(
    r"\b(?:he|she|man|woman|person|individual|somebody|councillor|contractor|supplier|applicant|nurse|doctor|teacher|owner|tenant|compan(?:y|ies)|firm|who) (?:who )?(?:(?:also|now|still|already) )?$"
    r"|\b(?:proceedings?|hearings?|meetings?|elections?|inquests?|trials?|talks|auctions?|events?|ballots?|votes?|inquir(?:y|ies)|interviews?|sessions?|members|directors|officers|ministers|managers|councillors|prisoners?|detainees|fairs?|markets?|sales) (?:which |that |who )?$"
)
