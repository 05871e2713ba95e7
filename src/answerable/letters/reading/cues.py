"""Wordings by which a reader knows who speaks and what is being done.

Patterns are for lower-case flow; every gap is bounded.
"""

import re

#: A letter begins to speak.
SALUTATION = re.compile(
    r"(?:dear|good (?:morning|afternoon|evening|day)|hello|hi|annwyl|a chara|to whom)\b[^.\n]{0,60}$"
)
#: A letter ends.
SIGN_OFF = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly)|(?:kind(?:est)?|best|warm|with|many)? ?(?:regards|wishes|thanks)"
    r"|sincerely|yn gywir|yn ddiffuant|le meas|cofion)[ ,.]{0,3}$|(?:yours (?:sincerely|faithfully|truly)|kind regards)\b"
)
MAIL_FIELD = re.compile(r"(?:from|to|cc|bcc|sent|date|subject|reply-to|attachments?)[ ]?:[ ]")
DISCLAIMER = re.compile(
    r"this (?:e-?mail|message|communication)\b.{0,80}\b(?:confidential|intended|privileged)|"
    r"if you have received (?:it|this)|internet communications are not|please consider the environment"
)
EARLIER_MARK = re.compile(r"-{2,}[ ]?original message|^on .{6,80} wrote:$|-{3,}[ ]?forwarded")

_WE = r"(?:the (?:council|trust|board|university|department|authority|force|constabulary|agency|college|school|health board|service|academy|museum|ministry|office|commission|corporation|company|association|executive|directorate)|we|i|our|this (?:council|trust|authority|department|office|force))"
#: The applicant's words follow.
ASKED = re.compile(
    r"(?:you (?:have |had |also |then |specifically |recently |kindly )?(?:asked|requested|wrote|wanted|sought|stated|said|enquired|emailed|seek|ask|request|wish|made|submitted|put|were asking|are seeking)\b"
    r"|your (?:original |full |initial |e?-?mail(?:ed)? |written |freedom of information |foi |eir )?(?:request|enquiry|letter|e-?mail|questions?|message)\b.{0,90}?\b(?:was|is|were|reads?|read|said|asked|for|stated|states|asks|sought|seeks|as follows|concerned|below|wanted)\b"
    r"|(?:request(?:ed)?|asking|asked|ask|seek|seeking|wish|sought)\b.{0,60}\b(?:following|as follows|below)"
    r"|the (?:request|questions?|information)(?: you (?:asked|made|sent|requested|sought))?\b.{0,50}\b(?:was|were|is|are|reads?|as follows)\b.{0,30}:$"
    r"|^(?:your |the )?(?:request|questions?|information requested|what you asked(?: for)?|you asked(?: for)?|request details|details of (?:your )?request|original request|your questions?)[ ]?:?$"
    r"|in (?:which|it) you (?:asked|seek|ask|request|requested|sought)"
    r"|thank you for your .{0,60}\b(?:request|e-?mail|letter|enquiry)\b.{0,90}(?:for|asking|about|in which|:$)"
    r"|(?:received|dated|of) .{3,60}(?:,)? (?:in which you|asking|for the following|for:$|for :$))"
)
#: Words that speak of the request in order to offer a review of it.
NOT_ASKED = re.compile(
    r"\b(?:unhappy|dissatisfied|not satisfied|complain|appeal|please (?:contact|write)|review|decision on|decided|dealt with|handled|found)\b"
)
#: The authority answers.
ANSWERS = re.compile(
    r"(?:"
    + _WE
    + r" (?:can |do |does |have |has |hold|holds|confirm|confirms|consider|considers|neither|am |are |is |will |would |regret|believe|take|took|note|understand|cannot|estimate|did|apologi|wish|received|refuse|withh|reli|rely|answer|now|decided|also|was|were|may|should|must|need|process|treat|carried)"
    r"|unfortunately|regrettably|in accordance|in response|having (?:considered|searched|reviewed|now)|following (?:receipt|your|a|searches)|please (?:find|see|note|be advised|accept)|response\b|answer\b|our (?:response|reply|answer|decision)|your request (?:has|is being|was (?:received|handled|considered|treated|dealt))|"
    r"it is (?:the|our|not|being|exempt|considered)|this (?:is|letter|reply|response|information|request|acts|means|notice|act)|these (?:are|figures|records|documents)|section \d|under (?:section|the|regulation|foi)|information (?:is|held|we)|searches|i (?:can|have|am|would|write|refer|regret|attach|enclose|confirm|understand)|to confirm|by virtue|after (?:careful|considering|consideration|carrying)|"
    r"held[.:]|not held|yes[,.]|no[,.]|none\b|enclosed|attached|the answer|the information|decision\b|outcome\b|findings\b|background\b|reasons?\b)"
)
#: Words by which a question shows itself to be one.
QUESTION = re.compile(
    r"(?:how (?:many|much|long|often|do|does|did|is|are|was|were|far|old|has|have)|what|which|who|whose|when|where|why|whether|is|are|was|were|do|does|did|has|have|had|can|could|will|would|please|copies|copy|a copy|any|all|details|the (?:number|total|name|names|cost|amount|dates?|minutes|report|agenda|list|average|location|winning|policy|contract|plan)|number|list|total)\b"
)
STATUTE_LEAD = re.compile(
    r"(?:(?:section|sections|regulation|regulations|s\.|reg\.?|subsection|the (?:act|section|regulation|regulations|exemption|exception|relevant (?:part|section|provision)))\b.{0,80}?\b"
    r"(?:states?|provides?|says?|reads?|sets out)\b.{0,40}(?::|that\b.{0,12}:?)$"
    r"|(?:the )?(?:text|wording|words) of (?:the )?(?:section|exemption|act|regulation).{0,60}:$"
    r"|(?:section|regulation) .{1,30}(?: of .{3,60})? ?(?:states|provides|says|reads):?$)"
)
STATUTE_SENTENCE = re.compile(
    r"(?:under |by )?(?:section|sections|regulation|regulations|s\.? ?|reg\.? ?|subsection|subsections|it|part ii|the (?:act|section|regulations?|exemption|exception)) ?[\d(].{0,40}?\b"
    r"(?:states? that|provides?(?: in summary| for| an?| that)|says that|sets out|deals? with|covers|concerns|exempts|is concerned|relates to information|gives a person|describes|allows? (?:a |an |public )?(?:public )?authorit|places? two|creates?|protects? information|applies (?:where|to information (?:where|if|which|whose))|exempt(?:s)? information)\b"
)
STATUTE_HEADING = re.compile(
    r"(?:what the (?:act|law|regulations?) (?:says?|states?|provides?|requires?)|the (?:law|legislation|legal (?:framework|position|background)|statutory (?:framework|provisions?|background|wording))|extracts? from the act|relevant (?:law|legislation|sections?)|legislation|text of (?:the )?section)\b"
)
#: Letters of the same authority, quoted.
EARLIER_LEAD = re.compile(
    r"(?:(?:our|the|my) (?:original |first |initial |earlier |previous )?(?:letter|response|reply|e-?mail|answer|decision|refusal(?: notice)?)\b.{0,80}\b(?:said|stated|read|reads|explained|told you|was as follows|were as follows)|we (?:said|wrote|told you|replied|responded|stated)|(?:original|first|initial) (?:response|reply|decision)[ ]?:)"
)
