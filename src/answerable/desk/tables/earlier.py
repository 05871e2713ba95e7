"""The earlier releases that speak of the same counts as a table, by their labels."""

from django.db.models import Q

from answerable.desk.tables.judging import Earlier
from answerable.desk.tables.models import TableRelease
from answerable.desk.tables.systems import Link, Published

MOST = 40


def sharing(table: Published) -> list[TableRelease]:
    """Every release with a cell, or a total of a group, of the same name; the newest first.

    Tables accepted for other answers count too: whichever goes last is read beside the first.
    """
    names = {name for row in table.names() for name in row}
    known = TableRelease.objects.filter(Q(state="sent") | Q(case__ncnd_class__isnull=True))
    return [
        each
        for each in known.select_related("case").order_by("-sent_on", "-made_at")
        if names & {name for row in each.published.names() for name in row}
    ][:MOST]


def linked(releases: list[TableRelease], links: dict[str, str]) -> list[Earlier]:
    """Each with what the officer said it counts; the same people until something else is said."""
    return [
        Earlier(each.public_id, each.published, Link(links.get(each.public_id, Link.SAME)))
        for each in releases
    ]
