"""A decision about another body is treated as if it settled this one.

Decision notices do not bind (FOIA s.50); they turn on their facts. Citing one in support is
proper.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import around, line_at, plainly
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Span

RULE = Rule(
    code="NC113",
    slug="ncnd-precedent-misused",
    cites=(foia("50"),),
    why=(
        "Each refusal stands on its own facts. A notice about somebody else may support the "
        "reasoning but cannot take its place."
    ),
    fix=(
        "Say what was the same and what was different in the case cited, and give the reasons "
        "for this one."
    ),
)
_SETTLES = Phrase(
    r"(?:already|has|have|previously) (?:been )?(?:decided|determined|settled|ruled on|resolved) (?:this|the) (?:point|matter|question|issue)|(?:settles|determines|decides|disposes of|concludes) (?:this|the) (?:point|matter|question|issue)|(?:bound|binding|binds)\b|(?:no|any) need (?:for .{0,40} )?to (?:consider|look|examine|reconsider)|(?:point|matter|question|issue) is (?:therefore |now )?(?:closed|settled|decided)|nothing (?:further|more|else) (?:that )?need (?:be )?(?:said|considered|added)|must (?:therefore )?follow|obliged to follow|cannot depart",
    "decided", "determine", "settle", "ruled", "resolved", "decides", "disposes", "conclude", "bound", "binding", "binds", "need", "closed", "follow", "depart",
)  # fmt: skip
_DECISION = Phrase(
    r"decision notice|commissioner|tribunal|\bico\b",
    "decision notice",
    "commissioner",
    "tribunal",
    "ico",
)


def _is_the_way_on(letter: Letter, span: Span) -> bool:
    """Whether the words tell what the Commissioner may do for the applicant."""
    route = letter.shows.regulator
    if route is None or not route.span.start <= span.start < route.span.end:
        return False
    line = line_at(letter.own, span.start)
    words = letter.own[line.start : line.end]
    return any(word in words for word in ("you", "complain to", "apply to", "appeal to", "right"))


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a decision is said to decide, bind or make consideration needless."""
    for span in plainly(_SETTLES, _NOT_SO, letter.own):
        line = line_at(letter.own, span.start)
        before = max(0, letter.own.rfind("\n", 0, max(0, line.start - 1)))
        if _is_the_way_on(letter, span):
            continue
        if _DECISION.found(letter.own, before, line.end):
            yield RULE.finding(
                letter,
                span,
                "The letter treats a decision about another body as if it settled this request; "
                "decisions of the Commissioner turn on their own facts.",
            )
            return
    if not letter.ncnd:
        return
    for span in plainly(_TAKES_OVER, _NOT_SO, letter.own):
        near = around(letter.own, span)
        if not _is_the_way_on(letter, span) and _CASE.found(letter.own, near.start, near.end):
            yield RULE.hint(
                letter,
                span,
                "This seems to let a decision about another body stand for reasons of its own; each "
                "refusal turns on its own facts.",
            )
            return


# "It isn't binding", "each case turns on its facts", "the notice does not decide your request".
_NOT_SO = Phrase(
    r"\b(?:not|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|should|could|would|must|need|might|ought|sha)n't|nor|neither|never|cannot) (?:\w+ ){0,3}?(?:bound|bind\w*|settl\w*|decid\w*|determin\w*|dispos\w*|conclud\w*|govern\w*|treat\w*|follow\w*|rel\w+|dictate|answer|a substitute|precedents?)\b|\b(?:turns|decided|judged|stands?|considered) on (?:its|their) (?:own )?(?:facts|merits)\b|\b(?:considered|looked|decided|weighed|examined|thought|began|begun|started)\b[^.\n]{0,30}\bafresh\b(?! (?:when|as|because|since|where))|\bwe (?:have )?(?:looked|considered|examined|began|started) (?:again|for ourselves|at (?:our|your|this))\b|\bown circumstances (?:are|were|have)\b|\bwould have come to\b",
    "not ", "n't", "nor ", "neither", "never", "cannot", "facts", "merits", "afresh", "again", "ourselves", "looked at", "considered at", "own circumstances", "would have come",
)  # fmt: skip
# The case of another, and what is taken over from it.
_CASE = Phrase(
    r"\b(?:decision notices?|decisions? of \d{4}|(?:in|by|from|of|from) (?:a|the|that|those|its|his|her|three|two|several) (?:\w+ ){0,2}?(?:notices?|decisions?|rulings?|judgments?|appeals?|cases?|precedents?)\b|commissioner's|the commissioner (?:has|had|already|decided|found|held|ruled|agreed|accepted|upheld)|tribunal|\bico\b|\bfs5\d+|\bic-\d|\bea/\d|upper tribunal|regulator (?:has|had|found|decided|ruled|agreed)|case law|that (?:ruling|decision|notice|judgment|precedent))",
    "notice", "decision", "ruling", "judgment", "appeal", "case", "precedent", "commissioner", "tribunal", "ico", "fs5", "ic-", "ea/", "regulator",
)  # fmt: skip
_TAKES_OVER = Phrase(
    r"\b(?:which |that |it |the (?:decision|notice|ruling|judgment|case|tribunal) )?(?:govern(?:s|ed)?|controls?|dictates?|compels?|obliges?|requires? us|ties our hands|leaves? (?:us )?no (?:choice|room|option|discretion|alternative)|is (?:conclusive|decisive|authority|final|the end of|enough|sufficient|determinative)|makes? (?:that|this|it|any\w*|further \w+) (?:unnecessary|needless|pointless|plain)|established? (?:as a rule|that|the (?:rule|principle))|lays? down|laid down|sets? (?:a|the) precedent|has spoken|put(?:s)? (?:it|the matter|this) beyond)\b"
    r"|\b(?:we|i|the [a-z]+|this [a-z]+) (?:\w+ly )?(?:are|is|am|feels?|must|have to|has to)? ?(?:\w+ly )?(?:adopts?|adopting|obliged to (?:apply|follow)|required to (?:apply|follow)|bound to|follows?|following|appl(?:y|ies) (?:that|the same|the) (?:ruling|decision|notice|reasoning|precedent|finding)|takes? (?:over|the same)|repeat|cop(?:y|ied)|so find|rest on)\b"
    r"|\b(?:no|without|not|n't|nothing|need not|unnecessary|needless|nor)\b[^.\n]{0,50}\b(?:need|necessary|required?|consider\w*|weigh\w*|assess\w*|look(?:ed)? (?:into|at)|examin\w+|repeat\w*|go (?:into|through)|explain|reasons?)\b[^.\n]{0,60}\b(?:afresh|ourselves|own (?:circumstances|facts|reasons?|balance|assessment)|particular facts|facts of|when the (?:commissioner|tribunal|regulator|ico)|as the (?:decision|commissioner|tribunal|notice)|because the (?:decision|commissioner|tribunal|notice)|since the (?:decision|commissioner|tribunal|notice))\b"
    r"|\b(?:law|matter|point|position|question|issue|answer) (?:is|was|has been|stands) (?:\w+ly |thus |now |therefore )?(?:settled|closed|decided|determined|clear|concluded|beyond doubt)\b|\b(?:public interest|balance|weighing|test|prejudice|question|harm)\b[^.\n]{0,50}\b(?:was|were|has been|have been|is) (?:already )?(?:done|decided|weighed|struck|settled|determined|carried out|found|dealt with) (?:by|in) (?:the|that|those) (?:same )?(?:tribunal|commissioner|notice|decision|regulator|ico|ruling|judgment|case)\b|\b(?:end of (?:it|the matter)|for the reasons? (?:given|set out|found) (?:in|by) (?:that|the|those) (?:decision|notice|ruling|judgment|commissioner|tribunal|case)|the reasons? (?:are|is) (?:those|the ones?|that) (?:in|of|given)|are those in the)\b",
    "governs", "governed", "govern ", "govern.", "govern,", "govern;", "control", "dictat", "compel", "oblige", "require", "ties our", "no choice", "no room", "no option", "no discretion", "no alternative", "conclusive", "decisive", "is authority", "is final", "end of", "is enough", "sufficient", "determinative", "unnecessary", "needless", "pointless", "makes", "establish", "lays down", "lay down", "laid down", "precedent", "spoken", "beyond", "adopt", "bound to", "follow", "apply th", "applies th", "take over", "takes over", "take the same", "takes the same", "repeat", "cop", "so find", "rest on", "afresh", "ourselves", "own ", "particular facts", "facts of", "when the", "as the deci", "as the comm", "as the trib", "as the noti", "because the", "since the", "settled", "closed", "decided", "determined", "clear", "concluded", "done by", "done in", "weighed", "struck", "carried out", "found by", "found in", "dealt with", "reason", "those in the",
    needs=("governs", "governed", "govern ", "govern.", "govern,", "govern;", "control", "dictat", "compel", "oblig", "require", "ties", "no ", "conclusive", "decisive", "authority", "final", "end of", "enough", "sufficient", "determinative", "unnecessary", "needless", "pointless", "plain", "establish", "lay", "laid", "precedent", "spoken", "beyond", "adopt", "bound", "follow", "ruling", "decision", "notice", "tribunal", "commissioner", "regulator", "settled", "closed", "decided", "clear", "concluded", "afresh", "again", "ourselves", "facts", "so find", "rest on", "repeat", "cop", "take"),
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A decision about another is spoken of, and nothing sets this case apart from it."""
    if not letter.ncnd:
        return
    for span in _DECIDED_ELSEWHERE.among(letter.own):
        line = line_at(letter.own, span.start)
        if _is_the_way_on(letter, span) or _ROUTE.found(letter.own, *line):
            continue
        if not _NOT_SO.found(letter.own):
            yield RULE.hint(
                letter,
                span,
                "Check that the decision about another body does not stand for reasons of this case.",
            )
        return


_DECIDED_ELSEWHERE = Phrase(
    r"\b(?:decision notices?|\bfs5\d+|\bic-\d|\bea/\d|(?:the )?(?:(?:upper|first-tier) )?(?:tribunal|commissioner|ico|regulator|court) (?:has |had |have )?(?:already |also |since |previously )?(?:held|decided|found|ruled|agreed|accepted|upheld|determined|settled|said)|(?:a|its|his|her|that|three|two|several|earlier|other) (?:\w+ ){0,2}?(?:rulings?|judgments?|precedents?|notices? (?:about|concerning))|case law|settled law)\b",
    "decision notice", "fs5", "ic-", "ea/", "tribunal", "commissioner", "ico", "regulator", "court", "ruling", "judgment", "precedent", "notice", "case law", "settled law",
)  # fmt: skip
# How to go on to the Commissioner; or a decision cited in support, which is proper.
_ROUTE = Phrase(
    r"\b(?:appl(?:y|ication)|complain\w*|you (?:may|can|have|could|are)|ask(?:ing)? (?:for|the)|review|dissatisfied|guidance|wilmslow|address|ico\.org|website|support\w*|consistent|in line with|for example|same view|similar|agrees? with us|reached the)\b",
    "appl", "complain", "you ", "ask", "review", "dissatisfied", "guidance", "wilmslow", "address", "ico.org", "website", "support", "consistent", "in line with", "for example", "same view", "similar", "agree", "reached the",
)  # fmt: skip
