"""A ground in words: the provision, the test, the reasons; and its balance."""

from answerable import law
from answerable.letters.draft.gaps import unnamed
from answerable.letters.draft.notice import Block, Heading, Items, Paragraph
from answerable.letters.draft.wording import Name, Wording
from answerable.letters.draft.words import day, links, protects, provision, sentence
from answerable.model import Regime
from answerable.model.decision import Balance, Ground


def engaged(ground: Ground, say: Wording, *, ncnd: bool) -> list[Block]:
    """Why the provision applies; where none is named, a gap and the reasons."""
    if unnamed(ground.provision):
        return [Paragraph(f"{provision(ground.provision, say)}. {sentence(ground.reasons)}")]
    words = say(
        "ground",
        cite=provision(ground.provision, say),
        test=_test(ground, say, ncnd=ncnd),
        reasons=sentence(ground.reasons),
    )
    cites = (ground.provision, ground.matter, ground.purpose, ground.condition)
    linked = links(*cites, say=say)
    return [Paragraph(words, linked), *(Paragraph(extra) for extra in _extras(ground, say))]


def _test(ground: Ground, say: Wording, *, ncnd: bool) -> str:
    cite = ground.provision
    row = law.provision(cite) or next(iter(law.limbs(ground.matter or cite)), None)
    kind = row.kind if row else ""
    if cite.number == "24" and cite.regime is Regime.FOIA:
        return say("test.security.ncnd" if ncnd else "test.security")
    if cite.regime.environmental and not ncnd:
        return _environmental(ground, say)
    act = say("act.confirmation" if ncnd else "act.disclosure")
    if cite.regime.environmental and ground.matter:
        return say(
            f"test.{cite.regime}.ncnd",
            act=act,
            protects=protects(ground.matter, say),
            cite=provision(ground.matter, say),
        )
    named = say("test.named", cite=provision(ground.matter, say)) if ground.matter else ""
    if ground.threshold and (ground.matter or kind.startswith(("prejudice", "endanger"))):
        harm = "endanger" if kind.startswith("endanger") else "prejudice"
        return say.first(
            f"test.{cite.regime}.{harm}.{ground.threshold}",
            f"test.{harm}.{ground.threshold}",
            act=act,
            protects=protects(ground.matter or cite, say, owned=bool(ground.whose)),
            owner=say("test.owner", whose=ground.whose) if ground.whose else "",
            named=named,
            purpose=_purpose(ground, say),
        )
    return say("test.ncnd", named=named) if ncnd else _class(ground, say)


def _purpose(ground: Ground, say: Wording) -> str:
    if ground.purpose is None:
        return ""
    return say("test.purpose", cite=provision(ground.purpose, say))


def _class(ground: Ground, say: Wording) -> str:
    row = law.provision(ground.provision)
    key = f"class.{ground.provision.regime}.{ground.provision.number}"
    key += {
        "class.FOIA.41": "" if ground.obtained_from else ".nobody",
        "class.FOIA.44": "" if ground.enactment else ".nothing",
    }.get(key, "")
    return say.first(
        key,
        "class.other",
        source=ground.obtained_from,
        enactment=ground.enactment,
        title=row.title.lower() if row else "see the provision",
    )


def _environmental(ground: Ground, say: Wording) -> str:
    cite = ground.provision
    if cite.parts[:1] == ("5",):
        key = f"test.{cite.regime}.5{'.owner' if ground.whose else ''}"
        return say(key, protects=protects(cite, say), whose=ground.whose)
    return say.first(".".join(("test.EIR", *cite.parts[:2])), "test.EIR.personal")


def _extras(ground: Ground, say: Wording) -> list[str]:
    made = []
    if ground.condition is not None:
        made.append(say("condition", cite=provision(ground.condition, say)))
    if ground.opinion is not None:
        opinion = ground.opinion
        limbs = tuple(str(provision(cite, say)) for cite in opinion.limbs)
        made.append(
            say(
                f"opinion.{opinion.threshold}",
                by=sentence(opinion.by)[:-1],
                day=day(opinion.given, say),
                limbs=_all(limbs, say),
                opinion=sentence(opinion.words),
            )
        )
    if ground.completing:
        made.append(sentence(ground.completing))
    if ground.legitimate_interests:
        made.append(say("interests", interests=sentence(ground.legitimate_interests)))
    return made


def _all(limbs: tuple[str, ...], say: Wording) -> str:
    """Every limb with “and” before each but the first."""
    words = limbs[0] if limbs else ""
    for limb in limbs[1:]:
        words = say.listed((words, limb))
    return words


def weighed(ground: Ground, say: Wording) -> list[Block]:
    """The balance, under headings that say what is weighed."""
    if ground.balance is None:
        return []
    cited = provision(ground.provision, say)
    scottish = ground.provision.regime is Regime.FOISA and ground.provision.number == "18"
    if scottish and ground.matter:
        cited = Name(say("balance.with", cited=cited, cite=provision(ground.matter, say)))
    return balance(ground.balance, cited, ground.provision.regime, say)


def balance(found: Balance, cited: Name, regime: Regime, say: Wording) -> list[Block]:
    """A public interest balance laid out: both sides, the weighing, the conclusion."""
    kept = "exception" if regime.environmental else "exemption"
    if found.subject == "confirmation":
        kept = "confirmation"
    return [
        Heading(say(f"balance.heading.{found.subject}", cited=cited), 3),
        Paragraph(say(f"balance.for.{found.subject}")),
        Items(tuple(sentence(factor) for factor in found.factors_for)),
        Paragraph(say(f"balance.against.{kept}")),
        Items(tuple(sentence(factor) for factor in found.factors_against)),
        Paragraph(say(f"balance.end.{kept}", weighing=sentence(found.weighing), cited=cited)),
    ]
