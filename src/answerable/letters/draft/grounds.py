"""A ground in words: the provision, the test, the reasons; and its balance."""

from answerable import law
from answerable.letters.draft.notice import Block, Heading, Items, Paragraph
from answerable.letters.draft.words import day, links, protects, provision, sentence
from answerable.model import Regime
from answerable.model.decision import Balance, Ground


def engaged(ground: Ground, *, ncnd: bool) -> list[Block]:
    """Why the provision applies."""
    cite = ground.provision
    words = f"{provision(cite).capitalize()} applies {_test(ground, ncnd=ncnd)}. {sentence(ground.reasons)}"
    blocks: list[Block] = [Paragraph(words, links(cite, ground.matter, ground.purpose))]
    for extra in _extras(ground):
        blocks.append(Paragraph(extra))
    return blocks


def _test(ground: Ground, *, ncnd: bool) -> str:
    cite = ground.provision
    act = "to confirm or deny that the information is held" if ncnd else "disclosure"
    row = law.provision(cite) or next(iter(law.limbs(ground.matter or cite)), None)
    kind = row.kind if row else ""
    if cite.number == "24" and cite.regime is Regime.FOIA:
        what = "exemption from the duty to confirm or deny" if ncnd else "exemption"
        return f"because {what} is required in order to safeguard national security"
    if cite.regime.environmental and not ncnd:
        return _environmental(ground)
    if cite.regime.environmental and ground.matter:
        verb = "prejudice substantially" if cite.regime is Regime.EISR else "adversely affect"
        return (
            f"because {act} would {verb} {protects(ground.matter)} ({provision(ground.matter)}), and "
            "would not be in the public interest"
        )
    if ground.threshold and (ground.matter or kind.startswith(("prejudice", "endanger"))):
        limb = ground.matter or cite
        harm = "endanger" if kind.startswith("endanger") else "prejudice"
        extent = " substantially" if cite.regime is Regime.FOISA and harm == "prejudice" else ""
        named = f" ({provision(ground.matter)})" if ground.matter else ""
        purpose = f", for the purpose in {provision(ground.purpose)}" if ground.purpose else ""
        owner = f" of {ground.whose}" if ground.whose else ""
        return f"because {act} {ground.threshold} {harm}{extent} {protects(limb)}{owner}{named}{purpose}"
    if ncnd:
        named = f" ({provision(ground.matter)})" if ground.matter else ""
        return f"because any information of this description, if it were held, would fall within it{named}"
    return f"because the information is {_class(ground)}"


def _class(ground: Ground) -> str:
    row = law.provision(ground.provision)
    key = (ground.provision.regime.value, ground.provision.number)
    words = {
        ("FOIA", "40"): "personal data of somebody other than you",
        ("FOISA", "38"): "personal data of somebody other than you",
        (
            "FOIA",
            "41",
        ): f"information obtained in confidence from {ground.obtained_from or 'another person'}",
        ("FOIA", "42"): "protected by legal professional privilege",
        ("FOISA", "36"): "protected by confidentiality of communications",
        (
            "FOIA",
            "44",
        ): f"information whose disclosure is prohibited by {ground.enactment or 'law'}",
        (
            "FOIA",
            "23",
        ): "what one of the bodies that deal with security matters sent, or relates to one",
        ("FOIA", "35"): "about the making of government policy",
        ("FOIA", "30"): "held for an investigation of the kind that provision describes",
    }.get(key)
    return (
        words or f"of the kind it describes ({row.title.lower() if row else 'see the provision'})"
    )


def _environmental(ground: Ground) -> str:
    cite = ground.provision
    if cite.parts[:1] == ("5",):
        verb = (
            "would prejudice substantially"
            if cite.regime is Regime.EISR
            else "would adversely affect"
        )
        owner = f", the interest being that of {ground.whose}" if ground.whose else ""
        return f"because disclosure {verb} {protects(cite)}{owner}"
    words: dict[tuple[str, ...], str] = {
        ("4", "b"): "because the request is manifestly unreasonable",
        (
            "4",
            "c",
        ): "because the request is formulated in too general a manner, even after our help",
        ("4", "d"): "because the material is still in the course of completion",
        ("4", "e"): "because the information is an internal communication",
        ("4", "a"): "because the information was not held when your request was received",
    }
    return words.get(
        cite.parts[:2], "because the information is personal data of somebody other than you"
    )


def _extras(ground: Ground) -> list[str]:
    made = []
    if ground.opinion is not None:
        opinion = ground.opinion
        limbs = " and ".join(provision(cite) for cite in opinion.limbs)
        made.append(
            f"{sentence(opinion.by)[:-1]}, who is the qualified person, gave the opinion on "
            f"{day(opinion.given)} that {limbs} was engaged, because disclosure {opinion.threshold} "
            f"have that effect. {sentence(opinion.words)}"
        )
    if ground.completing:
        made.append(sentence(ground.completing))
    if ground.legitimate_interests:
        made.append(f"We considered legitimate interests. {sentence(ground.legitimate_interests)}")
    return made


def weighed(ground: Ground) -> list[Block]:
    """The balance, under headings that say what is weighed."""
    if ground.balance is None:
        return []
    cited = provision(ground.provision)
    if (
        ground.provision.regime is Regime.FOISA
        and ground.provision.number == "18"
        and ground.matter
    ):
        cited += f" with {provision(ground.matter)}"
    return balance(ground.balance, cited, ground.provision.regime)


def balance(found: Balance, cited: str, regime: Regime) -> list[Block]:
    """A public interest balance laid out: both sides, the weighing, the conclusion."""
    confirming = found.subject == "confirmation"
    deed = "confirming or denying that the information is held" if confirming else "disclosure"
    kept = "the exclusion of the duty to confirm or deny" if confirming else _kept(regime)
    told = "saying whether the information is held" if confirming else "disclosure"
    return [
        Heading(
            f"Public interest: {'confirming or denying' if confirming else 'disclosure'} ({cited})",
            3,
        ),
        Paragraph(f"In favour of {deed}:"),
        Items(tuple(sentence(factor) for factor in found.factors_for)),
        Paragraph(f"In favour of maintaining {kept}:"),
        Items(tuple(sentence(factor) for factor in found.factors_against)),
        Paragraph(
            f"{sentence(found.weighing)} We conclude that the public interest in maintaining {kept} "
            f"under {cited} outweighs the public interest in {told}."
        ),
    ]


def _kept(regime: Regime) -> str:
    return "the exception" if regime.environmental else "the exemption"
