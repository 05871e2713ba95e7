"""What happened to decisions, as sentences; and decisions in a few words."""

from answerable.desk.decide.models import Decision
from answerable.law.cites import parse_one

EVENTS = {
    "decide.saved": "A decision was drafted",
    "decide.dropped": "A draft decision was dropped",
    "decide.signed": "A decision was signed",
    "decide.taken_back": "A signed decision was taken back, with a reason",
    "decide.opinion_asked": "The qualified person was asked for an opinion",
    "decide.opinion_given": "The qualified person gave an opinion on {on}",
    "decide.opinion_withdrawn": "The qualified person is asked no longer",
}
_SHORT = {
    "supplied": "given",
    "withheld": "withheld",
    "neither_confirm_nor_deny": "neither confirmed nor denied",
    "not_held": "not held",
    "cost_limit": "cost limit",
    "vexatious": "vexatious",
    "repeated": "repeated",
    "accessible": "already accessible",
    "future_publication": "to be published",
    "transfer": "another authority",
}


def in_few_words(decision: Decision) -> str:
    """The words “withheld s.43(2)”, “part withheld s.40(2)”, “not held”."""
    words = _SHORT.get(decision.kind, decision.kind.replace("_", " "))
    if decision.body.get("supplied"):
        words = f"part {words}"
    cites = [parse_one(each["provision"]).short for each in decision.body.get("grounds", [])]
    return " ".join([words, *([", ".join(dict.fromkeys(cites))] if cites else [])])
