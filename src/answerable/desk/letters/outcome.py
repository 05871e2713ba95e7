"""What a letter comes to, for lists and statistics. No database here."""

from typing import Any

#: Kind of decision -> outcome of a case, where every decision of a letter is of one kind.
_ALONE = {
    "supplied": "full",
    "neither_confirm_nor_deny": "ncnd",
    "not_held": "not_held",
    "cost_limit": "cost_limit",
    "vexatious": "vexatious",
    "repeated": "repeated",
    "accessible": "already_accessible",
    "future_publication": "future_publication",
    "transfer": "transfer",
}


def outcome_of(record: dict[str, Any]) -> str:
    """The outcome that a stored decision record amounts to, one of ``cases.models.OUTCOMES``."""
    decisions = record.get("decisions", [])
    kinds = {each["decision"] for each in decisions}
    if len(kinds) == 1 and kinds <= set(_ALONE):
        return _ALONE[kinds.pop()]
    gave = "supplied" in kinds or any(each.get("supplied") for each in decisions)
    if "neither_confirm_nor_deny" in kinds and not gave:
        return "ncnd"
    if gave:
        return "partial" if kinds - {"supplied"} else "full"
    return "refused" if kinds else "other"


def provisions_of(record: dict[str, Any]) -> list[str]:
    """The provisions relied on, as printed, each once, in the order of the letter."""
    grounds = [g for each in record.get("decisions", []) for g in each.get("grounds", [])]
    cited = [g[name] for g in grounds for name in ("provision", "matter") if g.get(name)]
    return list(dict.fromkeys(cited))
