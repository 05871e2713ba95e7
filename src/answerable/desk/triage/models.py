"""What happened to a request on its way to be answered: clarification, fee, advice, time, cost."""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from answerable.desk.cases.models import Case, Question
from answerable.desk.people.models import User, new_id


class Clarification(models.Model):
    """More asked of the applicant, and what they said. FOIA s.1(3); EIR reg.9(2)."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clarifications")
    needed = models.TextField()
    options = models.JSONField(default=list, blank=True)
    asked_on = models.DateField()
    close_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.case.reference}, asked on {self.asked_on}"


class Fee(models.Model):
    """A fee asked for before the answer, one a case. FOIA s.9; EIR reg.8; FOISA s.9."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="fee")
    amount = models.DecimalField(max_digits=8, decimal_places=2)
    basis = models.TextField()
    pay = models.TextField()
    asked_on = models.DateField()
    pay_by = models.DateField()
    paid_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.case.reference}: £{self.amount}"


class Advice(models.Model):
    """Another authority named to the applicant, or handed the request. FOIA s.16; EIR reg.10."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="advice")
    question = models.ForeignKey(
        Question, null=True, blank=True, on_delete=models.PROTECT, related_name="advice"
    )
    to = models.TextField()
    searches = models.TextField()
    handed_on = models.DateField(null=True, blank=True)
    given_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.case.reference} to {self.to[:60]}"


class Extension(models.Model):
    """More time taken, with its notice. FOIA s.10(3); EIR reg.7."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="extensions")
    provision = models.CharField(max_length=40, blank=True)  # the qualified limb, FOIA only
    reasons = models.TextField()
    answer_by = models.DateField()
    given_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.case.reference} until {self.answer_by}"


class Estimate(models.Model):
    """What it would cost to comply. FOIA s.12; SI 2004/3244; FOISA s.12; SSI 2004/467."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="estimate")
    rate = models.DecimalField(max_digits=6, decimal_places=2)
    advice = models.TextField(blank=True)  # how to narrow it, FOIA s.16
    together_with = models.ManyToManyField(Case, blank=True, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"estimate for {self.case.reference}"


class EstimateLine(models.Model):
    """So many things, so many minutes each, of one lawful activity."""

    estimate = models.ForeignKey(Estimate, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    activity = models.CharField(max_length=60)
    what = models.CharField(max_length=200)  # "paper files on planning enforcement"
    number = models.PositiveIntegerField()
    minutes = models.DecimalField(max_digits=7, decimal_places=2)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.number} × {self.minutes} min"

    @property
    def total(self) -> Decimal:
        """Minutes of the line."""
        return self.number * self.minutes
