"""The app of the log; it sees to it that the database says when something public changes."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LogConfig(AppConfig):
    """The log, and the triggers of its stamp."""

    name = "answerable.desk.log"

    def ready(self) -> None:
        """Put the triggers in place after every change of tables: SQLite drops some on the way."""
        from answerable.desk.log.triggers import put_in_place

        post_migrate.connect(put_in_place, sender=self)
