"""Whether answers under a class of the register go into the log: decided for the class, not a case."""

from __future__ import annotations

from django.db import models

from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.today import now


class ClassPolicy(models.Model):
    """What holds for every request under a class. Without a row: not in the log."""

    ncnd_class = models.OneToOneField(
        NcndClass, on_delete=models.PROTECT, related_name="log_policy"
    )
    published = models.BooleanField(default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.ncnd_class}: {'in the log' if self.published else 'not in the log'}"


def in_the_log(ncnd_class: NcndClass) -> bool:
    """Whether answers under this class are proposed for the log."""
    return ClassPolicy.objects.filter(ncnd_class=ncnd_class, published=True).exists()


#: Why not, in words that hold for every request of the class, whatever is or is not held.
NOT_FOR_THE_CLASS = (
    "Answers under this class of the register are not put into the log. That was decided for the "
    "whole class, and says nothing about this request."
)
