"""Wordings by which a reader knows who speaks and what is being done.

Patterns are for lower-case flow; every gap is bounded.
"""

import re

from answerable.letters.patterns import compiled
from answerable.letters.rare import Rare

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
DISCLAIMER = compiled(
    r"this (?:e-?mail|message|communication)\b.{0,80}\b(?:confidential|intended|privileged)|"
    r"if you have received (?:it|this)|internet communications are not|please consider the environment"
)
#: One of these stands in each.
OF_DISCLAIMERS = (
    "this e-mail", "this email", "this message", "this communication", "have received", "internet com", "consider the env",
)  # fmt: skip
EARLIER_MARK = compiled(
    r"-{2,}[ ]?original (?:message|request|e-?mail)|^on (?!.{0,76}\byou wrote:).{6,80} wrote:$|-{3,}[ ]?forwarded"
)

#: Authorities as they speak of themselves.
BODIES = r"(?:(?:the|this) (?:council|trust|board|university|department|authority|force|constabulary|agency|college|school|health board|service|academy|museum|ministry|office|commission|corporation|company|association|executive|directorate|police|practice|partnership|library|gallery|committee|clerk|parish|institute|regulator|body|fund|unit|group|governors|secretariat|hospital|surgery|archive|federation|centre|college|inspectorate|tribunal|society|port|museum))"
_WE = rf"(?:{BODIES}|we|i|our)"
#: The applicant's words follow.
ASKED = compiled(
    r"(?:you (?:have |had |also |then |specifically |recently |kindly )?(?:asked|requested|wrote|wanted|sought|stated|said|enquired|emailed|seek|ask|request|wish|made|submitted|put|were asking|are seeking)\b"
    r"|your (?:original |full |initial |e?-?mail(?:ed)? |written |freedom of information |foi |eir )?(?:request|enquiry|letter|e-?mail|questions?|message)\b.{0,90}?\b(?:was|is|were|reads?|read|said|asked|for|stated|states|asks|sought|seeks|as follows|concerned|below|wanted)\b"
    r"|(?:request(?:ed)?|asking|asked|ask|seek|seeking|wish|sought)\b.{0,60}\b(?:following|as follows|below)"
    r"|the (?:request|questions?|information(?! commissioner))(?: you (?:asked|made|sent|requested|sought))?\b.{0,50}\b(?:was|were|is|are|reads?|as follows)\b.{0,30}:$"
    r"|^(?:your |the )?(?:request|questions?|information requested|what you asked(?: for)?|you asked(?: for)?|request details|details of (?:your )?request|original request|your questions?)[ ]?:?$"
    r"|\b(?:it|which|this|request|letter|e-?mail) (?:has|had|came in|comes in|is in|was in|consists? of|consisted of|contains?|contained|makes|made) (?:two|three|four|five|six|\d) (?:\w+ )?(?:parts?|questions|items|limbs|requests)\b"
    r"|in (?:which|it) you (?:asked|seek|ask|request|requested|sought)"
    r"|thank you for your .{0,60}\b(?:request|e-?mail|letter|enquiry)\b.{0,90}(?:for|asking|about|in which|:$)"
    r"|(?:received|dated|of) .{3,60}(?:,)? (?:in which you|asking|for the following|for:$|for :$))"
)
#: The same, said less often: the last words of a line that ends with a colon.
ASKED_TOO = Rare(
    r"\byou(?:'d| would) like(?: us)?(?: to (?:know|have|see|send you))?:$|\byou (?:are|were|have been) after\b"
    r"|\b(?:request|e-?mail|letter|message|enquiry)\b.{0,160}\bnamely[:,]?$|\bit (?:read|reads|said|says|asked|asks|ran|runs)(?: as follows| thus)?:$"
    r"|\b(?:it|which|that) (?:was|were|is) (?:a request )?(?:for|to (?:know|see|have|be (?:told|sent|given)))(?: copies of| the following)?:$"
    r"|\bin (?:these|the following) (?:terms|words):$|\byour (?:\w+ ){0,3}(?:request|e-?mail|letter|message|enquiry) of [^.:]{3,40}:$"
    r"|\b(?:and|which|that|it) (?:asks?|asked|wants?|wanted|sought|seeks) (?:us )?(?:for|to know)?:$"
    r"|\byour (?:[a-z0-9-]+ ){0,6}(?:request|e-?mail|letter|message|enquiry)\b.{0,100}\b(?:concerning|regarding|about|seeking|relating to|in relation to|requesting):$"
)
#: A heading under which the applicant's words stand.
ASKED_HEADING = compiled(
    r"(?:\d{1,2}[.)] |[a-z][.)] )?(?:the |your |this |details of (?:your |the )?|text of (?:your |the )?|wording of (?:your |the )?)?(?:exact |original |full |foi |eir |information )?(?:requests?|questions?|request details|information requested|information sought|enquiry)(?: \(?(?:of|dated|received|received on|on) [\d\w ]{3,30}\)?| in full| was)?[ ]?:?$"
    r"|(?:what )?you (?:have )?(?:asked|requested|wrote|sought|wanted)(?: for| us| to know){0,2}(?: \(?(?:(?:of|dated|received|received on|on) )?[\d\w ]{3,30}\)?)?[ ]?:?$"
)
#: The same in Welsh and in Gaelic.
_CELTIC_HEADING = compiled(
    r"(?:\d{1,2}[.)]? )?(?:y cais|(?:eich|y) (?:cais|cwestiwn|cwestiynau)(?: am wybodaeth)?|cais am wybodaeth|yr hyn a ofynnwyd(?: gennych)?|beth a? ?ofynnoch(?: chi)?"
    r"|(?:an t-|ur n-|an |d' ?)iarrtas(?: agaibh| agad)?|na dh'iarr (?:sibh|thu)|(?:na|ur) ceistean(?: agaibh| agad)?)[ ]?:?$"
)
#: How one of those begins; a number may stand before it.
_CELTIC = ("y ", "yr ", "eich ", "cais", "beth ", "an ", "ur ", "d'", "d ", "na ", *"123456789")
_ASIDE = re.compile(
    r" \((?:quoted|verbatim|in full|as (?:received|sent|made|written|numbered by you)|copied(?: below)?|your words)\)(?=:?$)"
)
_BESIDE = re.compile(r" ?[/|] ?")  # "Y cais / The request"


_LONGEST_HEADING = 120  # characters
_RULES = ("--", "==", "__")


def heads_request(words: str) -> bool:
    """Whether the applicant's words stand under this heading, in one language or in two."""
    if words[-2:] in _RULES:
        words = words.rstrip("-=_ ")  # drawn below the heading
    if not words or len(words) > _LONGEST_HEADING:
        return False
    if words[-1] == ")" or words[-2:] == "):":
        words = _ASIDE.sub("", words)
    if _is_request(words):
        return True
    if "/" not in words and "|" not in words:
        return False
    parts = _BESIDE.split(words)
    return len(parts) == 2 and any(map(_is_request, parts))


def _is_request(words: str) -> bool:
    if ASKED_HEADING.match(words):
        return True
    return words.startswith(_CELTIC) and _CELTIC_HEADING.match(words) is not None


#: Words that speak of the request in order to offer a review of it.
NOT_ASKED = compiled(
    r"\bbecause of\b|\brefusing\b|\bthe reasons? (?:is|are)\b|\b(?:said|say|told (?:us|me)|argued?|complain\w*|pointed out|put it to us) that:?$|\b(?:reply|answer|response|result|figures?) (?:is|are)(?: as follows)?:$|\bholds? (?:this|it|them)\b|\b(?:and (?:what we can|our answers?|my answers?|our repl|my repl|the answers?)|in favour|favouring|maintaining|enclosed|unhappy|dissatisfied|not satisfied|complain|appeal|please (?:contact|write)|review|decision on|decided|dealt with|handled|found)\b"
)
#: The authority answers (at the start of a line).
ANSWERS = compiled(
    r"(?:"
    + _WE
    + r"(?:'ve|'re|'ll| (?:can|do|does|have|has|hold|holds|held|confirm|confirms|consider|considers|neither|am|are|is|will|regret|believe|take|took|note|cannot|can't|don't|won't|estimate|estimates|did|apologi\w+|received|refuse|refuses|withh\w+|reli\w+|rely|answer|now|decided|also|was|were|should|must|need|process|treat|carried|attach|enclose|searched|asked|spent|has|publish\w*))\b"
    r"|you (?:have |had )?(?:asked|requested|wrote|sought|wanted|e-?mailed)\b|unfortunately|regrettably|in accordance|in response|having \w+|following (?:receipt|your|a|searches)|please (?:find|see|note|be advised|be aware|accept|refer)|thank you|response\b|answer\b|our (?:response|reply|answer|decision|records)|your (?:request|questions?|email) (?:has|have|is being|is|was (?:received|handled|considered|treated|dealt))"
    r"|it is (?:the|our|not|being|exempt|considered)|this (?:is|letter|reply|response|information|request|acts|means|notice)|these (?:are|figures|records|documents)|(?:under|by|pursuant to) (?:section|regulation)|section \d|under the (?:act|freedom|foi)|information (?:is|held|we)|searches|i (?:can|have (?:now|considered|dealt|been|looked|searched|decided|reviewed|consulted|established|completed)|am (?:sorry|pleased|able|unable|not able|writing (?:to (?:confirm|inform|advise|let|tell)|in response|in reply|with))|refer|regret|attach|enclose|confirm|apologi)|to confirm|by virtue|after (?:careful|considering|consideration|carrying)"
    r"|(?:ein|ein h|yr|y) ?(?:hymateb|ymateb|ateb|hateb|atebion|hatebion|penderfyniad)\b|ymateb\b|(?:ar|am|an) (?:freagairt|co-dh)"
    r"|held[.:]|not held|yes[,.]|no[,.]|none\b|nil\b|enclosed|attached|the (?:answer|information|report|document|assessment|minutes|contract|documents?|figures?|table|copy|data|spreadsheet|total|number)\b.{0,60}\b(?:is|are|was|were|has|have)\b|decision\b|outcome\b|findings\b|background\b|reasons?\b|no information|there (?:were|was|is|are)\b|here (?:is|are)\b|as at\b|as of\b|for (?:your )?(?:information|clarity|ease)\b|in (?:respect of|relation to|regard to|answer to|the case of)\b)"
)
#: The applicant asks: beats the cue above.
REQUESTS = compiled(
    r"(?:[\"'(]|also |and |finally |secondly |firstly |further |in addition,? |under (?:the )?(?:freedom|foi|environmental)[^.?]{0,70}[,:] ?){0,2}(?:(?:i|we)(?:'d| would| should| wish| want| request| am (?:requesting|seeking|looking|asking|writing to (?:request|ask)|interested)| hereby| seek| require| ask|'m (?:requesting|looking|asking))\b|please (?!find|see|note|be a|accept|refer|contact|write|quote|let us|do not hes)|can (?:you|i)\b|could (?:you|i)\b|may (?:i|we)\b|would you\b|kindly\b|(?:how|what|which|who|whose|when|where|why|whether)\b|(?:do|does|did|has|have|is|are|was|were|will)\b.{3,300}\?|(?:if so|if not|if yes)\b|the (?:number|total|names?|costs?|amount|dates?) (?:of|for|and|spent|paid)\b|(?:number|total|copies|copy|details|list|all|any) )"
)
#: Words by which a question shows itself to be one.
QUESTION = compiled(
    r"(?:how (?:many|much|long|often|do|does|did|is|are|was|were|far|old|has|have)|what|which|who|whose|when|where|why|whether|is|are|was|were|do|does|did|has|have|had|can|could|will|would|please|copies|copy|a copy|any|all|details|the (?:number|total|name|names|cost|amount|dates?|minutes|report|agenda|list|average|location|winning|policy|contract|plan)|number|list|total)\b"
)
STATUTE_LEAD = Rare(
    r"(?:(?:section|sections|regulation|regulations|s\.|reg\.?|subsection|the (?:act|section|regulation|regulations|exemption|exception|relevant (?:part|section|provision)))\b.{0,80}?\b"
    r"(?:states?|provides?|says?|reads?|sets out)\b.{0,40}(?::|that\b.{0,12}:?)$"
    r"|(?:the )?(?:text|wording|words) of (?:the )?(?:section|exemption|act|regulation).{0,60}:$"
    r"|(?:section|regulation) .{1,30}(?: of .{3,60})? ?(?:states|provides|says|reads):?$)",
    plain=("state", "provide", "say", "read", "sets out", "text", "words", "wording"),
)
STATUTE_SENTENCE = compiled(
    r"(?:for (?:your )?(?:information|reference|background),? |by way of background,? |(?:please |you (?:may|might) (?:wish|like|want) to )?(?:note|know|be aware) that )?(?:under |by )?(?:section|sections|regulation|regulations|s\.? ?|reg\.? ?|subsection|subsections|it|part ii|the (?:act|section|regulations?|exemption|exception)) ?[\d(].{0,40}?\b"
    r"(?:states? that|provides?(?: in summary| for| an?| that)|says that|sets out|deals? with|covers(?! (?:it|them|this|these|those|both|each|every|all|the (?:file|report|statement|paper|note|page|rest|remainder|email|e-mail|letter|record|document|figure|name|log|whole)s?)\b)|concerns|exempts|is concerned|relates to information|gives a person|describes|allows? (?:a |an |public )?(?:public )?authorit|places? two|creates?|protects? information|applies (?:where|to information (?:where|if|which|whose))|exempt(?:s)? information)\b"
)
STATUTE_HEADING = compiled(
    r"(?:(?:annex|appendix|schedule|attachment)(?: \w{1,3})?[ ]?[:.,-]{0,2} )?(?:what the (?:act|law|regulations?) (?:says?|states?|provides?|requires?)|the (?:law|legislation|legal (?:framework|position|background)|statutory (?:framework|provisions?|background|wording))|extracts? from (?:the )?(?:act|regulations|foia|foisa|legislation)|relevant (?:law|legislation|sections?)|legislation|text of (?:the )?section)\b"
)
#: The very words of an Act: "Any information to which a request for information relates is …".
STATUTE_TEXT = compiled(
    r"(?:(?:section|regulation|s\.?|reg\.?) ?\d+[a-z]?(?:\(\w{1,3}\))*[ ]?[:.-]{1,2} {1,3})?(?:\(\w{1,3}\) {0,3}){0,2}(?:any information to which a request for information relates|information which is not exempt information by virtue|any person making a request for information|information (?:held by \w+(?: \w+)? )?is exempt information (?:if|by virtue)|the duty to confirm or deny does not arise (?:in relation to|if,?)|a public authority may refuse to disclose environmental information|subsection \(\d\w?\) )"
)
#: One of these stands in each.
OF_STATUTES = (
    "to which a request for information", "exempt information", "making a request for information", "duty to confirm or deny does not arise", "refuse to disclose environmental", "subsection (",
)  # fmt: skip
#: Letters of the same authority, quoted.
EARLIER_LEAD = Rare(
    r"(?:\b(?:our|the|my|\w+'s) (?:original |first |initial |earlier |previous )?(?:letter|response|reply|e-?mail|answer|decision|refusal(?: notice)?)\b.{0,80}\b(?:said|stated|read|reads|explained|told you|was as follows|were as follows|was worded)|\b(?:our|my|the|\w+'s) (?:original |first |initial |earlier |previous )?(?:decision|reply|response|answer|refusal)\b(?:(?!\brequest|\byou)[^.\n]){0,60}\b(?:(?:was|were) (?:given |put )?in (?:these|the following) (?:terms|words)|ran(?: as follows)?[ ]?:)|we (?:said|wrote(?! [^.\n]{0,40}\bto (?:acknowledge|thank|confirm (?:that we had )?rece)|[^.\n]{0,40} acknowledging)|told you|replied|responded|stated)|(?:original|first|initial) (?:response|reply|decision)[ ]?:)"
)

#: The authority speaks of itself or of the case anywhere in the line.
OWN = compiled(
    r"\b(?:you (?:may|can|have) (?:the right|ask|apply|complain|request an?|re-use)|your (?:request|right|email|letter)|you (?:asked|requested|have asked|have requested)|(?:does|do) not hold|(?:is|are) (?:not )?held|(?:is|are) exempt|(?:is|are) (?:attached|enclosed)|internal review|information commissioner|refusal notice|yours (?:sincerely|faithfully))\b"
)
REQUEST_WORD = compiled(
    r"\b(?:please|answer|provide|following|questions?|tell|supply|send|request)\b"
)
#: The Act is applied rather than explained.
APPLIES = compiled(
    r"\b(?:we|our|your|you|this (?:request|case|instance|information|acts)|the (?:council|trust|department|university|authority|constabulary|force|board|information (?:you|requested))|here)\b"
)
