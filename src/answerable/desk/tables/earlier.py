"""The earlier releases that speak of the same counts as a table, by their labels."""

from django.db.models import Q

from answerable.desk.tables.judging import Earlier
from answerable.desk.tables.models import TableRelease
from answerable.desk.tables.systems import TOTAL, Link, Published

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


def guess(table: Published, release: TableRelease) -> Link:
    """What a release is taken to count until the officer says something else.

    The same people where a row of the same name is shared; where no more than totals are shared it
    may be about anything, and is left out until somebody says that it is not.
    """
    names = {name for row in table.names() for name in row}
    shared = names & {name for row in release.published.names() for name in row}
    groups = {name.split(" / ")[0] for name in shared} - {TOTAL}
    return Link.SAME if groups else Link.OTHER


def linked(releases: list[TableRelease], links: dict[str, str]) -> list[Earlier]:
    """Each with what the officer said it counts."""
    return [
        Earlier(each.public_id, each.published, Link(links[each.public_id])) for each in releases
    ]
