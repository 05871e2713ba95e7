"""The made-up authority's class of the register: the kind of the seed request."""

from datetime import timedelta
from typing import Any

from answerable.desk.ncnd.actions import Wanted, approve, propose
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.today import today
from answerable.model import Regime

LINES = """\
returnee syria/iraq/raqqa/isis/isil/daesh/caliphate/"islamic state"/"prevent"/desistance
"returned from"/"returning from"/"back from" syria/iraq/raqqa/caliphate
returned/back conflict syria/iraq
isis/isil/daesh/caliphate/"islamic state" fighter/member/joined/returned/travelled/anyone
jihadi*/"foreign fighters"/"terrorist fighters" returned/live/living/help/area
"prevent" caseload/client/referral
"to prevent"/"through prevent" referred/referral/supported/helped
"by prevent"/"under prevent" case/people/person/individual/family/children
"channel panel" case/adopted/referral/referred
"channel programme" people/person/individual/children/adult/pupil
"to channel"/"through channel" referred/supported/helped/adopted
desistance/deradicalis*/deradicaliz*/"de radicalised" people/person/returnee/individual
radicalisation/radicalised referred/referral
"""
_MAP = "A yes or a no from one place, beside those of its neighbours, would mark on a map where"
GROUNDS: list[dict[str, Any]] = [
    {
        "provision": "s.24(2)",
        "reasons": (
            "Authorities across the country are asked these questions. If each said whether it held "
            "any record of such work, the replies put side by side would show a person planning an "
            "attack, or recruiting for one, in which places people of interest live and in which "
            "places nobody is watching. A no would do as much harm as a yes"
        ),
        "balance": {
            "subject": "confirmation",
            "factors_for": [
                "Residents pay for the programme and would learn from a yes or a no whether this "
                "authority takes part in work with such people",
                "Confirming or denying would let people judge for themselves what has been said "
                "about this place in the national press",
            ],
            "factors_against": [
                f"{_MAP} attention is and is not directed, and hostile people would use it to "
                "choose between places",
                "A yes would bring those who hate to the doors of families who live here, whoever "
                "they are, and a no would send them next door",
            ],
            "weighing": (
                "The interest in knowing is met in good part by what is published nationally about "
                "the programme, while the harm of one plain reply cannot be undone once the map "
                "exists"
            ),
        },
    },
    {
        "provision": "s.31(3)",
        "matter": "s.31(1)(a)",
        "threshold": "would be likely to",
        "reasons": (
            "A person who plans or encourages terrorist crime would learn from a yes that this "
            "authority works with such people, and from a no that it does not, and would change "
            "place and method so as not to be noticed"
        ),
        "balance": {
            "subject": "confirmation",
            "factors_for": [
                "Confirming or denying would show residents whether the police and the authority "
                "act together here against terrorist crime"
            ],
            "factors_against": [
                "Whoever intends such a crime would know from a yes or a no whether to expect "
                "attention here, and would act on it"
            ],
            "weighing": (
                "Residents can learn how the police and local authorities work together from the "
                "published strategy, and gain little from one word about one place; whoever plans a "
                "crime would gain a great deal"
            ),
        },
    },
]


def seed_class(officer: User, approver: User) -> NcndClass:
    """The class for the seed request's kind, proposed by one person and approved by another."""
    proposed = propose(
        Wanted(
            name="Returnees and Prevent caseload",
            subject=(
                "How many people who returned from the conflict in Syria or Iraq, or who are known "
                "to Prevent or Channel, live here or are helped here, who they are, and what help "
                "they are given"
            ),
            lines=LINES,
            regime=Regime.FOIA,
            grounds=GROUNDS,
            published=(
                "Whatever the answer may be for any one place, the kinds of help that Prevent and "
                "the Channel programme can offer are described for everybody in the statutory "
                "guidance, which you can read at "
                "www.gov.uk/government/publications/prevent-duty-guidance"
            ),
        ),
        by=officer,
    )
    return approve(proposed, by=approver, review_on=today() + timedelta(days=365))
