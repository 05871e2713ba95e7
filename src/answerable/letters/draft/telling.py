"""Words of an officer that give an NCND answer away: that something is, or is not, held.

A refusal to confirm or deny has no field that says so, yet its reasons are free words. They are
judged by what they do: a holding, a search, a thing spoken of as being there, a number, somebody
who gave it, an answer that is known, each told in the indicative. What is only supposed ("if any
were held", "a yes would show that …") and what is known of everybody (the national picture, a
decided case, what is published) tells nothing.
"""

import re
from dataclasses import dataclass
from typing import Literal

from answerable.letters.draft.done import DONE

_BODY = (
    r"(?:council|force|trust|authority|department|university|school|college|board|service|agency|"
    r"hospital|ministry|constabulary|company|corporation|practice|team|unit|police)"
)
#: Who answers, as the one who does something.
_WE = (
    rf"(?:we|i|(?:the|this|our|its) (?:[a-z]+ ){{0,2}}{_BODY}|(?:(?:our|the|its|two|some|several|council|police) )?"
    r"(?:officers|colleagues|staff|managers|archivists?|investigators?))"
)
_OUR = (
    r"(?:our|its own|the (?:council|force|trust|authority|department|university|police)(?:'s|s'|'))"
)
_HAVE = r"(?:(?:has|have|had|been|do|does|did|is|are|was|were|not|never|no longer|also|already|currently|still|only|then|now|in fact|simply|certainly|do not|don't|doesn't|didn't|haven't|hasn't|both|each|all|duly|since|recently|indeed|\w+ly) ){0,4}"
#: Things that a record is, or that hold one.
_RECORD = (
    r"(?:records?|files?|documents?|information|data(?! protection)|items?|e-?mails?|letters|reports?|papers|paperwork|notes?|entry|"
    r"entries|correspondence|material|materials|footage|recordings?|photographs?|photos|images?|films?|"
    r"minutes|lists?|logs?|registers?|spreadsheets?|folders?|box(?:es)?|pages?|messages?|memos?|transcripts?|"
    r"dossiers?|contents|tapes?|results|documentation)"
)
#: Things that an applicant may ask about, and that are there or not.
_THING = (
    rf"(?:{_RECORD}|cases?|complaints?|complainants?|allegations?|incidents?|referrals?|payments?|contracts?|"
    r"cameras?|devices?|sensors?|informants?|sources?|agents?|operations?|investigations?|"
    r"warrants?|arrests?|suspects?|meetings?|visits?|returnees|"
    r"searches|sightings?|tip-offs?|surveillance|cctv|authorisations?)"
)
_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens of|hundreds of|"
    r"scores of|several|a few|a handful of|a number of|some|many|only a|just one|a single|zero|both|all (?:two|three|four|five|six)|a couple of|plenty of|very few)"
)
_BE = r"(?:is|are|was|were|has been|have been|had been|being)"
_NOT = (
    r"(?:(?:not|never|ever|no longer|also|already|currently|still|only|now|all|both|\w+ly) ){0,3}"
)
#: What may be held, had or looked at and is no record: the workings of the decision itself.
_THOUGHT = re.compile(
    r"\b(?:interests?|arguments?|factors?|balance|guidance|law|case ?law|decisions?|duty|duties|polic(?:y|ies)|"
    r"powers?|rights?|risks?|reasons?|need|benefits?|harms?|dangers?|doubts?|likelihood|ways?|value|expectations?|concerns? (?:about|that)|"
    r"practice|position|view|views|account|regard|exemptions?|exceptions?|test|wording|words|"
    r"phrase|approach|replies|reply|consent|role|responsibilit\w+|meaning|weight|question|"
    r"chance|difference|prejudice|threats?|grounds?|case for|evidence that|nothing in the|"
    r"nothing to (?:add|gain)|consequences?|effects?|means of|purpose|limits?|conclusion|consideration|"
    r"public|elections?|confidence|trust of|debate|choice|objection|idea|sense|care|part in|conditions?|articles?|steps?|room|basis|prohibition|presumption|deal|real one|whether|at each|at both|each (?:side|limb|matter)|sections?|regulations?|paragraphs?|suggestion|"
    r"discretion|opinion|other course|middle course|hope|cause|place for|point in|merit|issue|scrutiny)\b"
)
#: What is supposed from here on, to the end of the sentence.
_IF = re.compile(
    r"\b(?:if|how|whether|confirm\w* (?:n?or|and) den\w+(?: or [a-z]+)? that|(?:wrong|not|nobody) to (?:deduce|infer|read)|read into|"
    r"(?:criminals|offenders|burglars|thieves|people|those|anybody|anyone|somebody|someone|others) (?:who|that) (?:knew|know|learnt|learned|heard|(?:are|were) told)|"
    r"(?:would|could|might) (?:then |also )?(?:show|tell|know|learn|see|reveal|work out)\b[^.;:]{0,40}? (?:which|where|when|who|what)|"
    r"not (?:mean|be taken)|cases (?:in which|where)|before|until|"
    r"(?:a|an|any|every|some|no) (?:[a-z]+ ){1,3}?(?:told|hearing|learning|who (?:learned|learnt|heard|knew|was told))\b[^.;:]{0,30}? that|suppos\w+|assum\w+|unless|in the event|whenever|only when|each time|every time|"
    r"were (?:we|it|the|this|any|there|such|a|an)|had (?:we|there|it|any|(?:this |such |the )?information)|should (?:we|it|the|any|there|such)|"
    r"in cases where|(?:where|when) (?:information|something|nothing|records|any|such|it|they|there) (?:is|are|was|were|exists?))\b"
)
#: … by saying it: "to say that we hold it", "a yes would show that it is there".
_SAY = re.compile(
    r"(?<!\w)(?:(?:confirm|deny|denie|say|said|stat|think|thought|announc|declar|assert|repl|answer|impl|suggest|admit|learn|know|pretend|claim|guess|infer|conclud|read)\w*"
    r"(?: [a-z,]+){0,6}?,? that|(?:statement|denial|confirmation|reply|answer|inference|assurance) that|"
    r"a [\"'“‘]?(?:yes|no|nil)\b|[\"“‘](?:yes|no)\b|(?:saying|say|answer\w*|repl\w+) [\"'“‘]?(?:yes|no)|"
    r"(?:confirming|denying|to (?:confirm|deny)|confirmation|denial|either (?:answer|reply|way)|an answer)(?!\w))"
)
_ANY = re.compile(rf"\b(?:any|such|whatever|whichever) (?:[a-z]+ ){{0,3}}{_THING}\b")
#: … with what it would say: "a yes would tell the world that somebody had complained".
_WOULD_SAY = re.compile(
    r"\b(?:yes|no|denial|confirmation|statement|reply|answer)\b[\"'”’]?[^.;:]{0,60}\b(?:that|as)\b"
)
#: Both are spoken of: "that there was, or was not, contact".
_EITHER = re.compile(
    r"\bor,? (?:that )?(?:(?:was|is|does|did|do|were|are|has|have|had) not|(?:it|he|she|they|we) (?:was|is|has|does|did|do|were|had|have) not|nothing|none|not|nobody)\b"
)
#: Supposed afterwards: "the information, if held, would …".
_IF_AFTER = re.compile(
    r"\bif (?:any|held|it|they|there|we|one|such)\b(?=[^.]{0,40}\b(?:held|hold|exist\w*|there|any|had|have)\b)"
    r"|\b(?:were|should) (?:it|they) (?:to )?(?:be )?(?:held|exist)|\bif any\b|\bif held\b"
)
#: Where what is supposed ends: "if we said so, but there are three".
_BREAK = re.compile(
    r"\b(?:because|although|though|since|but|as it happens|in fact|while|even so)\b|[:;—–]"
)
#: What everybody can know, or what is said of all alike.
_KNOWN = re.compile(
    r"\b(?:national\w*|country|countries|england|wales|scotland|northern ireland|uk|united kingdom|britain|"
    r"parliament\w*|home office|minist(?:er|ers|ry)|office for|publish\w*|publicly|public domain|public record|"
    r"press|news|elsewhere|abroad|other (?:councils?|forces?|authorit\w+|bod\w+|trusts?|places?|towns?|areas?|cases)|"
    r"another (?:council|force|authority|body|trust|town|company|firm|hospital|school|city|county)|tribunals?|commissioners?|courts?|judges?|your (?:request|question|letter|e-?mail) (?:is|[a-z]+s)|you ask(?:ed)? (?:for|about|whether)|inquests?|"
    r"coroner\w*|decision notice|statut\w+|in general|generally|in law|by law|research\w*|stud(?:y|ies)|"
    r"of (?:this|that) (?:kind|sort|type|class|description)|public (?:bodies|authorities)|"
    r"(?:every|all|most|each) (?:[a-z]+ )?(?:councils?|forces?|authorit\w+|bod\w+|trusts?|polic\w+|requests?|hospitals?|universit\w+)|"
    r"anywhere|everywhere|website|journalists?|newspapers?|broadcast|annual report)\b|\[\d{4}\]|\b(?:fs|ic|ea)[/-]?\d|\bv\b"
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """One way of telling, and what makes it innocent.

    ``said``: a supposed statement around it does; with "that", only in what it would say.
    ``known``: so does the public picture.
    ``thought``: so do words about the decision itself right after it.
    """

    words: re.Pattern[str]
    said: Literal["", "that", "any"] = "any"
    known: bool = False
    thought: bool = False


def _sign(
    words: str,
    *,
    said: Literal["", "that", "any"] = "any",
    known: bool = False,
    thought: bool = False,
) -> _Sign:
    return _Sign(re.compile(rf"\b(?:{words})"), said, known, thought)


_HOLD = r"(?:hold|holds|held|holding|possess(?:es|ed)?|retain(?:s|ed)?|keep|keeps|kept|stor(?:e|es|ed)|own|owns|owned)\b"
_SEARCH = (
    r"(?:search(?:ed)?|looked|found|located|identified|checked|read|examined|counted|reviewed|inspected|traced|seen|saw|"
    r"retrieved|discovered|uncovered|unearthed|came across|come across|turned up|opened|consulted|trawled|went through|"
    r"gone through|pulled|sifted|scanned|combed|established|ran a search|drew a blank)\b"
)
_DID = (
    r"(?:use|uses|used|runs?(?! (?:a risk|the risk|to|out|counter|short))|ran|employ|employs|employed|paid|pays|monitor|monitors|monitored|watch|watches|watched|"
    r"operates|operated|deploy|deploys|deployed|investigat(?:e|es|ed|ing)|arrested|interviewed|received|recorded|visited|met|bought|"
    r"hired|installed|opened|closed|began|started|carried out|obtained|wrote|sent|spoke|spoken|dealt with|dealing with|(?:in )?(?:touch|contact) with|"
    r"logged|collected|gathered|recruited|instructed|commissioned|shared|passed|destroyed|deleted|"
    r"disposed|shredded|treated|supported|got|given|got hold|acted on|intercept(?:s|ed)?|tap(?:s|ped)|know of|knows of|knew of|"
    r"(?:am |are |is )?aware of|working with|works with|worked with|watching|using|monitoring|tracking)\b"
)
_SIGNS: tuple[_Sign, ...] = (
    # Holding: "we hold three files", "the council has two cameras there".
    _sign(rf"{_WE} {_HAVE}{_HOLD}(?! (?:that|to account|back|safe|apart|secret|confidential|to its|to our|out))", thought=True),
    _sign(rf"{_WE} (?:(?:also|now|only|already|currently|still|in fact|do|does|did) ){{0,2}}(?:not |n't )?(?:has|have|had) (?:got )?(?:no|none|nothing|a|an|the|its|some|any|one|such|plans|{_NUMBER}|{_THING})\b", thought=True),
    _sign(r"(?:in|within|into|under) (?:our|its|the (?:council|force|trust|authority|police)'s) (?:possession|files|records|systems|archives?|custody|hands|control|keeping|drawers|databases?)\b"),
    _sign(r"(?:on (?:our|its|the) )(?:files?|books|systems?|databases?|records?|shelves)\b|\bon file\b|\bin hand\b|\bbefore us\b"),
    _sign(rf"(?:{_RECORD}|nothing|none|something|it|they|these|those|all of (?:it|them)) (?:[a-z]+ ){{0,3}}?{_BE} {_NOT}(?:held|stored|retained|on file)\b(?! (?:that|to account|out|back))", known=True),
    _sign(rf"(?:held|kept|stored|retained|owned|possessed) (?:by|in|at|with|on) (?:us|our|(?:the|this|our) (?:[a-z]+ ){{0,3}}(?:{_BODY}|office|archives?|depot|section|division|branch|town hall|cabinet|safe))\b", known=True),
    # Searching: "we searched", "our search found", "nothing was found".
    _sign(rf"{_WE} {_HAVE}{_SEARCH}(?! (?:that|after|into|happen|\"|“)\b)", said="", thought=True),
    _sign(rf"{_WE} {_HAVE}(?:found|established|discovered) that (?:[a-z]+ ){{0,6}}(?:{_THING}|held|exist\w*|none|nothing)\b", said=""),
    _sign(r"(?:our|the|these|those|that|this|its) (?:[a-z]+ )?(?:search(?:es)?|trawl|enquiries|checks)\b(?! (?:of (?:a|his|her|their) (?:house|home)|warrants?|engines?|part(?:y|ies)|powers?))", said="", known=True),
    _sign(r"(?:a|one|each|every) (?:[a-z]+ )?(?:search|trawl|check|look) (?:[a-z]+ ){0,8}?(?:was|has|found|brought|gave|showed|turned|revealed|produced|identified|returned)\b", said="", known=True, thought=True),
    _sign(r"(?:having|after|on|by|when|before) (?:searched|searching|looked through|looking through|looked for|read|reading the (?:file|record|paper|document|note|report|letter)\w*|counted|counting (?:the|them)|checked our|checking (?:the|our|its) (?:file|record|system)\w*)\b", said="", thought=True),
    _sign(rf"(?:nothing(?: [a-z]+)?|none|no (?:[a-z]+ ){{0,3}}?(?:{_THING}|trace)|something|{_NUMBER} (?:[a-z]+ ){{0,2}}?{_THING}|(?:the|these|those|this|our|such) (?:[a-z]+ ){{0,2}}?{_THING}|(?:it|they)(?= (?:was|were|has|have|had|could|can)\b)|some of (?:it|them)|all of (?:it|them)) (?:of (?:[a-z]+ ){{0,3}}?)?(?:{_BE}|could be|can be) {_NOT}(?:found|located|traced|identified|discovered|retrieved|seen|recorded|reported|counted|received|obtained|collected|made|opened|used|paid|installed|kept|read|examined|logged|destroyed|deleted|shredded|lost|searched|returned|missing|disclosed|supplied|provided|created|written|closed|there|deployed|planned|under way|removed)\b(?! (?:that|guilty))", said="that", known=True),
    _sign(rf"(?:{_NUMBER}|nothing|something|{_THING}) (?:[a-z]+ ){{0,3}}?(?:came|come) (?:to light|back|up|out)\b|\bdrew a blank\b|\bcame back (?:empty|with)\b|\bto no avail\b", said="", known=True),
    # Being there: "there are none", "no such file exists", "the absence of any record".
    _sign(rf"there (?:being|will be|is|are|was|were|has been|have been|had been|remains?|exists?) {_NOT}(?:in fact |at present |here )?(?:no |none\b|nothing\b|not |a |an |{_NUMBER}\b|{_THING}\b|such )(?! ?(?:between|to be said|(?:[a-z]+ ){{0,3}}?(?:shops?|operators?|pharmac\w+|schools?|pupils?|head teacher|traders|businesses|residents|villages|hotels|pubs|councillors|wards|sites)\b))", known=True, thought=True),
    _sign(rf"(?:no|none|nothing|{_THING}) (?:(?!may|might|would|could|should)[a-z]+ ){{0,4}}?(?:do(?:es)? not |did not |do(?:es)? in fact |do(?:es)? )?(?:exist|exists|existed)\b", known=True),
    _sign(rf"(?:the|an|this|that|our) (?:existence|absence|lack|non-existence|want|shortage|wealth) of (?:any |such |a |the |these |those |this |that |our )?(?:[a-z]+ ){{0,3}}?{_THING}\b", known=True),
    # A thing spoken of as there: "the file would show", "its contents", "these cases".
    _sign(rf"(?:the [a-z]+'s?|[a-z]+'s|his|her|the|these|those|this|our|that(?= (?:file|record|report|document|note|list|case|complaint|camera|operation|investigation|allegation|informant) (?:would|could|is|was|contains|names|has))) (?:(?!(?:a|an|no|such|any|the|that|in|of|and|which|who|for|to|not)\b|next|usual|public|national|court|case|tribunal|open|same|kind|wider)[a-z]+ ){{0,2}}?(?!case\b)(?:{_THING}|(?<=these )(?:individuals|patients|employees|people|officers|children|families|staff)|(?<=those )(?:individuals|patients|employees|officers|children|families|staff)) (?!you )(?:that |which )?(?:(?!when|if|about|against|exists?\b|requested\b)[a-z]+ ){{0,4}}?(?:is|are|was|were|would|could|may|might|will|do|does|did|has|have|had|contain\w*|shows?|names?|includes?|relates?|concerns?|sets? out|describes?|reveals?|covers?|runs?|came|come|began|ended|go|goes|went|happened|took place|refer\w*|held|concerned|in question)\b(?<!information commissioner)", said="that", known=True),
    _sign(r"(?:the|its|their|his|her) (?:contents?|authors?|subject) of (?:the|this|that|these|those|it)\b|\bits contents?\b|\bwhat (?:we|it|they|the (?:file|record|document|report)s?) (?:hold|holds|found|contains?|says?|shows?|know|knows|have|has|saw|recorded)\b", said="", known=True),
    _sign(rf"(?:the|this|that|our|these|those) (?:\w+ )?(?:withheld|requested|relevant|sensitive|exempt) {_THING}\b|\b(?!statements?\b){_RECORD} (?:withheld|that we (?:hold|have|hold back|keep)|we (?:hold|have|keep|found))\b", known=True),
    _sign(rf"(?:disclos\w+|releas\w+|publish\w+|suppl\w+|withhold\w*) (?:of )?(?:the|these|those|this|its|their) (?:[a-z]+ ){{0,2}}?{_THING}\b", said="", known=True),
    # How much: "three items", "40 pages", "the number is small".
    _sign(rf"(?<!in )(?<!section )(?<!schedule )(?<!article )(?<!regulation )(?<!paragraph )(?<!question )(?!one (?:case|of)\b)(?!\d+ (?:to|of|lists)\b){_NUMBER} (?:[a-z]+ ){{0,2}}?{_THING}\b(?! of (?:law|principle))", said="", known=True, thought=True),
    _sign(r"(?:the|our|these|those|such) (?:[a-z]+ )?(?:number|numbers|figure|figures|total|totals|count|quantity|amount|volume)(?: (?:of|in) (?:[a-z]+ ){0,4}?[a-z]+)? (?:is|are|was|were|being|has|have|stands?|comes?|came) (?!(?:of|in|for) (?:public|the public))|\b(?:so|too) (?:few|low|small a number)\b|\b(?:the|such|these|those|our) (?:small|low|tiny) (?:number|figure)\b|\b(?:small|low|tiny) (?:numbers|figures)\b|\ba (?:small|low|tiny) (?:number|total) of (?:cases|complaints|people (?:here|involved|concerned)|records|incidents|files|referrals|allegations)\b", said="", known=True),
    _sign(rf"(?:a good |great )deal of {_THING}\b|\b(?:a|one) (?:large|small|thick|thin|long|short|single|old|recent) (?:[a-z]+ )?{_RECORD}\b", said="", known=True, thought=True),
    # Who gave it: "an informant told us", "was given to us by a neighbour".
    _sign(r"(?:gave|told|sent|supplied|provided|passed|reported|handed|wrote|brought|disclosed|confided|shared|tipped|alerted|contacted|informed|approached|rang|emailed|complained) (?:(?:it|them|this|that|the \w+|\w+ \w+) )?(?:(?:on |over |off |in )?to |with )?(?:us|the (?:council|force|police|trust|authority|department|university|school)|our (?:officers?|team|staff))\b", said="that", known=True),
    _sign(r"(?:we|the (?:council|force|police|trust|authority)|officers) (?:was|were|has been|have been|had been) (?:given|told|sent|supplied|provided|handed|shown|tipped|informed|alerted|warned|approached|contacted|passed)\b", said="", known=True),
    _sign(rf"(?:came|comes|come|received|obtained|got|taken) (?:to us )?from (?:a|an|the|one|our|somebody|someone|two|several|people|\w+) ?(?:informant|source|neighbour|resident|complainant|witness|whistle-?blower|member|company|officer|agency|person|police|family|relative|employee|employer|doctor|school|colleague|bod(?:y|ies))s?\b|\b(?:given|supplied|sent|passed|provided|reported|confided|entrusted) to us\b|\bcame to us (?:in|from|by|with|through)\b|\b(?:spoke|talked|wrote|spoken|talked|written) to us\b|\bhas reached us\b|\b(?:worked|works|working) for us\b|\bour (?:covert|undercover|plain-clothes|own) (?:officers?|people|staff)|\b{_OUR} (?:informants?|sources?|agents?|cameras?|devices?|surveillance|investigations?|operations?|search(?:es)?)\b", said="", known=True),
    _sign(rf"(?<!section )(?<!question )(?<!regulation )(?:{_NUMBER}|fewer than {_NUMBER}|no|more than {_NUMBER}|nobody|no one|somebody|someone) (?:[a-z]+ ){{0,3}}?(?:(?:is|are|was|were) (?:affected|involved|concerned|named|mentioned|identified|arrested|injured|dismissed)|has complained|have complained|(?:has|have) been (?:arrested|disciplined|dismissed|charged|suspended|prosecuted|fined|recruited))\b", said="", known=True),
    _sign(rf"{_WE} (?:know|knows|knew) (?:who|which|what|where|when|how many|him|her|them|that (?:he|she|there|it|they|{_NUMBER}|{_THING}))\b", known=True),
    _sign(rf"{_WE} (?:[a-z]+ ){{0,2}}?(?:did not|didn't|did|could not|cannot|can not|can't|couldn't|could|can|unable to|not been able to|not able to|failed to|managed to|able to) (?:find|locate|trace|identify|see|discover|retrieve)\b", said="", thought=True),
    _sign(r"(?:nothing|none|no [a-z]+|they|it|{_NUMBER} [a-z]+)(?: [a-z]+){0,3}? (?:has|have|had) (?:now |ever |since )?(?:turned up|reached us|emerged|surfaced|come to light|arrived)\b".replace("{_NUMBER}", _NUMBER), said="", known=True),
    _sign(r"(?:(?:a|an|the|these|those|some|our) (?:[a-z]+ )?)?(?:cameras?|devices?|sensors?|microphones?|officers|informants?|agents?) (?:is|are|was|were) (?:now |not |also )?(?:hidden|fixed|installed|placed|in use|switched|running|used|working|deployed|watching|present|stationed|removed|taken down|put up|there|here)\b", known=True),
    _sign(rf"(?:enquiries|inspection|audit|review|investigation|trawl|checks?|searches|search) (?:turned up|found|showed|revealed|brought up|produced|uncovered|identified)\b|\bheld {_RECORD}\b|\b(?:our|its) having\b|\b{_WE} (?:intend|plan|propose)s? to (?:put|install|use|watch|search|raid|arrest|close|open|buy|build|sell|investigate|monitor)\b|\b{_WE} (?:is|are) (?:considering|planning) (?:a |the |more |new |some )?{_THING}\b", known=True),
    # The answer is known: "because the answer is no", "saying so", "we would have to say no".
    _sign(r"(?:the|our|that|its|whose) (?:[a-z]+ )?(?:answer|truth|reply|fact|position) (?:here |in this case |to (?:this|that|the|your) (?:[a-z]+ )?(?:question|request)s? )?(?:is|was|being|happens to be|turns out to be|would have to be|must be|has to be|(?<=our answer )would be|(?<=our reply )would be) (?!.{0,80}\bneither\b)[\"'“‘]?(?:in fact )?(?:yes|no|none|nil|nought|zero|that (?:we|it|there|the|he|she|they|nothing|no)|a yes|a no|negative|positive|affirmative|\d)", said=""),
    _sign(r"(?<!whatever )(?<!whichever )(?<!whether )(?:the (?:true|real|correct|honest|truthful|only possible) (?:answer|reply|position))\b(?! may)|\bas it happens\b|\bwe (?:would|should) have to (?:say|answer|reply|admit) [\"'“‘]?(?:yes|no|that)\b|\bthe fact that (?:we|it|they|he|she|there|no|nothing|none|such|the (?:council|force|police|trust|file|record|information))\b|\b(?:because|since|as|given that|so) (?:it|this|that) (?:is|was) (?:not )?(?:true|so|the case|right|correct)\b|\b(?:a|the) false (?:no|yes)\b", said=""),
    _sign(r"(?<!duty )(?<!of )(?<!from )(?<!for )(?<!against )(?:to say|saying) (?:so|as much)\b (?:[a-z]+ ){0,3}?(?:would|could|might|may|will|is)\b|\b(?:admit\w*|conceal\w*|hide|hiding|acknowledg\w*|reveal\w*|disclos\w+) (?:as much|this fact|it publicly|the truth)\b", said=""),
    # A person of whom something is told: "he was arrested", "the employee is under investigation".
    _sign(rf"(?:he|she|the [a-z]+'s [a-z]+|(?:mr|mrs|ms|miss|dr) [a-z'-]+|(?:the|this|that) (?:[a-z]+ )?(?:person|man|woman|individual|employee|patient|child|suspect|officer|pupil|tenant|deceased|neighbour|defendant|victim|witness|company|firm|resident|family|councillor|teacher|doctor|nurse|student|flat|house|address|site|building|street))(?: (?:named|concerned|in question|you name))? (?:is|was|are|were|has|had|have|has been|have been|had been|being) {_NOT}(?:been )?(?:a |an |the |under |in |our |one of our )?(?:former |police |paid |registered )?(?:arrested|charged|investigat\w+|disciplin\w+|dismissed|sacked|suspended|employed|treated|admitted|known to (?:us|the|police)|interviewed|suspects?|informant|source|patient|tenant|employee|named in|subject of|accused|complained|paid|attended|referred|detained|prosecuted|cautioned|surveillance|monitored|watched|visited|inspected|fined|recruited|wanted|member of (?:our |the )?staff|worked (?:here|for)|working (?:here|for)|lived|stayed)\b", known=True),
    _sign(r"(?:he|she|the [a-z]+'s [a-z]+|(?:mr|mrs|ms|miss|dr) [a-z'-]+|(?:the|this|that|our) (?:[a-z]+ )?(?:person|man|woman|individual|employee|patient|child|suspect|officer|pupil|tenant|deceased|neighbour|victim|witness|informant|source|complainant|company|firm|resident|family|teacher|doctor|nurse|student)) (?:(?:has|had|never|also|once|twice) ){0,2}(?:died|lived|lives|works|worked|confessed|complained(?! (?:about|of)\b)|(?:made|lodged|brought|withdrew|reported) (?:a|an|the|no) (?:complaint|allegation|report|claim|statement|payment)|told us|spoke|stayed here|visited|attended|left after|resigned)\b", known=True),
    _sign(rf"{_WE} {_HAVE}{_DID}(?! (?:into|the view|from|by|with)\b)", known=True, thought=True),
    # What was done or used there or then: "our dog unit attends the site each Friday".
    _sign(DONE, known=True),
)  # fmt: skip
_LONGEST = 160
#: How far around what is found the rest of a sentence is looked at; longer ones are lists.
_AROUND = 600


def told(text: str) -> str:
    """The first words of ``text`` that tell whether something is held; empty if none do."""
    for sentence in _sentences(text):
        words = sentence.casefold().replace("’", "'")
        for sign in _SIGNS:
            for found in sign.words.finditer(words):
                if not _innocent(words, found, sign):
                    return _shown(sentence, found)
    return ""


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+|\n\s*\n", " ".join(text.split())) if part]


def _innocent(words: str, found: re.Match[str], sign: _Sign) -> bool:
    """Whether what ``sign`` found is supposed, known to everybody, or about the decision itself."""
    first, last = max(0, found.start() - _AROUND), found.end() + _AROUND
    breaks = (each.end() for each in _BREAK.finditer(words, first, found.start()))
    clause = max(breaks, default=first)
    if _before(_IF, words, clause, found) or _EITHER.search(words, first, last):
        return True
    if sign.said == "any" and (_before(_SAY, words, clause, found) or _of_any(words, found)):
        return True
    if sign.said == "that" and _WOULD_SAY.search(words, clause, found.start()):
        return True
    if _IF_AFTER.search(words, found.end(), found.end() + 90):
        return True
    if sign.known and _KNOWN.search(words, first, last):
        return True
    soon = _few_words_on(words, found.end())
    return sign.thought and _THOUGHT.search(words, found.start(), soon) is not None


def _before(pattern: re.Pattern[str], words: str, clause: int, found: re.Match[str]) -> bool:
    """Whether ``pattern`` begins in the same clause, before what was found."""
    begins = (each.start() for each in pattern.finditer(words, clause, found.end()))
    return next(begins, found.end()) < max(found.start(), 1)


def _of_any(words: str, found: re.Match[str]) -> bool:
    """Whether it is said of any such thing: "any record that is held", and not "no such record"."""
    some = _ANY.search(words, max(0, found.start() - 60), found.end())
    return (
        some is not None
        and some.start() < found.start()
        and words[max(0, some.start() - 3) : some.start()] != "no "
    )


def _few_words_on(words: str, start: int) -> int:
    """The place seven words after ``start``, or where the clause ends before that."""
    stretch = re.match(r"(?:[^\s,;:]*\s?){0,7}", words[start : start + 120])
    return start + (stretch.end() if stretch else 0)


def _shown(sentence: str, found: re.Match[str]) -> str:
    if len(sentence) <= _LONGEST:
        return sentence
    start = max(0, found.start() - 40)
    piece = sentence[start : start + _LONGEST].strip()
    return f"{'…' if start else ''}{piece}{'…' if start + _LONGEST < len(sentence) else ''}"
