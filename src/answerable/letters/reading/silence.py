"""Words by which a letter says that it will not say, and that nothing follows from that.

The plainest of them, "neither confirms nor denies", stand in ``shows``. Here are the others, and
the letters that say so only by the provision they rest on: a subsection that removes the duty to
confirm or deny does nothing else.
"""

from collections.abc import Sequence

from answerable import law
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading.settle import can_be_relied
from answerable.model import ProvisionUse, Regime, Role, Span

_NOT = r"(?:will|shall|do|does|would|need|may|is|are|am|has|have)(?: not|n't)"
_CANNOT = r"(?:can(?: not|'t|not)|unable to|not able to)"
_TELL = r"(?:say|state|tell(?: you| anyone| anybody)?|let you know|reveal|disclose|confirm|indicate|acknowledge|admit|answer|comment on)"
_TELLING = r"(?:saying|stating|telling(?: you)?|revealing|disclosing|confirming|indicating|acknowledging|admitting|answering|to say|to state|to tell you|to reveal|to confirm)"
_SUCH = r"(?:there(?:'s| is| are| was| were| has| have| had)|any|such|anything|one|it (?:has|holds|had|received)|we (?:have|hold|had|hold|were|ever)|information|records?|they|[a-z]+ (?:[a-z]+ ){0,4}(?:exists?|(?:is|are) (?:held|recorded|on (?:file|record))))\b"
_WHETHER = r"(?:whether|if|either way|one way or (?:the other|another))"

#: "The Council has decided to make no comment on the existence of any offer."
UNSAID = Phrase(
    # "We will not say whether we have any", "the Department need not, and does not, state if …"
    rf"{_NOT},?(?: and (?:will|shall|do|does|can|may)(?: not|n't|not),?)? (?:\w+ly )?{_TELL} {_WHETHER} {_SUCH}"
    rf"|{_CANNOT} {_TELL} {_WHETHER} (?:there (?:is|are|was|were|has been|have been) (?:any|such|an?)|we (?:have|hold|had|hold|ever) (?:any|such|anything|one|it|this|that)|(?:it|the \w+) (?:has|holds|had) (?:any|such|anything|one|it|this|that))\b"
    rf"|(?:won't|will not|shall not|(?:is|are|am|(?:we|i|they|you|it)'(?:re|m))(?: not|n't) (?:going|prepared|willing|minded|disposed) to|prefers? not to|chooses? not to|(?:has|have) decided not to|(?:declin|refus)\w* to) (?:\w+ly )?{_TELL} {_WHETHER}\b"
    rf"|(?:not|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't) (?:obliged|required|bound|compelled|under any duty|under a duty|in a position|at liberty) to {_TELL} {_WHETHER}\b|\b(?:not|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't) (?:be )?(?:stated|said|revealed|disclosed|told) (?:whether|if) {_SUCH}"
    # "Whether there is any such contact is something the Department will not say."
    rf"|whether (?:there|any|such|we|it|the|he|she|they|or not)\b[^.\n]{{0,110}}\b(?:something|a (?:matter|question|point)|what|which|that)\b[^.\n]{{0,40}}\b(?:will not|won't|do not|does not|don't|declines?|refuses?|prefers? not to|neither)\b ?(?:say|state|tell|reveal|answer|confirm|comment|discuss|disclose|to (?:say|state|tell|reveal|answer|confirm|comment|discuss|disclose))"
    # "… gives no answer to the question whether", "no comment on the existence of", "silent as to existence"
    r"|\b(?:no (?:comment|answer|statement|reply|indication)|not comment|silen(?:t|ce)|(?:say|says|saying|said) nothing(?: at all)?)\b[^.\n]{0,40}\b(?:on|about|to|as to|of|upon|over|regarding) (?:[a-z]+ ){0,3}?(?:existence\b|whether (?:there|any|an?|such|it|we|information|records?)\b)"
    r"|\bnot confirmed,? (?:and |or |nor )?(?:not )?denied|\b(?:confirmation (?:n?or|and|or a) denial|(?:yes|confirmation) or (?:a )?(?:no|denial))\b[^.\n]{0,30}\b(?:refused|declined|(?:not|cannot|can't) be given|not given)|\bno (?:confirmation|denial|acknowledgement)\b[^.\n]{0,30}\b(?:is|can|will|may|shall) (?:be )?(?:offered|given|made|forthcoming)|\b(?:we|i|it|the [a-z]+) (?:\w+ly )?(?:says?|shall say|will say) nothing (?:at all )?(?:on (?:the|that|this) (?:point|matter|question|subject)\b|either way|(?:on|about|as to|upon) (?:whether|if|(?:its|their|the|any) existence))\b|\bwhether\b[^.\n]{0,90}\b(?:not|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't) (?:a matter|something|a question|a point|one)\b[^.\n]{0,60}\b(?:prepared|willing|able|ready|minded|comment\w*|drawn|discuss\w*|answer\w*|say|disclose\w*|reveal\w*|speak)\b|\bneither that (?:we|it|there|they|any)\b[^.\n]{0,60}\bnor that\b|\bneither (?:acknowledge|affirm|admit|verify)s?\b[^.\n]{0,30}\bnor\b"
    # "… excludes its duty to say if that note is held", "is excused from telling you if …"
    rf"|\b(?:excus|reliev|exempt|releas|absolv|free[sd]?\b|exclu|prevent|preclud|debar|bar[sr]?|stop|forbid|restrain)\w*\b[^.\n]{{0,50}}\b(?:from|of|duty|obligation|requirement|need) (?:{_TELLING}|of {_TELLING}) (?:what|{_WHETHER})\b"
    rf"|\b(?:duty|obligation|requirement|need) to (?:say|state|tell you|confirm|answer|acknowledge)\b[^.\n]{{0,70}}\b(?:(?:is|was|has|be) (?:\w+ )?(?:gone|lifted|excluded|removed|disapplied|set aside|not owed)|falls away|does not (?:arise|apply))\b"
    rf"|\b(?:leav|keep|remain|stay|rest)\w* [^.\n]{{0,30}}\b(?:unanswered|unsaid|open|silent|unconfirmed|undisclosed|to itself|to ourselves)\b[^.\n]{{0,40}}\bwhether\b|\bwhether\b[^.\n]{{0,80}}\b(?:must|is to|will|shall|has to|should) (?:remain|stay|be left|go|be kept) (?:unanswered|unsaid|open|unconfirmed|undisclosed|secret)\b|\bnot (?:our|the [a-z]+'s|its) (?:policy|practice|custom|habit|way) to {_TELL} (?:you )?{_WHETHER}\b|\bnot (?:discuss|disclose|reveal|divulge|share|make known|make public|be drawn (?:on|as to)) (?:the (?:fact|question) of )?(?:whether|the existence)\b|\bno (?:answer|reply|response|indication)\b[^.\n]{{0,30}}\b(?:is|will be|can be) (?:given|made|offered|returned)\b[^.\n]{{0,20}}\b(?:whether|existence|question)\b"
    r"|\b(?:exists?|held|hold it|have it)\? ?(?:\| )?(?:not (?:revealed|stated|disclosed|said|confirmed)|neither)\b|^not (?:revealed|confirmed|stated)(?:,? (?:and |or |nor )?(?:not )?denied)?[. ]*$",
    "whether", " if ", "either way", "one way or", "existence", "denied", "denial", "yes or", "confirmation or", "neither that", "no confirmation", "no denial", "no acknowledgement", "say nothing", "says nothing", "neither acknowledge", "neither affirm", "neither admit", "neither verif", "duty to", "obligation to", "requirement to", "need to", "? not", "? neither", "not revealed", "not confirmed", "not stated", "? | n",
    # A heading "whether the information is held" has none of these.
    needs=("not", "n't", "unable", "declin", "refus", "neither", "no ", "silen", "nothing", "excus", "reliev", "exempt", "releas", "absolv", "free", "exclu", "prevent", "preclud", "debar", "bar", "stop", "forbid", "restrain", "gone", "lifted", "removed", "disapplied", "set aside", "falls away", "unanswered", "unsaid", " open", "unconfirmed", "undisclosed", "to itself", "to ourselves", "secret"),
)  # fmt: skip

# Weaker: they say so in a letter that names a provision for it. "I'm unable to tell you whether …",
# "that's something we can't answer with a yes or no".
_WEAKLY = Phrase(
    rf"(?:{_NOT}|cannot|unable to|not able to|declin\w* to|refus\w* to|not be|not to|without|neither|need not|silent|silence|no comment|say nothing|excused|excluded|exclusion)\b[^.\n]{{0,50}}\b(?:say\w*|stat(?:e|ed|ing)|tell\w*|reveal\w*|confirm\w*|answer\w*|acknowledg\w*|existence|yes|whether|if|duty)\b"
    r"|\b(?:neither|not) confirm|\b(?:yes|no) (?:or|nor) (?:a )?(?:no|yes)\b|\b(?:will not|won't|do not|don't|prefer not to|not to) say\b",
    "say", "stat", "tell", "reveal", "confirm", "answer", "acknowledg", "existence", "yes", "whether", " if", "duty",
)  # fmt: skip


def by_its_limb(
    own: str, provisions: Sequence[ProvisionUse], *, held: bool, kept: bool, told: bool
) -> Span | None:
    """Where the letter rests on a provision that lets it be silent, and so is.

    ``held``, ``kept`` and ``told``: it says that something is held, or keeps something back, or
    gives or denies something. A limb for personal data is often named by mistake, for what is
    withheld; and one that is only spoken of may be another's.
    """
    if own == "":
        return None
    decided = any(use.role is Role.RELIED for use in provisions)
    for use in provisions:
        if use.role is Role.QUOTED or not _is_silent(use):
            continue
        relied = use.role is Role.RELIED
        if not relied and (decided or told or _put_aside(own, use.spans[0])):
            continue
        doubtful = held or (kept and use.cite.number == "40") or (kept and not relied)
        if not doubtful or _WEAKLY.found(own):
            if doubtful and (held and use.cite.number == "40"):
                continue
            return use.spans[0]
    return None


def is_excused(provisions: Sequence[ProvisionUse]) -> bool:
    """Whether the whole refusal is of a vexatious or repeated request, which owes no answer at all.

    "I have not said whether they are held, because where section 14(1) applies that duty does not
    arise": no limb that removes the duty to confirm or deny is needed, or named.
    """
    relied = [use.cite for use in provisions if use.role is Role.RELIED]
    return (
        bool(relied)
        and all(cite.number == "14" and not cite.regime.environmental for cite in relied)
        and not any(
            use.role is not Role.QUOTED and use.cite.number != "14" and can_be_relied(use.cite)
            for use in provisions
        )
    )


# "We considered section 18 but do not rely on it."
_UNUSED = compiled(
    r"\b(?:not|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't|no longer|never|without|rather than|nor) (?:\w+ ){0,2}?(?:rel(?:y|ied|ying)|appl(?:y|ied|ying)|us(?:e|ed|ing)|claim\w*|cit(?:e|ed|ing)|invok\w+|engaged?|seek\w*)\b"
)


def _put_aside(own: str, place: Span) -> bool:
    """Whether the sentence names the provision only to say that it is not used."""
    start = own.rfind("\n", 0, place.start) + 1
    end = own.find("\n", place.end)
    return _UNUSED.search(own, start, len(own) if end < 0 else end) is not None


def _is_silent(use: ProvisionUse) -> bool:
    if use.cite.regime is Regime.FOISA:
        return use.cite.number == "18"
    # Section 12(2) is about what it would cost to find out.
    return use.cite.number != "12" and bool(use.cite.parts) and law.is_ncnd_limb(use.cite)


_GAP = r"(?:(?!\b(?:because|since|would|could|confirms?|confirming|den(?:y|ies|ying)|say|state|reveal|disclose)\b)[^\n;]){0,60}?"
#: "Silence means nothing either way", "You can't tell anything from this".
NOTHING_FOLLOWS = Phrase(
    rf"\b(?:no|not|n't|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't|cannot|nothing|nobody|none|never|neither|without|nor|wrong|mistake\w*|refrain|avoid|unsafe|unwise|unsound|foolish|resist|rash)\b{_GAP}\b(?:infer\w*|implications?|impl(?:y|ies|ied|ying)|deduc\w+|guess\w*|hint(?:s|ed)?|clues?|read (?:into|anything|more|between|this|our|it)|reading (?:of|into)|construe\w*|assum\w+|suppos\w+|gather(?:ed)?|indication|indicat(?:e|es|ive|ing)(?! (?:whether|if))|signif\w+|signals?|a sign|sign (?:that|of)|pointer|conclusions?|conclude|draw[ns]?|suggest(?:s|ing|ion)?|tak(?:e|en|ing) (?:[a-z'-]+ ){{0,4}}?(?:to (?:mean|show|imply|be)|as|from|that|for)|(?:treat|read|see|seen|regard|underst|interpret|pass|stand|count|mistak|serv|work)\w* [^\n]{0,30}?(?:as|for) (?:an? )?(?:yes|no|answer|confirmation|denial|meaning|telling|showing|saying|evidence|agreement|acknowledge?ment|admission|acceptance|indicat\w+|proof)|to mean|means? (?:that|there|we)|hidden meaning|message|evidence of|(?:an?|is|any) (?:acknowledge?ment|agreement|admission)|tell anything|learn (?:anything|from|which)|belief|either direction|one direction|foundation|basis for)\b"
    r"|\b(?:make|take|learn|read|gather|tell|see|deduce|infer|conclude|assume|find)s? nothing (?:of|from|in|into|by|about|either)\b|\bnone the wiser\b|\btells? (?:you|nobody|anyone|the reader|readers|anybody) (?:nothing|neither)\b|\bmeans? (?:nothing|neither)\b|\bpoints? (?:neither|either|in neither) way\b|\b(?:open question|wholly open|left open|quite open|entirely open|(?:leaves?|keeps?) (?:the |that |this )?(?:point|question|matter|issue)[^.\n]{0,20}\bopen)\b|\b(?:is|are|be|strictly|entirely|wholly) neutral\b|\b(?:the )?same (?:reply|answer|response|words|letter|thing)\b[^.\n]{0,60}\b(?:whether|if)\b|\bwould be (?:just |exactly )?the same\b|\bnothing (?:follows?|flows?|(?:is to|can|should|may|must|ought to) be (?:\w+ )?(?:read|taken|inferr?ed|drawn|gathered|deduced|concluded|assumed|guessed|made)|in (?:this|the|our|my|it))\b|\b(?:no|without) (?:hidden )?(?:significance|meaning|message|implication|inference|deduction|hint)\b|\b(?:infer|conclude|assume|guess) (?:anything|something)\b[^.\n]{0,20}\? ?no\b|\b(?:not|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't) an? (?:yes|no|hint|clue|sign|signal|answer|admission|acknowledgement|denial|confirmation)\b|\b(?:not|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't) (?:told you|said) that (?:it|there|we|they)\b|\bnot to (?:read|take|infer|treat|see|regard|think|suppose|assume|guess)\b|\b(?:cannot|can't|not able to|unable to) (?:tell|know) (?:you )?(?:which|from)\b|\binfer (?:nothing|neither)\b|\bno guide to\b|\bwhatever (?:the (?:facts?|position|truth|answer|reality|case)|(?:is|was|we|may|might|it)\b)|\b(?:would|will|always|invariably|must|should)\b[^.\n]{0,60}\b(?:this|that|the) (?:very|same|identical|selfsame) (?:letter|reply|answer|words|response|form of words)\b|\b(?:this|that|the) (?:very|same|identical|selfsame) (?:letter|reply|answer|words|response|form of words)\b[^.\n]{0,60}\b(?:whatever|whether|if|either way|no matter|regardless|any(?:one|body)|every(?:one|body)|had)\b|\bno bearing on\b|\bsay nothing (?:of|about|as to)\b",
    "infer", "impli", "imply", "deduc", "guess", "hint", "clue", "read ", "reading", "constru", "assum", "suppos", "gather", "indicat", "signif", "signal", "sign", "pointer", "conclu", "draw", "suggest", "tak", "see", "pass", "stand", "count", "serv", "work", "mean", "message", "evidence", "acknowledg", "agreement", "admission", "treat", "regard", "underst", "interpret", "belief", "direction", "foundation", "basis for", "tell ", "tells ", "learn", "nothing", "wiser", "points ", "point ", "open", "neutral", "the same", "same ", "not a", "n't a", "told you", "said that", "not to ", "know which", "know from", "no guide", "whatever", "s very", "t very", "e very", "identical", "selfsame", "no bearing",
    # Nothing is denied in most sentences.
    needs=("no ", "no,", "no-", "anything", "something", "not ", "not,", "n't", "cannot", "nothing", "nobody", "none", "never", "neither", "without", "nor ", "nor,", "wrong", "mistak", "refrain", "avoid", "unsafe", "unwise", "unsound", "foolish", "resist", "rash", "unable", "open question", "wholly open", "left open", "quite open", "entirely open", "leave", "keep", "neutral", "same", "whatever", "very ", "identical"),
)  # fmt: skip
