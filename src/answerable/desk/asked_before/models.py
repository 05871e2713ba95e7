"""The words of a case, so that later ones can be compared with it. Made anew at any time."""

from __future__ import annotations

from django.db import models

from answerable.desk.cases.models import Case


class Asked(models.Model):
    """What a case asks, cleaned, and the earlier cases that were found to be like it."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="asked")
    words = models.TextField()  # in order, set apart by blanks
    like = models.JSONField(default=list)  # [case's id, why, words of the reason], best first
    # A question's public id to the digest of its words and the earlier questions like it.
    by_question = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"words of {self.case.reference}"


class AskedWord(models.Model):
    """One word of one case."""

    word = models.CharField(max_length=40)
    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["word", "asked"])]

    def __str__(self) -> str:
        return self.word
