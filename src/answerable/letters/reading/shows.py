"""What a letter shows, each thing with the words that show it.

Every wording is tried only where one of its rare words stands, and is then judged by the
clause around it: "nothing has been withheld" and "whether it is held" show no such thing.
"""

import re
from collections.abc import Iterator

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.letters.reading import silence
from answerable.letters.reading.by_the_way import is_by_the_way
from answerable.letters.reading.cues import BODIES
from answerable.model import Span

_NCND = Phrase(
    r"neither (?:to )?confirm(?:s|ed|ing)?\b.{0,60}?\b(?:n?or|and) (?:to )?den(?:y|ies|ied|ying)"
    r"|(?:can(?:not| ?not|'t)?|do(?:es)? not|don't|will not|won't|unable to|declin\w+ to|refus\w+ to|not (?:obliged|required|able|prepared|going|in a position) to|not) (?:either )?confirm,? (?:or|nor|and (?:does|do|will|can)(?: not|not)) (?:to )?den(?:y|ies)"
    r"|(?:contrary to the public interest|not be in the public interest|not in the public interest) (?:for .{0,40})?to (?:reveal|say|disclose|confirm) (?:whether|if)|\b(?:not|our not|without) (?:to )?reveal(?:ing)? (?:whether|if) .{0,60}(?:exists?|held|hold)|confirm\w* n?or den\w+.{0,40}(?:whether|that|if|any)\b.{0,60}(?:is|are) not (?:possible|appropriate)"
    r"|\bneither (?:the )?(?:a )?yes n?or (?:the )?(?:a )?no\b|no confirmation or denial|(?:duty|obligation|requirement) to (?:confirm or deny|say whether).{0,80}(?:(?:does|do|did) not (?:arise|apply)|is (?:excluded|disapplied|removed))|no duty to (?:confirm or deny|say whether)"
    r"|(?:are|is|am) not (?:saying|stating|revealing|telling you) (?:whether|if)\b"
    r"|(?:declin|refus)\w*(?:, [^,\n]{3,70},)? to (?:say|state|confirm|reveal) (?:whether|if|either way)|(?:will|can|do|does|could|would)(?: not|not|n't) (?:say|state|confirm|reveal|disclose) (?:whether|if) .{0,40}(?:held|hold|exist)|not (?:obliged|required|going|prepared) to (?:say|state|confirm|reveal|tell you) (?:whether|if)\b|\b(?:excused|relieved|released|freed|absolved|exempt(?:ed)?) (?:\w+ ){0,2}from (?:having to |the (?:duty|obligation) (?:to |of )|any (?:duty|obligation) (?:to |of ))?(?:tell|say|stat|confirm|reveal|answer)(?:ing|e)? (?:you )?(?:whether|if)\b|(?:not able|unable|cannot) (?:to )?(?:say|tell you|state|reveal) (?:whether|if) .{0,40}\b(?:held|hold|holds|exists?)\b|\bncnd\b"
    r"|(?:section |s\.? ?)1\(1\)\(a\).{0,60}(?:does not apply|disapplied|do not apply)|n(?:either|ot) (?:admit|say|state)\w* (?:nor|or) den",
    "deny", "denie", "denial", "denying", "say whether", "whether", "say if", "state if", "confirm if", "reveal if", "disclose if", "you if", "ncnd", "1(1)(a)", "either way", "neither yes", "neither the yes", "neither a yes",
)  # fmt: skip
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
_NOT_HELD = Phrase(
    r"\b(?:do|does|did|is|are|was|were|has|have)(?: not|n't) (?:currently |actually |now |itself |ourselves |been |routinely |centrally )?(?:hold|held(?! back)|possess|record|recorded|collect|collected|kept|keep|retain|retained|store|stored|(?:have|received?) (?:this|that|these|(?:any|either|one|some) of (?:this|that|these|those|it|them|what)|any (?:information|record|data|document|such|cop|report)\w*|such|one\b|a record|records|copies|a copy|(?:the|all the) (?:information|data|records?|documents?|figures?|reports?|material)))\b"
    r"|\b(?:we|i|it|the \w+) (?:have|has) (?:nothing|none) (?:on|about|of (?:the|this|that|it)|in writing|recorded|like|that|which|to (?:send|give|show|offer))\b(?! (?:you )?(?:more|further|else))|\bha(?:s|ve) no (?:recorded )?information (?:falling|within|of (?:that|the|this) kind|to answer|(?:that|which) (?:falls|answers|would answer|meets))|\bnot held\b(?! back)|\bneither (?:thing|one|item|part|document|record|report|of (?:these|them|those|the \w+)) (?:is|are|was|were) held\b(?! back)|\bno (?:[\w-]+,? ){1,4}(?:or [\w-]+ )?(?:is|are) held\b|\bno (?:recorded |relevant |such )?(?:information|records?|data|documents?|copy|copies|correspondence|emails?|minutes) (?:(?:is|are|was|were|has been|have been|could be|can be) )?(?:held|found|exists?|kept|located|identified|traced)|\bhold(?:s|ing)? (?:no|none|nothing)\b|there (?:is|are) no (?:recorded |such )?(?:information|records?|documents?|reports?|data)\b|(?:could|were|was|able|have been|been) (?:not|unable) (?:to )?(?:be )?(?:find|found|locate|located|trace|traced)|(?:found|located|produced|returned|revealed|identified) (?:no(?:thing|ne)?)\b|(?:none|nothing) (?:is|was|has been) (?:held(?! back)|found|located)|\bnot (?:information|something|a record|records|data|documents?|material) (?:which|that) (?!one )(?:\w+ ){1,4}?(?:holds?|has|have|keeps?)\b(?! (?:obtained|received|had|got|given|taken|made|seen))|no longer (?:hold|holds|held|exists?|have)",
    "hold", "held", "not have", "n't have", "not possess", "not record", "n't record", "not collect", "not keep", "n't keep", "not retain", "found", "exists", "not kept", "there is no", "there are no", "to find", "locat", "trace", "not store", "receive", "returned no", "identified no", "not been kept", "have nothing", "has nothing", "have none", "has none", "not routinely", "not currently", "not centrally", "not information", "not something", "not a record", "not data", "no longer", "not actually", "not now", "no information", "no recorded",
    needs=(" not ", "n't", " no", "not held", "neither ", "unable", "no ", "nothing", "none"),
)  # fmt: skip
_NOT_HELD_DENIED = compiled(
    r"\b(?:whether|neither|if|(?:holds?|held|is|does|do|did|confirm) or|or (?:whether|not)|indication|infer\w*|conclu\w+|that any|may|might|would)\b"
)
_HELD_ELSEHOW = compiled(
    r"not (?:held|recorded|kept|stored) (?:centrally|together|separately|electronically|in (?:an? |one |the )?.{0,40}(?:format|form|place|way|system|database)|by (?:street|ward|type))"
)
_WE = rf"(?:we|i|{BODIES})"
_ATTACHED = Phrase(
    r"\b(?:find|goes|go|comes|come)\b[^.\n]{0,60}\bwith this (?:letter|e-?mail|reply|message)\b|\bwhat (?:i am|we are|i'm|we're) (?:sending|giving|releasing|disclosing)(?: you)?:|\b(?:has|have) been (?:put|placed|uploaded) (?:in|into|on|to) (?:a|the|our) (?:shared|secure|download) (?:folder|drive|area|site|portal)\b|\blink (?:to (?:it|them|these) )?is (?:given )?in (?:the|this|our|my) (?:covering )?(?:e-?mail|message|letter)\b|\b(?:attached|attaching|attach|attaches(?! to\b)|enclose[sd]?|enclosing)\b(?! (?:importance|weight|significan|great|to (?:the|this|any|our) (?:decision|exemption)|to (?:an?|each|every|its|his|her|their) (?!letter|e-?mail|reply|response|message)))",
    "attach", "enclos", "with this", "what i", "what we", "link ", "been put", "been placed", "been uploaded",
)  # fmt: skip
_RELEASED = Phrase(
    rf"\b{_WE}(?:'ve|'re|'m| have| has| are| is| am| can)?(?: now| also| today| therefore| only| hereby| instead| nonetheless| already| (?:happy|pleased|able|content|willing|in a position) to){{0,3}} (?:releas|disclos|provid|suppl|shar|send|giv)(?:e|es|ed|ing|y|ies|ied|ying|en|s)?\b"
    r"|\b(?:is|are|being|partly|can be) (?:now |also |hereby |therefore |all |being |partly |thus |to be )?(?:released|disclosed|supplied|provided|answered|set out|shown|listed|included|reproduced|sent to you)\b(?! by (?!e-?mail|post|way|hand))(?! for (?:a |the )?(?:\w+ )?(?:hearing|trial|sale|debate|inspection|decision)\b)(?! on (?:our|the|its) (?:[\w-]+ ){0,3}(?:website|map|page|portal|site)\b)|\b(?:has|have) been (?:released|disclosed|supplied|provided|sent) (?:to you|with|below|in (?:full|part)|as)\b|\b(?:is|are) (?:now |also |hereby |therefore |all |being )?given (?:below|here|above|overleaf|in (?:(?:the|a|an|our)\b(?![^.;\n]{0,40}\b(?:annual|accounts|website|strategy|newsletter|handbook|register of|published))|full)|with|to you|as)\b|\b(?:was|were) (?:released|supplied|provided|sent|disclosed) (?:with|below)\b",
    "releas", "disclos", "provid", "suppl", "shar", "send", "sent", "giv", "answered", "set out", "shown", "listed", "included", "reproduced",
)  # fmt: skip
_STATED = Phrase(
    r"\bholds?(?: (?:this|that|it|them|these))?: (?=[^\n]{4})|\bhere (?:is|are) (?:the|your|our|what|a|all)\b|\b(?:answer|figure|number|total|cost|amount|spend|sum|average|price)s? (?:\(?\w+\)? ){0,5}?(?:is|was|are|were|came to) (?:as follows|below|in the (?:table|tables|attached|enclosed|annex|appendix|schedule|spreadsheet|column|columns|list|document|file|workbook|last|first|second|third|left|right|same|next|box|report (?:below|attached|enclosed)|letter|sheet)\b|£|\d(?![\d.,]* ?(?:hours?|minutes?|seconds?|hrs|mins)\b)|nil|zero|none|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b)|\b(?:is|are|was|were) as follows|(?:in|see|at|by) (?:the )?(?:table|annex|appendix|spreadsheet|schedule)(?: \w)? (?:below|above|gives|shows|sets|attached|is|are|(?:that (?:comes|goes) )?with this)|table (?:gives|shows|below|above|sets)(?! (?:out )?(?:what we have decided|our decisions?|the decisions?|how we|why|which (?:exemption|exception|section)|the (?:exemption|exception|reason)s?)\b)|information (?:provided|supplied|released|disclosed) (?:is|in(?! confidence)|below|with|here|today|by this)|(?:below|above|following) (?:is|are) (?:the|our|what)\b(?! (?:[\w']+ ){0,2}(?:notice|response|reply|answer to|decision|reasons?|explanation|position)\b)|(?<!were )(?<!was )(?:disclosed|answered|supplied|released) in (?:full|part)|(?<=: )(?:released|supplied|provided|disclosed|answered)(?=[;:.,]|$)|sent with this|\b(?:it|they|this|that) (?:was|were|came to) (?:a total of )?£ ?\d[\d,.]* (?:in|for|during) (?:20\d\d|the year|last year)|set out below is|please see the (?:attached |enclosed )?(?:spreadsheet|attachment|workbook|table)|^the (?:names?|dates?|titles?)\b(?: (?:(?!\b(?:that|which)\b)[^,;]){0,50}?)? (?:is|are|was|were) (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|exempt|withheld|not\b|personal|held|redacted|in\b|considered|being|to be|information|covered|also|subject|kept|known|entitled|likely|data|required|that|those|removed|omitted|based|protected|confident)|\b(?:at|in) (?:annex|appendix)\b|available to you in|^(?!(?:our |your )?(?:ref|tel|fax|case|date|phone|limit|cost|time|total time|step|estimate|fee|foi|request|freedom|eir|subject|complaint|review|internal|exemption|exception|section|regulation))[a-z][\w ,'/-]{2,50}: ?(?:£ ?\d|\d[\d,]*\b(?! ?(?:working|hours?|minutes|x|january|february|march|april|may|june|july|august|september|october|november|december)))",
    "here is", "here are", "hold: ", "holds: ", "hold this: ", "hold that: ", "hold it: ", "hold them: ", "hold these: ", "answer", "figure", "number", "total", "cost", "amount", "spend", "average", "price", "as follows", "table", "annex", "appendix", "spreadsheet", "schedule", "provided", "supplied", "released", "disclosed", "below", "above", "sent with", "sum", "the name", "the date", "the title", "£", ": ",
)  # fmt: skip
_TELLING = compiled(r"here ")
_ASKED = compiled(r"\b(?:request|questions?|enquiry|asked (?:us|the|for)|terms|email)\b")
# What stands before and tells that nothing of what was asked is handed over here.
_NOT_GIVEN = compiled(
    r"\b(?:everything|anything|whatever) (?:that |which )?$|\b(?:not|no|cannot|unable|would|could|might|may(?! (?:now )?have the\b)|if|unless|whether|were to|neither|nor|reasons?|considerations?|factors|arguments|grounds|explanations?|previously|before|fees?|notice|law|test|view|position|presum\w*|holds? (?:an?|one|the) [^,;]{3,60} with|our response|our reply|the response|the reply|rights?|procedures?|guidance|exempt(?:ion)?s?|details of|advice|harm|prejudice|where|when|what|interest|likely|against|favour|duty|required|until|once|tests|in which|which you|that you(?! (?:may|can) (?:now )?have\b)|decisions?|conclusions?|findings|determinations?|balance|consider\w*|once|opinion|options|projected|estimated|estimate|workings?|calculations?|worked|timed|none|nothing|nobody|refers? you|referred|meantime)\b|n't"
)
# "Information supplied in this response may be re-used": true of any letter.
_LICENSED = compiled(
    r"(?:re-?use ?[:.-] ?)?\b(?:any |all |the )?(?:information|material|data|content|anything|what|documents?)\b[^\n]{0,70}\b(?:re-?us|copied|reproduc|licen[cs]|copyright)"
)
# "Or we can give you the totals: reply with either choice": an offer within the cost limit.
_NARROWER = compiled(
    r"\b(?:narrow|refin|reduc|fewer|smaller|shorter|new request|either choice|within the (?:cost )?limit)"
)
# "We enclose, though you did not ask for it, a leaflet": no answer to what was asked.
_UNASKED = compiled(r"^.{0,30}\bdid not ask\b")
_NOT_ASKED = compiled(
    r"\bnot what you (?:asked|requested|wanted)\b|\bin case it (?:is|helps|would)\b"
)
# "The body is listed in section 23(3)": told of the law.
_IN_A_SECTION = compiled(r" (?:in|under|by) (?:section|regulation|schedule|part) \d")
# "The matters here are the prevention of crime", "the telephone number is 0", "their average age".
_NOT_STATED = (
    "matter ", "matters ", "issue ", "issues ", "question ", "questions ", "test ", "phone ", "account ", "their ",
)  # fmt: skip
# "… and encloses the two pages of general advice": a part of what was asked for.
_PAGES = compiled(r" (?:the )?(?:first |last )?[\w-]+ (?:pages|sheets|paragraphs|chapters) ")
# "You are free to re-use the information supplied in this response."
_LICENCE = compiled(
    r"\bre-?us(?:e|ed|ing)\b|\blicen[cs]e(?:d)? (?:v|under|for|by)|open government licen"
)
_NOT_GIVEN_AFTER = compiled(
    r"^ ?\((?:under )?(?:regulation|reg\.?) 12\(2\)|^.{0,50}?\b(?:(?:in|under|by) (?:section|regulation|schedule|part) \d|(?:formal )?notice\b|to the (?:world|public)|powers?\b|priority|effect to|(?:with)?in (?:\d+|ten|twenty|forty|sixty) (?:working|school)|reasons?|an? (?:response|reply|answer|explanation|notice|decision|breakdown of the|refusal|fuller|further|full)|further (?:statement|response|reply|information|details)|weight|consideration|thought|regard|the same (?:answer|reply|response)|you the (?:address|name|contact|details of)|advice|assistance|services?|explanation|details of (?:the|how|your|our)|by (?:law|statute|the company|a third|another|third|the contractor)|in confidence|to (?:the|another) (?:council|trust|other)|together\b|in turn\b|(?:in|by reference to) order|(?:below |here )?(?:the|an?) (?:place|link|address|page|location)s?\b|under the act|regular|anything|nothing(?! (?:was |has been |is )?(?:taken|left|removed|withheld|kept|held|blanked|redacted))|no\b|by \d|when|until|once|on receipt|subject to|not\b|with you|exempt|(?:to you )?(?:on|in) (?:\d|january|february|march|april|may|june|july|august|september|october|november|december)\w*|,? ?(?:al)?though you did not ask)\b"
)
_WITHHELD = Phrase(
    r"\bnothing (?:will|is to|can|should|may) be (?:given out|given|handed over|sent|shown|disclosed|released)\b|\bwithh(?:e|o)ld(?:ing|s)?\b|\b(?:hold|holding|held|keep|keeping|kept) (?:it |them |this |these )?back\b|\bexempt(?:ed)?\b|\brefus(?:e|es|ed|ing|al)\b|\b(?:redact(?:ed|ing|ions?)|remov(?:ed|ing)|taken out|blanked|blacked|masked|suppress(?:ed|es)?|left out|omitted|deleted|obscured)\b|\b(?:black|blank|ink)(?:ing)? (?:[\w'-]+ ){0,5}out\b"
    r"|\bnot (?:be |being |therefore be |be able to )?(?:disclos|releas|provid|suppl|shar|giv|let|send)\w*|\b(?:unable|not able|cannot|can't|can not|not going|not prepared|not in a position|not willing|unwilling|not obliged|not required|won't|need not) (?:to )?(?:be )?(?:able to )?(?:share|shared|provide|provided|disclose|disclosed|release|released|supply|supplied|give|given|let|comply|made|answer|help you with|do (?:it|this|that|so))\b|\bexe?(?:mp|ce)tions?\b.{0,60}?\b(?:appl(?:y|ies|ied)|engaged)|falls within (?:the )?(?:section|exemption|exception|regulation|s\.)|\bdeclin(?:e|es|ed|ing)\b|\brequest (?:should |would |must |had to )?(?:be|is|was|has been) (?:turned down|rejected)\b|\bturn(?:ed|ing|s)? (?:it|this|your request|the request|you) down\b|\bnot (?:something|anything|information|a matter) (?:that |which )?(?:we|it|the \w+) (?:would |will |can |could |are |is )?(?:be )?(?:(?:prepared|willing|able|going|minded) to )?(?:give|releas|provid|shar|disclos|let|mak|hand|discuss|pass)\w*|(?:relies|rely|relying|reliance|relied) (?:up)?on (?:section|sections|regulation|regulations|the exemption|the exception|s\.?\d)",
    "nothing ", "withh", "back", "exempt", "refus", "disclos", "releas", "shar", "provid", "suppl", "redact", "remov", "taken out", "blanked", "blacked", "black ", "blacking ", "blank ", "blanking ", "ink ", "inking ", "masked", "suppress", "left out", "omitted", "deleted", "obscured", "exception", "falls within", "declin", "let ", "relies", "rely", "relie", "reliance", "comply", "answer", "unable", "help you with", "not be made", "give", "giving", "send", "turned down", "rejected", "turn", "prepared to", "willing to",
)  # fmt: skip
_PLAINLY_WITHHELD = Phrase(
    r"withh(?:e|o)ld(?:ing|s)?\b|\bexempt(?:ed)?\b|\brefus(?:e|es|ed|ing|al)\b",
    "withh", "exempt", "refus",
)  # fmt: skip
_NOT_KEPT = compiled(
    r"(?:\b(?:not|nor|no|nothing|none|never|without|if|whether|any|any other|could|might|may|cannot|would|had|interest in|than|previously|originally|unless|for|against|of|possible|why|when|where|how|be able to|not to|to)\b|n't)[ ](?:\w+ ){0,2}$"
)
# "No figures have been removed".
_NO_SUCH = compiled(
    r"\bnothing (?:\w+ ){1,5}$|\bno \w+ (?:have|has|is|are|was|were|need) (?:been |be )?$"
)
# "That exemption could not apply": it keeps nothing back.
_NOT_APPLIED = compiled(r"exe?(?:mp|ce)tions?\b.*\b(?:not|cannot|no longer)\b")
# "We have decided to withhold it": a "to" that keeps.
_RESOLVED = compiled(
    r"\b(?:decided|resolved|chosen|had|have|obliged|bound|need|proposes?|intends?|determined|elected|continue\w*|right|entitled) to (?:\w+ )?$"
)
_CAVEAT = Phrase(
    r"(?:(?:should|must|can|may|is|are|ought|does|do|could|need|please do|will|would) ?(?:not|n't) (?:to |therefore )?(?:be (?:taken|read|seen|understood|construed|interpreted|regarded|treated)|infer|assume|draw|conclude|read|imply|suggest|indicate|mean|take|treat)|no (?:inference|conclusion|indication|implication|assumption|significance|meaning)|nothing (?:in (?:this|the|our|my)|should|can|is to be|here|said|above|written|stated|we (?:say|have said))|neither implies|not (?:imply|indicate|an indication|evidence)|without (?:implying|indicating|prejudice to whether)|same (?:answer|reply|response|words) .{0,60}whether|whether or not .{0,60}(?:would (?:give|make|say|reply|answer|respond)|same)|not to be (?:taken|read|understood|construed)|(?:do not|don't) (?:take|read|guess|infer|conclude|assume) |\bnone of (?:this|that|the above) (?:should|must|is to|may|can) be (?:taken|read|understood)|\bread nothing into\b|\b(?:nobody|no one|no-one) (?:should|must|can|may|is to|ought to) (?:read|infer|take|conclude|assume|think|draw|guess) )",
    "infer", "taken", "conclu", "indicat", "impl", "nothing", "draw", "assum", "construed", "understood", "read", "same ", "signific", "suggest", "interpreted", "evidence", "prejudice", "regarded", "treat", "mean", "take", "guess", "none of", "read nothing", "nobody", "no one", "no-one",
)  # fmt: skip
_ABOUT_HOLDING = compiled(
    r"held|hold|exist|contain|either direction|,? or that (?:we|it|there|he|she|they) (?:do|does|did|is|are|was|were|have|has|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't)\b|nothing into|there is or is|there is (?:an? |any )?\w+,? n?or\b|confirm|infer|indicat|drawn|draw |does or do|do or do|either way|\b(?:has|is|was|did|do|does|have),? or (?:has|is|was|did|do|does|have),? ?not\b"
)
_REUSE = Phrase(
    r"open government licen[cs]e|\bogl\b|re-?us(?:e|ed|ing)\b.{0,80}(?:licen[cs]e|information|free|permission|copyright|regulations)|(?:may|can|free to|permitted to|welcome to|entitled to) (?:be )?re-?use|\bcopyright\b.{0,80}(?:re-?use|reproduc|permission|licen[cs]e)",
    "open government", "ogl", "re-us", "reus", "copyright",
)  # fmt: skip
_NOTICE = Phrase(
    r"(?:refusal|exemption) notice|notice of refusal|notice under section|section 17\b|regulation 14\b|section 16\b|regulation 13 of the|section 14 of the regulations|refusal under section",
    "notice", "section 17", "section 16", "regulation 14", "regulation 13", "refusal", "section 14 of",
)  # fmt: skip


_NEAR, _FAR = 80, 160  # "your request for information received by … on …, which was as follows:"


def _clause(own: str, span: Span, reach: int = _NEAR) -> str:
    """The words before ``span`` in its sentence and clause."""
    start = max(own.rfind("\n", 0, span.start) + 1, span.start - reach)
    before = own[start : span.start]
    for mark in (";", ", but ", " but ", ", and ", ":"):
        cut = before.rfind(mark)
        if cut >= 0:
            before = before[cut + len(mark) :]
    return before


def _rest(own: str, span: Span) -> str:
    end = own.find("\n", span.end)
    return own[span.end : len(own) if end < 0 else end]


# "To reveal whether it exists would be contrary to the public interest."
_CONTRARY = Phrase(
    r"\bto (?:reveal|say|disclose|confirm) (?:whether|if) .{0,60}\b(?:would|will) (?:itself )?be contrary to the public interest",
    "contrary to the public interest",
)  # fmt: skip
_DENIES_NCND = compiled(
    r"(?:\bnot (?:relying|claiming|applying|a case|seek\w+|saying)|\bn(?:or|either) (?:do|does|are|is|will) (?:we|i|it|the \w+) (?:say|saying|claim\w*|seek\w*|suggest\w*)\b|whether to|no need to|(?:told|said to|wrote to|informed) you (?:\w+ ){0,5}?that (?:we|it|the \w+) (?:would|could|did))\b"
)


# 'The guidance has "neither confirms nor denies" paragraphs for sections 24(2) and 40(5B)'.
_A_MODEL = compiled(
    r"\"? (?:paragraphs?|wordings?|templates?|models?|examples?|letters? (?:were|are|in))\b"
)


def ncnd(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Says that it neither confirms nor denies."""
    for span in _NCND.among(own, start, end):
        if not (_DENIES_NCND.search(_clause(own, span)) or _A_MODEL.match(own, span.end)):
            line = own.rfind("\n", 0, span.start) + 1
            before, rest = own[max(line, span.start - 240) : span.start], _rest(own, span)
            told = holds(before, _TELLERS) or rest[-1:].isdigit()  # or a row of a table of counts
            if not (told and is_by_the_way(before, rest)):
                return span
    for span in silence.UNSAID.among(own, start, end):
        if not _DENIES_NCND.search(_clause(own, span)):
            return span
    return _CONTRARY.search(own, start, end)


def held(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Says, without a "whether" or a "not", that something is held."""
    for span in _HELD.among(own, start, end):
        line = own.rfind("\n", 0, span.start) + 1
        said = own.count('"', line, span.start) % 2 == 0  # 'To reply "we hold it" would tell …'
        others = _OTHERS.search(own, max(line, span.start - 40), span.start)
        if said and not others and not _HELD_DENIED.search(_clause(own, span, 60)):
            if own.find("den", line, span.start) >= 0 and _NEITHER.search(own, line, span.start):
                continue  # "… neither confirm nor deny that anything of the kind … is held"
            if _TO_ACCOUNT.match(own, span.end):
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


# Who or what tells of refusing, in a sentence that does not refuse: "the note reminds staff to …".
_TELLERS = ("staff", "colleagues", "handlers", "guidance", "manual", "handbook", "training", "template", "chapter", "like ", "similar", " that it ", " that they ", "ought", "should")  # fmt: skip


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


def not_held(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Says that something is not held; "whether or not it is held" does not."""
    for span in _NOT_HELD.among(own, start, end):
        if _NOT_HELD_DENIED.search(_clause(own, span, 70)):
            continue
        if not _HELD_ELSEHOW.match(own, max(span.start, span.end - 12)) and not (
            _HELD_ELSEHOW.search(own, span.start, min(len(own), span.end + 70))
        ):
            return span
    return None


def supplied(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Supplies something, in words."""
    return next(_supplies(own, start, end), None)


def handed_over(own: str) -> bool:
    """Whether something goes with the letter, or is plainly given: no mere figure in a sentence."""
    labelled = _LABELLED.search(own)
    if labelled and not _is_reckoning(own, labelled):
        return True
    return any(
        _NOW.search(own, max(0, span.start - 40), span.end)
        and not _OFFERED.search(own, own.rfind("\n", 0, span.start) + 1, span.end)
        for span in _supplies(own, 0, None, (_ATTACHED, _RELEASED))
    )


_NOTHING_WILL = compiled(r"\bnothing (?:will|is to|can|should|may) be\b")
# Figures beside these belong to an estimate: "Appeals since 2019: 1,320. Each takes 90 seconds."
_RECKONED = compiled(r"\b(?:minutes?|seconds|hours?|estimate|timed)\b")


def _is_reckoning(own: str, labelled: re.Match[str]) -> bool:
    """Whether a figure stands within the paragraph of an estimate, not on a line of its own."""
    alone = own.endswith("\n\n", 0, labelled.start()) and own.startswith("\n\n", labelled.end())
    return not alone and (
        _RECKONED.search(own, max(0, labelled.start() - 300), labelled.end() + 300) is not None
    )


# A line of its own: "Legal costs in 2023/24: £88,310."
_LABELLED = compiled(
    r"(?:: |^)the (?:answer|figure|number) (?:is|was) £?\d[\d,]*(?:\.|$)|^(?!(?:our |your |the )?(?:ref|tel|fax|case|date|phone|limit|cost|time|total|step|estimate|fee))[a-z][\w ,'/-]{2,50}: ?£?\d[\d,]*\.?$",
    re.MULTILINE,
)
# "The first twenty-five were answered", "have been sent to you in the past": not by this letter.
_NOW = compiled(r"attach|enclos|\b(?:is|are|am|'re|'m|we|i|now|being|hereby)\b")
_OFFERED = compiled(
    r"\b(?:can|could|would|may|might|will|shall|happy to|glad to|willing to|able to|if you|already|previously|earlier|published|publish|publishes)\b"
)


def _supplies(
    own: str,
    start: int,
    end: int | None,
    phrases: tuple[Phrase, ...] = (_ATTACHED, _RELEASED, _STATED),
) -> Iterator[Span]:
    for phrase in phrases:
        for span in phrase.among(own, start, end):
            if phrase is _STATED and own.endswith(_NOT_STATED, 0, span.start):
                continue
            if phrase is _RELEASED and _IN_A_SECTION.match(own, span.end):
                continue
            before = _clause(own, span, _FAR if own.endswith("as follows", 0, span.end) else _NEAR)
            if phrase is _ATTACHED and before.endswith((", is ", ", are ")):
                # "Pages 1 to 21, which give the assessor's conclusions, are attached."
                line = own.rfind("\n", 0, span.start) + 1
                before = own[line : own.find(",", line)]
            if phrase is _ATTACHED and "re-us" in before:  # "free to re-use the enclosed data"
                continue
            if _NOT_GIVEN.search(before) or (phrase is not _ATTACHED and _ASKED.search(before)):
                continue
            if _NOT_GIVEN.search(own, span.start, span.end) and not _TELLING.match(own, span.start):
                continue
            line = own.rfind("\n", 0, span.start) + 1
            rest = _rest(own, span)
            if own[span.end + len(rest) - 1 : span.end + len(rest)] == "?":
                continue  # "Are we providing it?"
            if "nothing " in own[line : span.end] and _NOTHING_WILL.search(own, line, span.end):
                continue
            if phrase is _ATTACHED and (
                _UNASKED.match(rest) or _NOT_ASKED.search(own, line, span.end + len(rest))
            ):
                continue
            if phrase is not _STATED and _NOT_GIVEN_AFTER.match(rest) and not _PAGES.match(rest):
                continue
            if (
                phrase is _RELEASED
                and " can " in own[span.start : span.end]
                and (_NARROWER.search(own, line, span.end + len(rest)))
            ):
                continue
            if phrase is not _ATTACHED and (
                _LICENSED.match(own, line) or _LICENCE.search(own, line, span.end + len(rest))
            ):
                continue
            yield span


def withheld(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Keeps something back."""
    for phrase in (_PLAINLY_WITHHELD, _WITHHELD):  # the common words first: they cost least
        for span in phrase.among(own, start, end):
            near = max(own.rfind("\n", 0, span.start) + 1, span.start - 50)
            if _NOT_APPLIED.search(own, *span) or _EXEMPT_FROM.match(own, span.start):
                continue
            if own.endswith(_YOURS_TO_DO, 0, span.start):
                continue  # "you need not give a reason"
            if _OF_DAYS.match(own, span.start):
                continue  # "we left out Monday 3 August, a bank holiday"
            if _is_of_others(own, span):
                continue
            if _RESOLVED.search(own, near, span.start):
                return span
            if _NO_RIGHT.match(own, span.end):
                continue
            if (
                own.find("no ", near, span.start) >= 0 or own.find("nothing", near, span.start) >= 0
            ) and _NO_SUCH.search(own, near, span.start):
                continue
            if _WHETHER_IT_IS.search(own, max(near - 60, 0), span.start):
                continue
            if own.startswith(_DENYING, span.start) or not _NOT_KEPT.search(own, near, span.start):
                return span
    return None


# "No time was counted for deciding whether anything in them is exempt."
_WHETHER_IT_IS = compiled(
    r"\b(?:deciding|decide|consider(?:ing)?|check(?:ing)?|see(?:ing)?|establish(?:ing)?|determin(?:e|ing)|assess(?:ing)?) (?:whether|if|which|what) [^,;:.\n]{1,50} (?:is|are|be|should be|must be|might be|may be|needs? to be|can be) $"
)
_OF_DAYS = compiled(
    r"(?:left out|omitted) (?:\w+ ){0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} [a-z]+|bank holidays?|holidays?|weekends?|days?)\b"
)
# "Dwellings exempt from council tax": said of something else than the information.
_EXEMPT_FROM = compiled(
    r"exempt(?:ed)? (?:from (?!disclos|release|the (?:duty|right|act|requirement)|publication|being|section|production)|dwellings?|properties|premises|vehicles?|households?|charit|class(?:es)?\b|supplies)"
)
# "The Act does not give a right to explanations": said of the law.
_NO_RIGHT = compiled(
    r" (?:you |anyone |people |the public )?(?:a|any|the) (?:legal )?right (?:to|of)\b"
)
# "We refused 61 requests"; "other councils have refused this"; "last year we withheld the rates".
_REFUSED_MANY = compiled(
    r"(?:refus|reject|withh|declin)\w* (?:\d[\d,]*|many|several|some|most|more|few|fewer|no) (?:[a-z]+ ){0,2}(?:requests?|applications?|claims?|appeals?|people|licen[cs]es|permits|cases|times)\b"
)
# "We refused FOI 7", "refused his request": "We do not send files in other formats."
_ANOTHER_CASE = compiled(
    r"(?:refused|declined|withheld|turned down) (?:foi \w*\d|(?:case|request) (?:no\.? )?[\w/-]*\d|(?:his|her|their|that|another|mr|mrs|ms|the (?:earlier|first|previous|original|last|other)|an? (?:like|similar|comparable|identical)) )"
)
_OTHER_FORMS = compiled(
    r"(?:not |n't )?(?:be )?(?:send|sent|provide|suppl|give|release|issue)\w*\b[^.\n]{0,40}\b(?:in|as) (?:any )?(?:other|another|different|editable|native) (?:formats?|forms?|file types?)\b"
    # "We will not be sending a paper copy", "… giving a running commentary".
    r"|(?:not |n't )?(?:be )?(?:send|sent|provid|suppl|giv|get|hav|print|post|issu|mak)\w* (?:you |out )?(?:with )?(?:an? |any |the )?(?:further |separate |second |full )?(?:(?:paper|printed|hard|posted|duplicate|further|second|additional|bound|signed) (?:cop(?:y|ies)|versions?|sets?|prints?)|prints?\b|print-?outs?|running commentary|commentary|reminders?|acknowledge?ment|receipt|(?:cd|disc|memory stick)s?\b)"
)


def in_another_form(own: str, said: Span, end: int) -> bool:
    """Whether what is refused in ``said`` is only a form of what is given: a paper copy."""
    form = _OTHER_FORMS.search(own, said.start, end)
    return form is not None and form.start() < said.end


_BEFORE_THIS = compiled(
    r"\b(?:requests|applications|claims|appeals|permits|licen[cs]es) (?:that )?(?:(?:were|are|was|have been|had been|being) )?$"
    r"|\b(?:other|another|some|many|most|several|neighbouring) (?:\w+ ){0,2}(?:councils?|trusts?|authorit(?:y|ies)|bod(?:y|ies)|forces?|departments?|universit(?:y|ies)|boards?) (?:\w+ ){0,2}$"
    r"|\b(?:last (?:year|month|time|week|spring|summer|autumn|winter)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|our (?:\w+ )?(?:reply|letter|response|answer|decision))\b[^;.]{0,40}?|previously|earlier),? (?:we|i|the \w+) (?:had )?$"
    r"|\bon \d{1,2}(?:st|nd|rd|th)? [a-z]+(?: \d{4})?,? (?:we|i|the \w+) (?:had )?$"
    r"|\b(?:it|that letter|the (?:old|earlier|enclosed) (?:letter|notice)) (?:had )?$"
    r"|\bwithdr[ae]w\w* (?:our|its|the|that|this) (?:\w+ ){0,2}$"
)
_OLD_VERBS = ("refused", "withheld", "declined", "rejected", "reliance", "relied", "kept back", "refusal")  # fmt: skip


def _is_of_others(own: str, span: Span) -> bool:
    """Whether what was kept back is other people's, or was so in another letter than this."""
    if _REFUSED_MANY.match(own, span.start):
        return True
    if _ANOTHER_CASE.match(own, span.start) or _OTHER_FORMS.match(own, span.start):
        return True
    line = own.rfind("\n", 0, span.start) + 1
    before = own[max(line, span.start - 110) : span.start]
    if holds(before, _TELLERS) and is_by_the_way(before, ""):
        return True
    return own.startswith(_OLD_VERBS, span.start) and _BEFORE_THIS.search(before) is not None


_DENYING = ("not", "una", "can")
_YOURS_TO_DO = ("you ", "you need ", "you do ", "you should ", "you must ", "you did ")


def caveat(own: str) -> Span | None:
    """Says that nothing is to be inferred about whether information is held."""
    for span in _CAVEAT.among(own):
        start = own.rfind("\n", 0, span.start) + 1
        end = own.find("\n", span.end)
        if _ABOUT_HOLDING.search(own, start, len(own) if end < 0 else end):
            return span
    return silence.NOTHING_FOLLOWS.search(own)


def reuse(own: str) -> Span | None:
    """Licenses or speaks of re-use."""
    return _REUSE.search(own)


def refusal_notice(own: str) -> Span | None:
    """Calls itself a refusal notice, or names the section that governs one."""
    return _NOTICE.search(own)
