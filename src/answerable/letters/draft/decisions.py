"""Each kind of decision in words, one function a kind."""

from functools import singledispatch

from answerable.letters.draft.grounds import balance, engaged, weighed
from answerable.letters.draft.notice import Block, Items, Paragraph, Table
from answerable.letters.draft.periods import hours_allowed
from answerable.letters.draft.words import (
    day,
    links,
    names,
    provision,
    questions,
    sentence,
    wording_of,
)
from answerable.model import Cite, Regime
from answerable.model.decision import (
    Accessible,
    CostLimit,
    Decision,
    FuturePublication,
    NeitherConfirmNorDeny,
    NotHeld,
    NoticeRecord,
    Repeated,
    Supplied,
    Vexatious,
    Withheld,
)


@singledispatch
def words_of(decision: Decision, record: NoticeRecord) -> list[Block]:
    """The paragraphs of one decision."""
    raise TypeError(f"no words for {type(decision).__name__}")


def _asked(decision: Decision, record: NoticeRecord) -> str:
    return questions(decision.questions, record)


def _we(record: NoticeRecord) -> str:
    return record.authority.name


def _cite(record: NoticeRecord, number: str, *parts: str) -> Cite:
    return Cite(record.regime, number, parts)


def _short(record: NoticeRecord) -> str:
    return wording_of(record)(f"law.{record.regime}.short")


def _about(key: str, cite: Cite, record: NoticeRecord, **said: object) -> Paragraph:
    """The sentence ``key`` about a provision, with its link."""
    say = wording_of(record)
    words = say(key, we=_we(record), cite=provision(cite, say), **said)
    return Paragraph(words, links(cite, say=say))


@words_of.register
def _(decision: Supplied, record: NoticeRecord) -> list[Block]:
    say = wording_of(record)
    made: list[Block] = [
        Paragraph(say("supplied", we=_we(record), answer=sentence(decision.answer)))
    ]
    if decision.table:
        made.append(Table(decision.table[0], decision.table[1:]))
    if decision.enclosures:
        made += [Paragraph(say("supplied.enclosed")), Items(decision.enclosures)]
    if decision.form:
        made.append(Paragraph(say("supplied.form", form=decision.form)))
    return made


@words_of.register
def _(decision: Withheld, record: NoticeRecord) -> list[Block]:
    say = wording_of(record)
    said = {
        "we": _we(record),
        "what": decision.what,
        "relied": names(decision.grounds, say),
        "short": _short(record),
    }
    made: list[Block] = []
    if decision.supplied:
        supplied = sentence(decision.supplied)
        made.append(Paragraph(say("withheld.part", we=_we(record), supplied=supplied)))
    lead = say("withheld.rest" if decision.supplied else "withheld.whole", **said)
    made.append(Paragraph(lead, links(*(g.provision for g in decision.grounds), say=say)))
    if record.regime.environmental:
        cite = _cite(record, "12" if record.regime is Regime.EIR else "10", "2")
        made.append(_about("withheld.presumption", cite, record))
    for ground in decision.grounds:
        made += engaged(ground, say, ncnd=False)
        made += weighed(ground, say)
    if decision.severance:
        made.append(Paragraph(say("withheld.severance", severance=sentence(decision.severance))))
    return made


@words_of.register
def _(decision: NeitherConfirmNorDeny, record: NoticeRecord) -> list[Block]:
    say = wording_of(record)
    lead = say(
        "ncnd",
        we=_we(record),
        asked=_asked(decision, record),
        relied=names(decision.grounds, say),
        short=_short(record),
    )
    made: list[Block] = [Paragraph(lead, links(*(g.provision for g in decision.grounds), say=say))]
    for ground in decision.grounds:
        made += engaged(ground, say, ncnd=True)
        made += weighed(ground, say)
    if decision.published:
        made.append(Paragraph(sentence(decision.published)))
    made.append(Paragraph(say("ncnd.nothing")))
    return made


@words_of.register
def _(decision: NotHeld, record: NoticeRecord) -> list[Block]:
    say, regime = wording_of(record), record.regime
    if regime is Regime.FOIA:
        made: list[Block] = [Paragraph(say("not_held", we=_we(record)))]
    else:
        cites = {
            Regime.EIR: ("12", "4", "a"),
            Regime.EISR: ("10", "4", "a"),
            Regime.FOISA: ("17", "1"),
        }
        cite = _cite(record, *cites[regime])
        made = [_about(f"not_held.{regime}", cite, record)]
    made.append(Paragraph(say("not_held.searched", searches=sentence(decision.searches))))
    if decision.elsewhere:
        made.append(Paragraph(sentence(decision.elsewhere)))
    if decision.balance is not None and regime.environmental:
        made += balance(decision.balance, provision(cite, say), regime, say)
    return made


@words_of.register
def _(decision: CostLimit, record: NoticeRecord) -> list[Block]:
    say = wording_of(record)
    cite = _cite(record, "12", "2" if decision.only_to_find_out else "1")
    advice = _cite(record, "15" if record.regime is Regime.FOISA else "16", "1")
    limit = hours_allowed(record.regime, central=record.authority.kind == "central")
    return [
        _about(
            "cost.find_out" if decision.only_to_find_out else "cost",
            cite,
            record,
            asked=_asked(decision, record),
            hours=f"{decision.hours:g}" if decision.hours else say("gap", field="hours"),
            limit=f"{limit:g}",
            fees=say("cost.fees.scottish" if record.regime.scottish else "cost.fees"),
        ),
        Paragraph(say("cost.estimate", estimate=sentence(decision.estimate))),
        _about("cost.advice", advice, record, advice=sentence(decision.advice)),
    ]


@words_of.register
def _(decision: Vexatious, record: NoticeRecord) -> list[Block]:
    cite, reasons = _cite(record, "14", "1"), sentence(decision.reasons)
    return [_about("vexatious", cite, record, asked=_asked(decision, record), reasons=reasons)]


@words_of.register
def _(decision: Repeated, record: NoticeRecord) -> list[Block]:
    return [
        _about(
            "repeated",
            _cite(record, "14", "2"),
            record,
            asked=_asked(decision, record),
            day=day(decision.earlier, wording_of(record)),
            reasons=sentence(decision.reasons),
        )
    ]


@words_of.register
def _(decision: Accessible, record: NoticeRecord) -> list[Block]:
    cite = _cite(record, "25" if record.regime is Regime.FOISA else "21", "1")
    return [_about("accessible", cite, record, where=sentence(decision.where))]


@words_of.register
def _(decision: FuturePublication, record: NoticeRecord) -> list[Block]:
    say = wording_of(record)
    cite = _cite(record, "27" if record.regime is Regime.FOISA else "22", "1")
    made: list[Block] = [
        _about(
            "future",
            cite,
            record,
            when=decision.when,
            day=day(decision.decided, say),
            reasons=sentence(decision.reasons),
        )
    ]
    if decision.balance is not None:
        made += balance(decision.balance, provision(cite, say), record.regime, say)
    return made
