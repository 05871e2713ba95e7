"""The balance weighs who asks, or why.

Disclosure under the Act is to the world; identity matters only for a few provisions.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import part_two
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.weighed import argued
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import BalancePassage, Certainty, Finding, Letter, Severity, Source, Span

RULE = Rule(
    code="PI107",
    slug="pit-requester-motive",
    cites=(
        Source(
            "ICO guidance on the public interest test",
            "https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-information-regulations/the-public-interest-test/",
        ),
    ),
    why=(
        "What the applicant may do with the information says nothing of the public interest in "
        "it, since anybody else would receive it too."
    ),
    fix=("Leave the applicant out of the balance; weigh what disclosure to everybody would do."),
)
_MOTIVE = Phrase(
    r"\byou (?:belong|are (?:a |an |the |known|involved|employed|campaign|in dispute|acting|seeking|writing)|intend|wish to use|want to use|work|plan|may use|will use|would use|have (?:a (?:grievance|dispute|grudge|personal)|made it clear|campaigned|been involved))|your (?:motive|motives|campaign|intention|purpose|private interest|personal interest|own interest|grievance|dispute|employer|newspaper|article|story|reasons? for)|(?:requester|applicant|requestor)(?:'s)? (?:is (?:a|an|the|known)|motives?|intends|intention|purpose|identity|belongs|works|private|personal|own)|\b(?:as a|you are a|from a|is a|by a) journalist\b|\byou,? (?:however,? )?(?:are|were) (?:retained|instructed|engaged|paid|funded|connected|related|married|the)\b|\b(?:you|your client|the applicant|the requester)\b.{0,60}\b(?:would|will|intend to|want to|wish to|might|could) use (?:it|them|this|that|the \w+) (?:to|for|against|in)\b|\byou (?:run|edit|lead|chair|represent|organise|manage|own|write for|have told us)\b|(?:purpose|aim|object) of the (?:applicant|requester)|wanted for (?:that|a|your|the)|\b(?:regard|weight|account|note|notice) (?:also )?(?:been |is |was )?(?:had |given |taken |paid )?(?:to|of) who (?:is asking|asks|the (?:applicant|requester) is|you are|made|makes)|\byou (?:write|act|ask|apply|are asking|are acting) (?:on behalf|for (?:a|an|the))\b|\byou (?:sit|serve|stand|compete|trade|bid|lobby) (?:on|as|for|with|against|in)\b|\b(?:the|that|your|this) (?:purpose|use|aim|campaign) (?:\w+ ){0,3}(?:gives|lends|adds|carries|deserves|attracts|has) (?:\w+ ){0,4}(?:little|no|small|less|limited|lesser)\b|(?:private|personal) (?:rather than|and not) (?:a )?public",
    "you ", "you,", "your ", "requester", "applicant", "requestor", "journalist", "purpose of", "aim of", "wanted for", "private", "personal", "who is asking", "who asks", "who the ", "who you are", "who made", "who makes", "that purpose", "this purpose", "the purpose", "that use", "this use", "the use", "that aim", "this aim", "the aim", "the campaign",
)  # fmt: skip


# "I have taken into account that you run a consultancy": whatever the paragraph is called.
_COUNTED = Phrase(
    r"\b(?:taken? (?:also )?into account|had? regard to|borne? in mind|given weight to|weighed|counted) (?:also )?(?:that|the fact that|how) (?:you|the (?:applicant|requester))\b(?! (?:asked|wrote|have asked|say|said|may (?:ask|also)|mention))|\byou (?:are|run|work|represent|belong|act)\b[^.\n]{0,80}\band (?:we|i|it) (?:have|has|had|is|are) (?:no doubt|little doubt|clear|sure|aware|satisfied)(?: that)? you(?:r)?\b",
    "into account", "regard to", "in mind", "weight to", "weighed", "counted", "no doubt", "little doubt", "clear you", "clear that you", "sure you", "sure that you", "aware you", "aware that you", "satisfied you", "satisfied that you",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire where a balance speaks of the applicant, their purpose or their company."""
    counted = _COUNTED.search(letter.own)
    if counted is not None:
        yield RULE.finding(
            letter,
            counted,
            "The letter takes into account who the applicant is or what they want; disclosure is "
            "to the world.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )
        return
    for balance in letter.balances:
        for span in _MOTIVE.among(letter.own, _begins(letter, balance), balance.span.end):
            line = letter.own[letter.own.rfind("\n", 0, span.start) + 1 : span.end + 40]
            if "legitimate interest" in line or "regardless" in line or "whoever" in line:
                continue
            if _left_out(letter, span):
                continue
            yield RULE.finding(
                letter,
                span,
                "The balance weighs who the applicant is or what they want the information for; "
                "disclosure is to the world.",
            )
            return


def _begins(letter: Letter, balance: BalancePassage) -> int:
    """Where the paragraph begins that ends with the balance."""
    at = balance.span.start
    return next((b.span.start for b in letter.blocks if b.span.start <= at < b.span.end), at)


# "You say that you write for a paper. That plays no part in our thinking."
_LEFT_OUT = Phrase(
    r"\b(?:play|take|form|have|ha[sd])\w* no (?:\w+ )?(?:part|bearing|role|relevance|influence|place)\b|\b(?:give|gave|given|attach\w*|accord\w*|place[sd]?) (?:\w+ ){0,2}no weight|\b(?:had|have|having|paid|pay|took|taken) no (?:regard|account|notice)|\bdisregard(?:ed|ing)?\b|\bwe (?:have )?ignor|\bleft (?:it |that |this |them )(?:out|aside)|\b(?:put|set) (?:it |that |this )?aside|\birrelevant|\bma(?:kes?|de) no difference|\b(?:may|must|did|do|have|has|had|should|could|can) ?(?:not|n't) (?:\w+ )?(?:(?:have|had) regard|take[n]? .{0,20}account|relevant|weigh(?:ed)?|influenced?|ask(?:ed)?)\b|\b(?:released|disclosed|disclosure|release|given|published) (?:is |it )?to (?:one|the world|anyone|everyone|everybody)\b[^.\n]{0,30}\ball\b|\b(?:applicant|requester|purpose|motive)[- ]blind|\bwhoever\b|\bregardless\b|\blegitimate interest",
    "no ", "disregard", "ignor", "left ", "aside", "irrelevant", "difference", "not ", "n't ", "to one", "to the world", "to anyone", "to every", "blind", "whoever", "regardless", "legitimate interest",
)  # fmt: skip


def _left_out(letter: Letter, span: Span) -> bool:
    """Whether the sentence, or the one after it, says that this was given no weight."""
    start, end = line_at(letter.own, span.start)
    return _LEFT_OUT.found(letter.own, start, line_at(letter.own, end + 1).end)


# Who asks, where from, what for, and what they did before, in words that need no "you".
_WHO = Phrase(
    r"\b(?:you|the (?:applicant|requester|requestor|enquirer|inquirer|correspondent|writer)),?(?: \w+,?)? (?:are|were|is|was|run|want|wanted|wish|hope|plan|propose|intend|seek|belong|work|act|represent|organi[sz]ed?|campaign\w*|have (?:a|an|been|said|told|already|made|sued|complained|written)|has (?:a|an|been|said|told|already|made|sued|complained|written)|had|will|would|might|stand|stood|live|wrote|lost|chair|own|sit|edit|publish\w*|trade|compete|bid)\b|\byour (?:own|client|group|members|readers|dispute|complaint|case|claim|campaign|employer|business|company|firm|interest|reasons?|motive|purpose|intention|appeal|tribunal|litigation|grievance|neighbours?|family|website|blog|newspaper|article|party|past|previous|history|posts?|tweets?|social|wish|desire|curiosity)\b"
    r"|\b(?:request|enquiry|inquiry|letter|question|application)s?\b[^.\n]{0,40}\b(?:comes?|came|coming|arrives?|arrived|originates?|originated|emanates?|emanated|was made|is made|were made|made|been made|been sent|sent|submitted|lodged|put|received|brought|prompted|inspired|motivated|driven)\b[^.\n]{0,20}\b(?:from|by|on behalf|out of)\b"
    r"|\b(?:requests?|letters|enquiries|correspondence) from (?:the same|this|that|such|someone|somebody|a (?:person|man|woman|firm|company|rival|competitor|campaign\w*|journalist|reporter|newspaper|solicitor|politician|resident|former|member))\b|\b(?:same|this|such an?|that) (?:person|individual|applicant|requester|correspondent|enquirer|campaigner|gentleman|lady|firm|group|journalist|organi[sz]ation|writer|source|quarter)\b"
    r"|\b(?:comes?|came|coming) (?:as it does )?from (?:an? |the |someone|somebody|one)|\b(?:the|a|an|this|that|whoever is|person|those|one|somebody|someone) (?:person |people |individual |party |man |woman )?(?:asking|requesting|making the request|behind (?:the|this) request|who (?:asks|asked|made|makes|is asking|has asked|wants|seeks|sent|submitted))\b|\b(?:identity|motives?|purposes?|intentions?|agenda|background|history|interests?|reputation|record|conduct|occupation|profession|employer|nationality|politics|views|address) of (?:the|this|our|your|a) (?:applicant|requester|requestor|enquirer|person|correspondent|sender|writer|individual|party)|\b(?:applicant|requester|requestor|enquirer|correspondent|sender|asker)(?:'s|s')?\b"
    r"|\b(?:a|an|the) (?:\w+ ){0,2}(?:organi[sz]er|activist|campaigner|competitor|rival|journalist|reporter|blogger|litigant|claimant|objector|opponent|lobbyist|ex-employee|former employee|disgruntled \w+|newspaper|solicitors?|lawyers?|outsider|stranger|non-resident|foreigner)\b (?:is|was|would|could|might|has|who|like|such as|to the|for the|acting|with|in)|\bsolicitors? (?:to|for|acting)|\b(?:social media|internet search|online profile|facebook|twitter|linkedin)\b|\b(?:private|personal|partisan|selfish|ulterior|tactical|vested|sectional|journalistic|political) (?:purposes?|interests?|motives?|ends|gain|advantage|reasons?|use|agenda|benefit|curiosity|dispute|grievance|matter|litigation)\b|\bcommercial (?:purposes?|motives?|advantage|gain)\b|\baxe to grind|\bfishing\b|\bgrudge|\bvendetta|\bfor (?:his|her|their) own\b|\b(?:wanted|sought|needed|intended|destined|meant|obtained|required) (?:\w+ )?(?:for|as|to be used|by)\b|\bfor use (?:in|by|against|as)\b|\bto be used (?:in|by|against|as|for)\b|\bput to use\b|\b(?:mr|mrs|ms|miss|dr|cllr|councillor|professor) [a-z]+\b(?:,? who|,? as|'s|,? (?:is|was|has|left|wants|wishes|writes|asks))|\b(?:tone|manner|style|nature|wording|timing|volume|pattern|number|spirit|language) of (?:the|this|these|your|his|her|their|past|previous|earlier) (?:\w+ )?(?:requests?|correspondence|letters?|e-?mails?|questions|messages?)\b|\b(?:campaign|crusade|revenge|mischief|litigation|tribunal|lawsuit|legal action|news story|article|documentary|grievances?|complainant|score to settle|profit|hobby)\b|\b(?:left|dismissed from|sacked by|employed by|worked for|working for|member of|belongs to|stood for|stands for|related to|married to|friend of|known to) (?:our|the|us|a|an)\b[^.\n]{0,40}\b(?:employment|council|service|party|group|company|firm|board|press|opposition|applicant|us)\b|\bwho (?:is|was) (?:asking|behind)|\b(?:had|have|has) (?:\w+ )?(?:asked|requested|applied|enquired|written in)\b|\b(?:asked|asks|asking|request|applied) (?:\w+ ){0,3}(?:rather than|instead of|other than)\b|\brather than (?:by |from )?(?:an? |the )?(?:\w+ ){0,3}(?:company|firm|business|journalist|campaign\w*|resident|neighbour|parent|patient|member|person|party|rival)\b|\bgood faith|\bbad faith|\bmotivat\w+|\bhostil\w+\b|\bnot (?:a )?(?:local|resident|council tax ?payer|ratepayer|taxpayer|student|patient)\b|\b(?:does|do) not (?:live|reside|work|pay|study|sail|travel)\b",
    "you", "applicant", "requester", "requestor", "enquirer", "inquirer", "correspondent", "campaigner", "journalist", "asking", "behind", "sender", "asker", "activist", "competitor", "rival", "reporter", "blogger", "litigant", "claimant", "objector", "opponent", "lobbyist", "employee", "disgruntled", "newspaper", "solicitor", "lawyer", "outsider", "stranger", "foreigner", "social media", "internet", "online", "facebook", "twitter", "linkedin", "private", "personal", "commercial", "partisan", "selfish", "ulterior", "tactical", "vested", "sectional", "political", "axe to", "fishing", "grudge", "vendetta", "payer", "not live", "not reside", "not work", "not pay", "not study", "not sail", "not travel", "wanted", "sought", "needed", "intended", "destined", "meant", "obtained", "required", "mr ", "mrs ", "ms ", "miss ", "dr ", "cllr ", "councillor ", "professor ", "tone of", "manner of", "style of", "nature of", "wording of", "timing of", "volume of", "pattern of", "number of", "spirit of", "language of", "campaign", "crusade", "revenge", "mischief", "litigation", "tribunal", "lawsuit", "legal action", "news story", "article", "documentary", "grievance", "complainant", "score to", "profit", "hobby", "left ", "dismissed", "sacked", "employed by", "worked for", "working for", "member of", "belongs to", "stood for", "stands for", "related to", "married to", "friend of", "known to", "asked", "asks", "applied", "enquired", "written in", "rather than", "faith", "motivat", "hostil", "comes ", "come ", "came ", "coming ", "arrive", "originate", "emanate", "made ", "sent ", "submitted", "lodged", "put ", "received", "brought", "prompted", "inspired", "driven", "instead of", "other than", "same person", "this person", "that person", "such a person", "same individual", "this individual", "that individual", "such an individual", "same firm", "this firm", "that firm", "such a firm", "same group", "this group", "that group", "such a group", "organiser", "organizer", "same organi", "this organi", "that organi", "such an organi", "writer", "of the person", "of this person", "of our person", "of a person", "of the individual", "of this individual", "of the party", "of this party", "of our party", "of a party", "letters from", "requests from", "request from", "enquiries from", "correspondence from", "who ask", "who made", "who make", "who is ask", "who has ask", "who want", "who seek", "who sent", "who submitted", "for his own", "for her own", "for their own", "not local", "not a local", "non-resident", "not resident", "not a resident", "not student", "not a student", "not patient", "not a patient", "for use", "to be used", "put to use", "ve requested", "as requested", "ad requested", "also requested", "already requested", "previously requested", "gentleman", "lady", "source", "quarter",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The applicant, or where the request comes from, is spoken of where the letter weighs."""
    uses = part_two(letter)
    if uses and all(law.status(use.cite) == "absolute" for use in uses):
        return  # "No balance is called for. You were no party to the case."
    for place in argued(letter):
        for span in _WHO.among(letter.own, *place):
            if not _left_out(letter, span) and not _ADDRESSED.match(letter.own, span.start):
                yield RULE.hint(
                    letter, span, "Check that who asks, or why, is given no weight in the balance."
                )


# "You will see from the accounts …", "the information that you have asked for": to the reader, not of them.
_ADDRESSED = compiled(
    r"you,?(?: \w+,?)? (?:will (?:see|find|know|receive|have|note|get|hear)|would (?:like|have|need|be able)|have (?:been (?:given|sent)|a right)|are (?:entitled|asking about|aware|free|right|welcome)|were (?:after|asking about|sent|given|told|refused)|wish to (?:see|have|know|narrow)|want (?:to (?:see|know|narrow)|sight))"
)
