"""Whether a letter gives reasons of its own, beyond the words of the law and of every refusal.

A sentence is a reason of its own when enough of its words are neither stock words of refusals nor
words of the request. It is a measure, not a reading: use it where nearly nothing is said.
"""

from collections.abc import Sequence
from itertools import product
from string import ascii_lowercase

from answerable.audit.wordings.once import once
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.model import BlockKind, Letter, Span, Voice

_APART = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
# Function words and the furniture of letters.
_LETTERS = """
the and for that this these those with from which who whom whose was were are has have had been
being will would shall should can could may might must not nor but its our your their his her they
them you any all some such other than then there here when where what why how also only more most
less least very upon into onto under over within without about above below after before between
because since therefore thus hence however although though while whether either neither both each
every one two three first second part parts question questions item items yes dear sir madam yours
sincerely faithfully regards kind thank thanks please letter email reference ref date dated
january february march april june july august september october november december monday tuesday
wednesday thursday friday saturday sunday council borough county city district town university
trust department agency board authority authorities public officer officers team office we'll
they're does did done doing make made making take taken taking give given giving get got say says
said set out put
"""
# Words of every refusal.
_REFUSALS = """
information informations request requests requested requesting applicant asked asking ask asks act
acts freedom environmental environment regulation regulations section sections paragraph
subsection exemption exemptions exempt exception exceptions engaged engage applies apply applied
applying application relied rely relies relying withheld withhold withholding refused refuse
refusing refusal notice disclosed disclose disclosing disclosure disclosures release released
releasing releases provide provided providing supply supplied supplying hold holds held holding
confirm confirms confirmed considered consider considers consideration considerations decision
decided decide decides concluded conclude conclusion believe believes believed view opinion
satisfied accordance accordingly respect regard regarding relation relates relate related relating
relevant purpose purposes reason reasons reasonable reasonably interest interests balance balanced
balancing test favour favours favouring favor outweigh outweighs outweighed maintain maintaining
maintained order full whole partly entirety entire everything document documents record records
data copy copies report file files contract results contents content material following follows
attached enclosed covered cover covers covering fall falls falling scope unable unfortunately
regret sorry advised advise cannot duty required require requires requirement subject specified
specify pursuant virtue
"""
# Words of the exceptions and exemptions themselves.
_EXCEPTIONS = """
adverse adversely affect affects affected effect effects prejudice prejudiced prejudicial
prejudices substantial substantially likely likelihood probable harm harmful damage damaging
detriment detrimental impact commercial commercially industrial confidential confidentiality
confidence confidences law legal legitimate economic protect protects protected protecting
protection person persons personal party parties third intellectual property rights right course
justice trial fair inquiry conduct criminal disciplinary nature ability proceedings proceeding
international relations defence national security safety volunteer volunteered obligation consent
consented internal communication communications unfinished completion incomplete manifestly
unreasonable general manner trade secret secrets sensitive sensitivity financial business company
companies organisation organisations case cases circumstances would-be clearly obviously deemed
apparent type privilege privileged advice client professional inhibit free frank exchange views
provision effective affairs prevention detection crime apprehension prosecution offenders
administration functions exercise
investigation investigations investigate investigated charged charge offence offences ascertain find
found out guilty conducted police force constabulary service enforcement
formulation development policy government ministerial qualified physical mental health individual individuals
living principle principles fairly lawful lawfully processing identifiable identify identified
"""
#: Words that are of no letter in particular.
STOCK = frozenset(f"{_LETTERS} {_REFUSALS} {_EXCEPTIONS}".split())
# Of words as a plain sentence is split into, those of one and two letters are no words of its own.
_PASSED_OVER = STOCK.union(ascii_lowercase, map("".join, product(ascii_lowercase, ascii_lowercase)))
_RIGHTS = Phrase(
    r"\b(?:review|commissioner|complain|dissatisfied|unhappy|appeal|representations|reconsider|reply|contact|telephone|"
    r"website|licence|section 17|only communication|re-use|wycliffe|working days|your request|you asked|you requested|thank you)\b",
    "review", "commissioner", "complain", "dissatisfied", "unhappy", "appeal", "representations", "reconsider", "reply", "contact", "telephone", "website", "licence", "section 17", "only communication", "re-use", "wycliffe", "working days", "your request", "you asked", "you requested", "thank you",
)  # fmt: skip

# That something is held is no reason for anything, however the thing is described.
# A sentence that says that no reasons will be given gives none.
_WITHOUT = compiled(
    r"\b(?:not|n't|decline\w*|relie\w+|no (?:need|obligation|requirement|duty))\b.{0,60}\b(?:reasons?|reasoning|grounds|explain|explanation)\b"
)
_OF_REASONS = ("reason", "grounds", "expla")
# "The Council receives a large number of requests each year": said of nothing in particular.
_STATES = compiled(
    r"\b(?:is|are) (?:held\b|in (?:our|its|the \w+'s) possession)|\b(?:we|council|trust) (?:do )?hold\b"
)
_OF_HOLDING = (" held", " possession", " hold")
_CONNECTS = compiled(r"\b(?:because|since|as|so|would|could|might|if|whose|in order)\b|[;:]")


def has_reasons(
    letter: Letter,
    *,
    outside_balance: bool,
    least: int = 4,
    within: Sequence[Span] | None = None,
    joined: bool = False,
) -> bool:
    """Whether any sentence of the authority's own gives a reason in words of its own.

    Args:
        letter: the letter.
        outside_balance: leave out the passages that weigh the public interest.
        least: how many words of its own make a sentence a reason.
        within: look only at sentences that begin in these passages.
        joined: count only a sentence that joins one thing to another ("because", "would", ";"),
            so that news which merely stands in the letter is not taken for a reason.
    """
    skip = [balance.span for balance in letter.balances] if outside_balance else []
    counted = _counted(letter)
    nearly, linked = 0, not joined
    for span in _sentences(letter):
        if within is not None and not any(one.start <= span.start < one.end for one in within):
            continue
        if skip and any(one.start < span.end and span.start < one.end for one in skip):
            continue
        own = counted.get(span)
        if own is None:
            own = counted[span] = _words_of_its_own(letter, span)
        if own < least - 1:
            continue
        links = not joined or _CONNECTS.search(letter.own, *span) is not None
        nearly, linked = nearly + 1, linked or links
        if (own >= least and links) or (nearly >= _TOGETHER and linked):
            return True
    return False


#: So many sentences that are nearly a reason make one between them.
_TOGETHER = 2


@once
def _sentences(letter: Letter) -> tuple[Span, ...]:
    """Sentences of the authority's paragraphs and items; headings and tables give no reasons."""
    wanted = [
        block.span
        for block in letter.blocks
        if block.voice is Voice.AUTHORITY and block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    ]
    found = []
    index = 0
    for span in letter.sentences:
        while index < len(wanted) and wanted[index].end <= span.start:
            index += 1
        if index == len(wanted):
            break
        if wanted[index].start <= span.start:
            found.append(span)
    return tuple(found)


@once
def _asked(letter: Letter) -> frozenset[str]:
    # Where no question stands in the letter, its questions are told from the answers.
    words = [q.text.lower() for q in letter.questions if q.text.lower() not in letter.own]
    words += [
        letter.flow[b.span.start : b.span.end].lower() for b in letter.spoken_by(Voice.REQUEST)
    ]
    return frozenset(_tokens(" ".join(words)))


@once
def _counted(letter: Letter) -> dict[Span, int]:
    """How many words of its own a sentence has, so far as counted; ``has_reasons`` adds to it."""
    return {}


def _words_of_its_own(letter: Letter, span: Span) -> int:
    """How many words of a sentence could be a reason's own; none where it gives no reason."""
    if _gives_none(letter, span):
        return 0
    return len(_own_words(letter.own[span.start : span.end]) - _asked(letter))


def _own_words(sentence: str) -> set[str]:
    return _tokens(sentence) - _PASSED_OVER


def _tokens(words: str) -> set[str]:
    """What stands between signs of other kinds in a text of lower case."""
    return set(words.encode("ascii", "replace").translate(_APART).decode("ascii").split())


_SHORT = 40  # characters


def _gives_none(letter: Letter, span: Span) -> bool:
    """Too short, about the applicant's rights, without reasons, or only what is held."""
    if span.end - span.start < _SHORT or _RIGHTS.found(letter.own, *span):
        return True
    sentence = letter.own[span.start : span.end]
    if holds(sentence, _OF_REASONS) and _WITHOUT.search(sentence):
        return True
    if not holds(sentence, _OF_HOLDING):
        return False
    return _STATES.search(sentence) is not None and _CONNECTS.search(sentence) is None
