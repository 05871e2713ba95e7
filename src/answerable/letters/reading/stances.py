"""What a sentence does with the provision it names: claims it, denies it, or only speaks of it."""

from enum import Enum

from answerable.letters.patterns import at_word, compiled
from answerable.letters.phrases import holds
from answerable.letters.reading.by_the_way import is_by_the_way, is_put_aside


class Stance(Enum):
    """What one mention does with a provision."""

    CLAIMED = "claimed"
    DENIED = "denied"
    EARLIER = "earlier"  # another decision than this one relied on it
    HINTED = "hinted"  # in brackets after a harm or a reason: claimed, if nothing nearer is
    SPOKEN = "spoken"  # named without being claimed
    WONDERED = "wondered"  # asked whether it applies, or put by another: never claimed by itself


# Refusing words. Any of them in the sentence of a cite claims it, unless denied.
_CLAIMS = at_word(
    r"exempt|withh[eo]ld|refus|rel(?:y|ies|ied|iance|ying)\b|\bappl(?:y|ies|ied|ying|ication)\b|engag|attract|claim|under (?:the )?(?:section|regulation|s\b|reg|exception|exemption)"
    r"|by virtue of|pursuant|in accordance with|in terms of|disappl|does not arise|(?:falls?|fall) away|\btakes? away the duty|\bceases\b|\blifts\b|entitle|falls? (?:within|under|outside|into)|redact|remov|taken out|blanked|omitted|not (?:obliged|required)|(?:permits|allows|entitles|lets|enables) (?:this|us (?:to )?(?:neither|refuse|withhold|reply|keep|decline|hold|say no)|us off)|(?:stops?|bars?|forbids?|prohibits?|precludes?) (?:us|the \w+|me)\b|\bbites\b|\bcovers (?:it|this|them|these|that|the \w+)\b|(?:may|can|must|shall|will|do|does) ?(?:not|n't) (?:be )?(?:disclos|releas|suppl|giv|send|sent|provid)|excepts\b|excepted|exception|invok|neither confirm|adversely affect|manifestly|vexatious|a repeat(?:ed)?\b|cit(?:e|ed|ing)|excused|protected|not be (?:disclosed|released)|relieve|uph(?:e|o)ld|\b(?:we|i|council|trust|board) (?:use|uses|(?:are|am|is) (?:\w+ )?using|proceed under)\b|\b(?:provisions?|grounds?|limbs?|sections?|regulations?) (?:that |which )?(?:we|i|it) uses?\b|\bgiv(?:e|es|ing) (?:you )?notice (?:to you )?under\b|maintain|by reason of|covered by|caught by|\b(?:covers?|protects?|catches) (?:it|them|this|these|those|both|all of (?:it|them))\b|exceed|limit|prescribed|means? (?:that )?we (?:do not|need not)|under this|prejudice|because of|on the (?:basis|ground|strength) of|(?:held|hold|keep\w*|kept) back|prevents?|stops? (?:us|me|the)\b|(?:bars?|forbids?) (?:us|me|the|disclos|releas)|lets us|confidence|privilege|personal data|\bcovers? (?:the whole|all of|each|every|both)\b|\bbites?\b|\b(?:is|was|being) (?:our|the) (?:grounds?|basis)\b|\bour grounds? (?:is|being|are)\b|\b(?:stops?|bars?|forbids?|prohibits?|precludes?) (?:us|me|the \w+|its|our)\b|\bcovers? (?:the whole|all of|each|every|both)\b"
    r"|\bhence\b|pray(?:s|ed|ing)? in aid|\b(?:rest(?:s|ed|ing)?|stands?|standing|found(?:s|ed|ing)?|lean(?:s|ed|ing)?|draw(?:s|n|ing)?|reliant|dependent|depend(?:s|ing)?) (?:up)?on\b|made out\b|\bbar(?:s|red)?\b|stands? in the way|\b(?:we|i) need not\b|\bno (?:duty|obligation)\b|steps? aside|gives? way"
    r"|\b(?:forbids?|stops?|excus(?:e|es|ing)|frees?|spares?|saves?|shields?|guards?|safeguards?) (?:us|our|it|them|these|this|the)\b|\b(?:comes?|brought|bring|falling) (?:in|with|under)\w*\b|\bproperly (?:used|kept)|\bwarrants? (?:keeping|holding|our)|\b(?:taken|take|read|understood|understand)\b.{0,24} (?:to|as) (?:extend|cover|include|reach|protect)|\bcovers? (?:it|them|this|these|those|both|all of|every|each|the (?:files?|reports?|statements?|papers?|notes?|pages?|rest|remainder|e-?mails?|letters?|records?|documents?|figures?|names?|logs?))\b|\bwe refer\b|\bjustif(?:y|ies|ied)\b|\bresort(?:s|ed|ing)? to\b|\bmak(?:e|es|ing) use of\b|\bha(?:ve|s) used\b|\bshut(?:s|ting)? out\b|\bwould be likely to (?:\w+ly )?(?:hinder|harm|damage|hamper|obstruct|impede|weaken|undermine|frustrate|assist|make it|endanger)"
)
# "We do not rely on section 43", "section 12 has no place here".
_DENIED_BEFORE = compiled(
    r"(?:(?:do|does|did|are|is|have|has|had|was|were|need|will|would|could|shall) ?(?:not|n't)|nor (?:can|could|do|did|would|will) (?:we|i|it|the \w+)|neither (?:can|could|do|did|would|will) (?:we|i|it|the \w+)|no longer|never|rather than|instead of|without|not(?: now)?|cannot|nor|withdrawn?|withdraw(?:ing|s)?|unlike|(?<!more )(?<!less )(?<!longer )(?<!greater )(?<!higher )(?<!larger )(?<!other )than|except(?:ion)? to|dropp?(?:ed|ing)?|abandon(?:ed|s|ing)?)[ ]"
    r"(?:(?:do we|do i|does the \w+|are we|now|currently|also|therefore|intend to|seek(?:ing)? to|need to|propose to|wish to|have to|be|been|say that|think that|consider that|accept that|believe that|agree that|uphold)[ ]){0,2}"
    r"(?:(?:rely(?:ing)?|relied|appl(?:y|ying|ied|ies)|claim(?:ing|ed)?|us(?:e|ed|ing)|invok(?:e|ed|ing)|cit(?:e|ed|ing)|refus(?:e|ed|ing)|treat(?:ed|ing)?|seeking|engaged?|reliance|mak(?:e|ing)(?= (?:use|a |any |reliance|no |this|that claim))|going|the (?:use|application) of|our (?:\w+ )?(?:use|reliance|application)|a refusal|any|it|our|the|upon|on|under|exempt|in)[ ]?){1,4}"
    r"(?:(?:(?!, (?:relying|under|by virtue|in reliance|citing|on the|so|and so|which means)\b|\b(?:we|they|you) (?:may|can|must|will|do|have|are)\b).){0,40})$|(?:\bnot|n't) (?:count|counted|be counted|included?) (?:for|towards|under|in|within) (?:the purposes of )?$|\bnot (?:already |otherwise |itself )?exempt (?:under|by virtue of|from disclosure under) (?:the exemption (?:in|at) )?$|\b(?:do(?:es)? not|don't|not) (?:say|think|consider|accept|believe|agree|find) that .{0,60}$"
)
# "…, which we have decided does not apply."
_FOUND_NOT = compiled(
    r", which (?:we|i|it|the \w+) (?:have |has |had )?(?:now |since |in the end )?(?:decided|concluded|found|accepted|judged|agreed|think|thinks|believe)\w* (?:that it )?(?:does|do|did|is|was|has)(?: not|n't)\b"
)
# "I do not think section 43(2) is engaged", "we are not persuaded that section 36 bites".
_NOT_THOUGHT = compiled(
    r"\b(?:(?:do|does|did|am|are|is|was|were|could|have|has) ?(?:not|n't)|cannot|can't) (?:been |be )?(?:(?:now|myself|ourselves|fully|entirely) )?(?:think|consider(?:ed)?|believe|accept(?:ed)?|agree|find|found|see|judged?|regard(?:ed)?|persuaded|satisfied|convinced|sure)(?: that| how)? (?:the exemption (?:in|at|under) )?$"
)
_IS_ENGAGED = compiled(
    r"(?: of (?:the|that) act)?,? (?:is|was|are|were|to be|can (?:be|apply)|could (?:be|apply)|has been|really |properly |ever )?[ ]?(?:engaged|appl(?:y|ies|ied|icable)|in play|made out|satisfied|bites?|relevant|available|holds good|arises?)\b"
)
_NONE_USED = compiled(
    r"\b(?:no|none of the) (?:exemptions?|exceptions?|reliance|part of)\b.{0,40}$"
)
# "We were wrong to refuse it under regulation 12(4)(d)", "should not have been withheld under".
_DISOWNED = compiled(
    r"\b(?:wrong(?:ly)?|incorrect|mistaken|a mistake|an error|in error|not right|not entitled) (?:for us |of us )?(?:to|in) (?:\w+ ){0,3}(?:refus|withh|rel|appl|cit|claim|us|invok)\w*\b(?:(?!\b(?:but|instead|now|is|are)\b).){0,60}$"
    r"|\bshould (?:not|never) have (?:been )?(?:refused|withheld|relied|applied|cited|claimed|used|invoked)\b(?:(?!\b(?:but|instead|now|is|are)\b).){0,60}$"
    r"|\boverturn(?:ed|s|ing)? (?:the|our|that|this|its) (?:\w+ ){0,3}(?:refusal|decision|reliance|use|application)\b(?:(?!\b(?:but|instead|now|is|are)\b).){0,60}$"
)
# "Having withdrawn section 43(2), I have decided …"
_GIVEN_UP = compiled(
    r"\b(?:withdr[ae]w(?:n|ing)?|dropp(?:ed|ing)|abandon(?:ed|ing)|giv(?:en|ing) up)(?: (?:our|the|its|my))?(?: (?:reliance|claim|use|application)(?: on| to| of)?)? $"
)
_NOT_ON_IT = compiled(
    r".{0,120}\b(?:do|does|did|have|has|are|is) (?:not|n't) (?:rely|rel\w+|claim\w*|apply\w*|us\w+|invok\w+) (?:up)?(?:on )?(?:it|that|this|them|either|these)\b"
)
# "Section 43(2) was raised by one agency; it is not being claimed."
_NOT_CLAIMED = compiled(
    r".{0,120}[;,.] (?:but |and )?(?:it|this|that|they|we|neither) (?:is|are|was|were|has|have)(?: not|n't| no longer) (?:being |now |been )?(?:claim|rel(?:ied|ying)|applied|us(?:ed|ing)|invok|pursu|engag)"
)
_DENIED_AFTER = compiled(
    r"^(?:(?![;:,] )(?!\b(?:as|because|since|but|and|so|which|where|if)\b).){0,70}?\b(?:(?:do|does|did|is|are|was|were|has|have|had|will|would) ?(?:not|n't) (?:been |be |now |in fact |strictly |here )?(?:appl|rel(?:y|ied|evan)|engag|us(?:ed|e)\b|claim|aris|invok|come (?:in|to)|enter|help|bear\b|concern|extend|cover|protect|relevant|a bar|needed|prevent|in play|allow|permit|made out|upheld|satisfied|met\b)"
    r"|can ?not (?:be )?(?:appl|rel(?:y|ied)|engag|claim|us)|has no (?:part|place|application|bearing|role)|(?:is|are) not (?:ours|for us|one for (?:us|a|an)|among)\b|(?:is|are)n't (?:relied|open|apt|engaged|available|made out|in (?:play|point)|satisfied)\b|(?:is|are) (?:no longer|withdrawn|irrelevant|not (?:relied|open|apt|engaged|applied|claimed|used|relevant|in (?:play|point)|being|satisfied|available|made out))\b|(?:plays?|had) no part|(?:is|was|are|would be) (?:of )?no (?:use|help|avail|assistance|good)\b|(?:should|ought) (?:not|never) (?:to )?have been\b|no longer (?:applies|relied|engaged)|(?:was|were) (?:therefore |thus |accordingly |so )?(?:wrongly|incorrectly) (?:applied|cited|relied|claimed)|(?:was|were) (?:not )?wrong)"
)
# "We considered whether section 12 applied but decided that it did not."
_WEIGHED_BEFORE = compiled(
    r"(?:consider\w*|look(?:ed)? at|asked ourselves|think about|thought about|thought of|examined?|weigh(?:ed)? up|toyed with|debated|explored?|discussed|wondered about|looked into) (?:whether|if|the (?:use|application) of)?.{0,60}$"
)
_WEIGHED_AFTER = compiled(
    r"\b(?:but|and|however|yet)\b.{0,60}(?:\bnot\b|n't\b|\bno\b|\bneither\b|\bagainst (?:it|them|doing so)\b|\breleas(?:e|ed|ing) (?:it|them|the)\b)|\b(?:did|does|do) not\b"
)
_WHETHER = compiled(
    r"\b(?:whether|if)(?: or not)?(?: any of)? (?:the exemptions? (?:in|at|under) )?$"
    r"|\bif (?:the|it|any|they|requested|this|that)\b[^,;]{0,50}\bnot (?:already|otherwise)\b[^,;]{0,30}$"
    r"|\b(?:exemptions|exceptions|provisions)[^.\n]{0,30}\b(?:from|between) (?:sections? )?(?:\d{1,2}[a-z]? (?:to|and|through) (?:section )?)?$|^(?:this|that|it|subsection \(\d\w?\)|the (?:section|exemption|act)) means\b"
)
# "We thought about whether the rates ought to be withheld under section 43(2)."
_THOUGHT_ABOUT = compiled(
    r"\b(?:thought about|considered|asked ourselves|looked at) whether\b.{0,90}\b(?:withheld|refused|exempt|kept back)\b.{0,12}$"
    r"|\b(?:thought about|considered|asked ourselves|looked at|wondered) (?:whether to (?:add|claim|cite|rely|plead|use|invoke|apply)|(?:adding|claiming|citing|pleading|using|invoking|applying|relying on))\b.{0,110}$"
)
# "One or other of section 43 or section 36 may be relevant but we haven't settled which."
_UNSETTLED = ("settled", "decided", "made up", "concluded")
_UNSETTLED_AFTER = compiled(
    r"(?:\bnot|n't) (?:yet )?(?:settled|decided|concluded|made up (?:our|its) minds?) (?:which|whether|on which)\b"
)
# "If you were to ask for all of the journeys we would expect to rely on section 12(1)."
_IF_ASKED = compiled(
    r"\bif you (?:were to|should|did|asked|wanted|want|ask|made|make)\b.{0,90}\b(?:would|might|may|could|expect)\b.{0,50}$"
)
_RESOLVED = compiled(
    r"\b(?:conclu\w+|decid\w+|determin\w+|satisfied|(?:find|found|think|believe) that (?:it|they|this|that)|it (?:is|does|should))\b"
)
# "We did not find it necessary to refuse anything under section 40(2)."
_UNNEEDED = compiled(
    r"\b(?:not|n't|no|never) (?:\w+ ){0,3}(?:necessary|needed?|reason|occasion|cause) (?:for us )?to (?:refuse|withhold|rely|remove|redact|apply|claim)\b.{0,60}$"
)
# "If you narrow it, some of what you ask for may be exempt under section 40(2)."
_MAYBE = compiled(
    r"\b(?:may|might|could|would)(?: also| still| well| then| likely| probably| in any event| nevertheless| itself| themselves| potentially){0,2} (?:be exempt|appl|(?:be )?engage|fall\b|attract|(?:be|have been) (?:argued|claimed|relied|cited|invoked|added|pleaded)|(?:need|have) to|rely|be (?:withheld|refused|considered|subject|covered|caught)|withhold|redact|claim|require|consider)"
)
# "The bidders asked us to withhold them under section 43(2)."
_THEIRS = compiled(
    r"\b(?:ask\w*|invit\w*|urg\w+|want\w*|suggest\w*|argu\w+|request\w*|propos\w+) (?:us|the \w+|that we|that it|it) (?:to |should )?(?:be )?(?:withh\w+|rel\w+|apply|refus\w+|claim|us\w+|redact\w*|keep).{0,60}$"
)
_IF = compiled(r"\bif (?:the|it|any|they|requested|this|that|some|part)\b[^,;]{0,70}$")
# The duty to confirm or deny is lifted: a "does not" that claims.
_LIFTED = compiled(
    r"(?:duty|obligation|requirement|right).{0,60}(?:does|do|did) not (?:arise|apply)|disappl|not (?:obliged|required|have to|bound)|does not (?:oblige|require|have to)|(?:does|do) not (?:arise|apply) (?:to|by virtue|because|in relation|where|under)|neither (?:to )?(?:confirm|admit|a yes|yes|say)|nor deny|need not"
)
# "We refused this in February under section 43(2)": another decision than this one.
_EARLIER_DECISION = compiled(
    r"(?:refused|withheld|relied|cited|applied|answered|claimed|told you|declined)\b.{0,60}\b(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|our (?:first|original|earlier|previous|letter|reply|response))|earlier|previous(?:ly)?|original(?:ly)?|last (?:year|month|time|summer|autumn|winter|spring)|on \d|that (?:request|time|occasion)|the first (?:request|time)|then)(?:\b|(?<=on \d)\d?\b)(?:(?!\b(?:refuse|refusing|rely|relies|relying|withhold|withholding|apply|applies|claim|now|therefore|accordingly)\b).){0,80}$"
    r"|\bon \d{1,2}(?:st|nd|rd|th)? [a-z]+(?: \d{4})?,? (?:we|i|the \w+) (?:refused|withheld|declined|relied|applied|cited|told|informed|advised|said|replied|wrote|explained)\b.{0,90}$"
    r"|\b(?:refused|declined),? saying\b.{0,110}$"
    r"|\bthe (?:reply|answer|response) (?:then |sent |given )?was that\b.{0,160}$"
    r"|\byou were (?:then )?(?:told|informed|advised)\b(?:(?!\b(?:now|again|still)\b).){0,80}$"
    r"|\b(?:were|was) (?:told|informed|advised) (?:then|at (?:that|the) time|in (?:january|february|march|april|may|june|july|august|september|october|november|december|our|20\d\d)|on \d)\b(?:(?!\b(?:now|again|therefore|still)\b).){0,150}$"
    r"|\bon that occasion\b.{0,40}\b(?:we|i|you|your|the \w+)\b.{0,160}$"
    r"|\bwhen (?:we|i|the \w+) (?:last |then |first )?(?:replied|answered|wrote|responded)\b.{0,140}$"
    r"|\b(?:wrote|replied|responded)(?: to you)?,? (?:refusing|declining|withholding)\b.{0,40}$"
    r"|\b(?:we|i|the \w+) (?:gave|sent|wrote|told|explained|answered|replied|responded)\b.{0,80}\b(?:in which|when|that time|on \d).{0,160}$"
    r"|\b(?:last (?:year|month|week|time|spring|summer|autumn|winter)|previously|earlier|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)),? (?:we|the \w+|it was|you were) (?:refused|withheld|declined|relied|cited|applied|claimed).{0,50}$"
    r"|(?:previously|originally|earlier|initially|at first|first|had) (?:refused|withheld|relied|cited|applied|claimed|been withheld|been refused|declined).{0,60}$|(?:original|first|earlier|previous|initial) (?:response|reply|decision|refusal|letter|answer)\b.{0,60}$"
    # "That request was refused in full at the time, under section 42(1)."
    r"|\b(?:that|the (?:earlier|first|previous|other|older)|your (?:earlier|first|previous|last|older)) request (?:was|had been|has been) (?:\w+ )?(?:refused|declined|turned down|answered|dealt with)\b.{0,60}$"
    r"|(?:^|\s{3})\s*and (?:we|i|the [a-z]+) (?:refused|withheld|declined) .{0,60}$"  # what was asked stands apart
    r"|(?:asked|requested|applied|wrote) .{0,60}(?:and|which|when) (?:we|i|the [a-z]+) (?:refused|withheld|declined|said|told).{0,60}$"
)


_DECIDED = compiled(
    r"(?<!remains )(?<!remain )(?<!continues to be )(?<!still )(?<!therefore )\b(?:refused|withheld|declined|relied|applied|cited|claimed|invoked|citing)\b(?!.{0,60}\b(?:uph\w+|correct\w*|right\w*)\b).{0,80}$"
)


def stance(
    before: str, after: str, following: str = "", *, maybe: bool, review: bool = False
) -> Stance:
    """What the sentence ``before`` + cite + ``after`` does with the cite; ``following`` is the next.

    ``maybe``: a "might be exempt under" only speaks of it (it claims where the letter neither
    confirms nor denies, and says what would be exempt if it were held).
    """
    sentence = before + after
    near = before[-170:]
    if holds(sentence, _NEGATIVE) and _is_denied(sentence, near, after):
        return Stance.DENIED
    if following and is_put_aside(following):
        return Stance.DENIED
    if is_by_the_way(before, after):
        return Stance.EARLIER
    if holds(near, _PAST) and (
        _EARLIER_DECISION.search(near) or (review and _DECIDED.search(near))
    ):
        return Stance.EARLIER
    if ("replies " in near or "letters " in near or "refusals " in near) and _IN_REPLIES.search(
        near
    ):
        return Stance.EARLIER
    if holds(near, _OPEN) and (_WHETHER.search(near) or _THEIRS.search(near)):
        return Stance.WONDERED
    if holds(after, _UNSETTLED) and _UNSETTLED_AFTER.search(after):
        return Stance.WONDERED
    if "if you " in near and _IF_ASKED.search(near):
        return Stance.WONDERED
    if holds(near, _THINKING) and _THOUGHT_ABOUT.search(near) and not _RESOLVED.search(after):
        return Stance.WONDERED
    plainly = "would be exempt" in near[-40:] and " if " not in sentence and "were" not in sentence
    if maybe and (_IF.search(near) or (_MAYBE.search(near[-70:] + after[:40]) and not plainly)):
        return Stance.SPOKEN
    if holds(sentence, _PLAINLY) or _CLAIMS.search(sentence) or _IS_GROUND.search(near[-70:]):
        return Stance.CLAIMED
    if _UNDER_IT.search(near) and not _NOT_UNDER.search(near):
        return Stance.HINTED
    if before.endswith(": ") and _LABELLED.fullmatch(before) and _ALONE.match(after):
        return Stance.HINTED
    alone = _ALONE.fullmatch(after) is not None
    if (alone and not before.strip()) or (holds(before, _HAVE) and _HELD_AND.fullmatch(before)):
        return Stance.HINTED
    return Stance.SPOKEN


# "Replies that rely on section 43(2) now need the supplier's answer on file": of any.
_IN_REPLIES = compiled(
    r"\b(?:replies|letters|refusals) (?:that|which|to) (?:\w+ )?(?:rely|relies|rest|cite|claim|use|apply|invoke|depend)\b.{0,40}$"
)
# "… the names of five officials, under section 40(2).", "replaced with <5, under section 40(2)".
_UNDER_IT = compiled(r"(?:^|[,;:(-] ?)(?:\(?\w{1,3}[.)] ?)?under $")
# "The three nurses' names: section 40(2), with …": a thing and its ground.
_LABELLED = compiled(
    r"\W*(?:the|those|these|their|his|her|its) (?:[\w'-]+ ){0,4}(?:names?|details|figures?|prices?|rates?|address|addresses|signatures?|documents?|reports?|e-?mails?|letters?|minutes|notes?|photographs?|files?|statements?|sums?|costs?|drawings?|numbers?|submissions?|papers?|advice|pages?|complaints?|lists?|plans?|maps?|drafts?)(?: \(\w{1,3}\))?: "
)
_NOT_UNDER = compiled(
    r"\b(?:whether|consider\w*|ask\w*|request\w*|rights?|dut(?:y|ies)|oblig\w+|notice|code|guidance|decision|published|earlier|previous\w*|other|example)\b"
)
# "They cover names, and the reason for each is section 40(2)."
_IS_GROUND = compiled(
    r"\b(?:reason|basis|ground|justification|power|exemption|exception)s?\b.{0,40}\b(?:is|are|being|was|were) $"
)
# "Section 40(5B)(a)(i) of the Act." and not a word more: the ground of what was just said.
_ALONE = compiled(
    r"(?:,? (?:of|in) (?:the )?(?:freedom of information(?: \(scotland\))? act(?: 20\d\d)?|act|foia|foisa|regulations|eir))?[ .,;]*"
)


# "Held; section 40(2).", "They're held: section 43(2)": what follows is the ground.
_HAVE = ("held", "hold", "have ")
_HELD_AND = compiled(
    r"\W{0,6}(?:(?:it|they|these|this|those|that|the \w+)(?: is|'s| are|'re) |(?:we|i) (?:do |do indeed |certainly )?|yes[,;.:]? )?(?:all |both |indeed )?(?:held|holding|(?:hold|have) (?:it|them|these|this|that|one)|(?:hold|have))(?: by us)?[;:,. \u2013\u2014-]{1,4}(?:but |and |exemption:? ?|ground:? ?|provision:? ?)?(?:the )?"
)


# Plain words one of which every wording of a kind holds.
_PAST = ("refused", "saying", "refusing", "withheld", "relied", "cited", "citing", "applied", "answered", "claimed", "told", "declined", "said", "invoked", "response", "reply", "decision", "refusal", "letter", "answer", "turned down", "dealt with")  # fmt: skip
_OPEN = (
    "whether",
    "exemptions",
    "exceptions",
    "if ",
    "means",
    "ask",
    "invit",
    "urg",
    "want",
    "suggest",
    "argu",
    "request",
    "propos",
)
_THINKING = ("thought about", "considered", "asked ourselves", "looked at", "wondered")
_NEGATIVE = ("not", "n't", "no ", "never", "rather", "instead", "without", "nor ", "withdr", "unlike", "than ", "except", "drop", "abandon", "none", "neither", "irrelevant", "wrong", "incorrect", "mistake", "error", "overturn")  # fmt: skip
_PLAINLY = ("exempt", "withh", "refus", "engag", " apply", "applies", " rely", "virtue", "pursuan")


def _is_denied(sentence: str, near: str, after: str) -> bool:
    if _IS_ENGAGED.match(after) and _NOT_THOUGHT.search(near):
        return True
    if _LIFTED.search(sentence):
        return False
    if _DENIED_BEFORE.search(near) or _DENIED_AFTER.match(after):
        return True
    if (
        _DISOWNED.search(near)
        or _NONE_USED.search(near)
        or _UNNEEDED.search(near)
        or _GIVEN_UP.search(near)
        or _NOT_ON_IT.match(after)
        or _NOT_CLAIMED.match(after)
        or (after.startswith(", which") and _FOUND_NOT.match(after))
    ):
        return True
    return _WEIGHED_BEFORE.search(near) is not None and _WEIGHED_AFTER.search(after) is not None
