"""Signs of a way to ask again that a reader would see, though it is not called a review."""

from answerable.audit.wordings.lines import plainly
from answerable.audit.wordings.once import once
from answerable.letters.phrases import Phrase
from answerable.model import Letter, Span

_AGAIN = Phrase(
    r"\b(?:think|look(?:ed)?)\b.{0,30}\bagain\b|\bre-?consider|\breview\b|\brepresentations\b|\bre-?examine|\bfresh look"
    r"|\b(?:complain|appeal|object)\w* (?:to (?:us|the)|in writing|about)|\b(?:40|forty) working days\b|\bsecond opinion\b|\bstarts? again\b|\bfrom the (?:beginning|start)\b|\blooked? (?:at|into) by\b|\bfallen? short\b|\bfresh (?:pair of )?eyes\b|\bafresh\b|\bdisagree|\bunhappy\b|\bdissatisfied\b|\b(?:you|us) (?:think|thought|believe|feel|say)\b.{0,40}\b(?:missed|wrong|mistaken|mistake)\b|\b(?:give|gives|giving) you (?:his|her|their|its|the) (?:conclusions?|decision)\b",
    "missed", "wrong", "mistake", "again", "representations", "fresh look", "complain", "appeal", "working days", "fresh", "disagree", "unhappy", "dissatisfied", "reconsider", "re-consider", "review", "you his", "you her", "you their", "you its", "you the", "second opinion", "looked at by", "looked into by", "look at by", "look into by", "short", "from the beginning", "from the start", "reexamine", "re-examine", "object",
)  # fmt: skip
_COMMISSIONER = Phrase(r"\bcommissioner|\bico\b|\btribunal", "commissioner", "ico", "tribunal")


# "Comments about the service can be made to …": whom to tell, and nothing of what follows.
_WAY = Phrase(
    r"\b(?:comments?|concerns?|observations?|feedback|grievances?|complaints?|representations?)\b(?! about (?!th|how|our|your|what|any)).{0,70}\b(?:can|may|should|will|might|must) be (?:made|sent|addressed|put|directed|raised|passed|referred|e-?mailed|considered|looked)\b"
    r"|\b(?:will|would|can|shall) (?:look at|consider|read|be (?:happy|glad|pleased) to (?:look at|hear|consider|receive)) (?:any|your|all) (?:comments?|concerns?|observations?|representations?|points?|views?)\b"
    r"|\b(?:take|taking|pursue|raise|go into) (?:the matter|this|it|things|any of this|your concerns?) (?:any )?further\b.{0,40}\b(?:contact|write to|email|e-mail|speak to|get in touch with|ring|telephone|call|apply to|address)\b"
    r"|\b(?:contact|write to|email|e-mail|speak to|get in touch with|ring|telephone) .{3,80}\bto (?:take|pursue|raise) (?:the matter|this|it) further"
    r"|\b(?:complaints?|grievances?|appeals?|objections?) (?:about|over|against|to) (?:this|our|how|the way|any of)\b[^.\n]{0,40} (?:go|goes|should go|must go|are (?:dealt with|handled|heard|considered)|lie|lies) (?:to|with|by)\b"
    # "If there is anything with which you're unhappy, do drop a line to the Head of Corporate Affairs"
    r"|\b(?:if|should|anyone who|anybody who)\b[^.\n]{0,70}\b(?:unhappy|concerned|dissatisfied|disappointed|worried|aggrieved|not (?:happy|satisfied|content))\b[^.\n]{0,80}\b(?:contact|write|e-?mail|drop|get in touch|let (?:us|me) know|call|ring|speak|tell|say so|welcome)\b",
    "appeal", "objection", "unhappy", "concerned", "dissatisfied", "disappointed", "worried", "aggrieved", "not happy", "not satisfied", "not content", "comment", "concern", "observation", "feedback", "grievance", "complaint", "representation", "any point", "your point", "any view", "your view", "further",
)  # fmt: skip


@once
def complaints_way(letter: Letter) -> Span | None:
    """A sentence that says whom in the authority to tell, where no review is offered."""
    if letter.shows.review is not None:
        return None
    return next(plainly(_WAY, _NOT_OURS, letter.own), None)


_NOT_OURS = Phrase(
    r"\b(?:commissioner|ico|tribunal|ombudsman|press|media|survey|website|consultation|applicants?|residents?|public|bidders?|staff|fee|data protection|personal data)\b",
    "commissioner", "ico", "tribunal", "ombudsman", "press", "media", "survey", "website", "consultation", "applicant", "resident", "public", "bidder", "staff", "fee", "data",
)  # fmt: skip


def hints_at_review(letter: Letter) -> bool:
    """Whether some sentence, not about the Commissioner, speaks of looking at the answer again."""
    return any(True for _ in plainly(_AGAIN, _COMMISSIONER, letter.own))
