"""The app of events; as the first of all it also registers the database's check."""

from django.apps import AppConfig
from django.core.checks import register

from answerable.desk.db.checks import check_sqlite


class EventsConfig(AppConfig):
    """Events, and the check of the database they are kept in."""

    name = "answerable.desk.events"

    def ready(self) -> None:
        """Register the check."""
        register(check_sqlite)
