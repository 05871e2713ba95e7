"""The made-up council: who works there, and the services that hold its information."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from answerable.desk.authority.models import Authority
from answerable.desk.people.actions import add_person
from answerable.desk.people.models import ServiceArea, User

HOST = "saltmarshvale.example"
NAME = "Saltmarsh Vale Borough Council"
SERVICES = (
    "Children's services",
    "Community safety",
    "Environment and waste",
    "Finance",
    "Housing",
    "Human resources",
    "Parking and highways",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A person of the council: the first word of the address, name, post, role, service."""

    word: str
    name: str
    post: str
    role: str
    service: str = ""

    @property
    def email(self) -> str:
        """Where they sign in."""
        return f"{self.word}@{HOST}"


PARTS = (
    Part("officer", "Priya Lister", "Information Governance Officer", "officer"),
    Part("officer2", "Tom Ashgrove", "Information Governance Officer", "officer"),
    Part("approver", "Margaret Thorne", "Head of Information Governance", "approver"),
    Part("qualified", "Idris Calloway", "Monitoring Officer", "qualified_person"),
    Part("publisher", "Nell Garside", "Transparency Officer", "publisher"),
    Part("auditor", "Hugh Pemberly", "Internal Auditor", "auditor"),
    Part("admin", "Sam Whitcombe", "Systems Administrator", "administrator"),
    Part("housing", "Carys Bellman", "Housing Manager", "contributor", "Housing"),
    Part("finance", "Doug Farrow", "Finance Manager", "contributor", "Finance"),
    Part("safety", "Ruth Ingle", "Community Safety Manager", "contributor", "Community safety"),
    Part("waste", "Ade Morrow", "Environment Manager", "contributor", "Environment and waste"),
    Part("hr", "Jill Stroud", "HR Business Partner", "contributor", "Human resources"),
    Part("parking", "Evan Rudd", "Highways Manager", "contributor", "Parking and highways"),
    Part("children", "Lena Frith", "Service Manager", "contributor", "Children's services"),
)


@dataclass(frozen=True, slots=True)
class World:
    """The people who act in the stories, and the services by name."""

    officer: User
    second_officer: User
    approver: User
    qualified_person: User
    publisher: User
    contributors: dict[str, User]  # by the name of their service
    services: dict[str, ServiceArea]

    def owner(self, title: str) -> User:
        """Whose a request is: about one in three is the second officer's."""
        return self.second_officer if len(title) % 3 == 2 else self.officer


def make_authority() -> Authority:
    """The council itself."""
    return Authority.objects.create(
        name=NAME,
        short_name="Saltmarsh Vale",
        kind="council",
        welsh=True,
        address="Information Governance\nHarbour House\nQuay Street\nSaltmarsh Vale\nZZ99 9ZZ",
        email=f"foi@{HOST}",
        phone="01632 960000",
        review_contact=f"the Monitoring Officer at the address above, or reviews@{HOST}",
        website=f"https://www.{HOST}",
        name_welsh="Cyngor Bro’r Morfa Heli",
        review_contact_welsh=f"y Swyddog Monitro yn y cyfeiriad uchod, neu reviews@{HOST}",
        signs_welsh="Y Tîm Llywodraethu Gwybodaeth",
    )


def make_people(password: str) -> World:
    """Everybody, with one password between them, hashed once: hashing is meant to be slow."""
    word = {name: name.split()[0].lower().strip("'s,") for name in SERVICES}
    services = {
        name: ServiceArea.objects.create(name=name, mailbox=f"{word[name]}@{HOST}")
        for name in SERVICES
    }
    people = {part.word: _add(part, services) for part in PARTS}
    User.objects.filter(pk__in=[user.pk for user in people.values()]).update(
        password=make_password(password)
    )
    return _world(people, services)


def _add(part: Part, services: dict[str, ServiceArea]) -> User:
    areas: Iterable[ServiceArea] = [services[part.service]] if part.service else []
    return add_person(
        by=None,
        email=part.email,
        name=part.name,
        post=part.post,
        roles=(part.role,),
        service_areas=tuple(areas),
    )


def _world(people: dict[str, User], services: dict[str, ServiceArea]) -> World:
    return World(
        officer=people["officer"],
        second_officer=people["officer2"],
        approver=people["approver"],
        qualified_person=people["qualified"],
        publisher=people["publisher"],
        contributors={part.service: people[part.word] for part in PARTS if part.service},
        services=services,
    )
