"""A person, a service area, and a role held from one day to another."""

from __future__ import annotations

import secrets
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import allowed, role, roles
from answerable.desk.today import today


def new_id() -> str:
    """Eighty random bits: says nothing about when, or how many."""
    return secrets.token_hex(10)


class ServiceArea(models.Model):
    """A part of the authority that holds information: "Housing"."""

    name = models.CharField(max_length=120, unique=True)
    mailbox = models.EmailField(blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Users(BaseUserManager["User"]):
    """People, found by their e-mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new person; without a password they can only sign in by the authority's own account."""
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person of the authority who signs in with an e-mail address."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=120, blank=True)  # "Information Governance Officer"
    is_active = models.BooleanField(default=True)
    service_areas = models.ManyToManyField(ServiceArea, blank=True, related_name="people")
    joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Users] = Users()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def role_ids(self) -> frozenset[str]:
        """The roles held today; cached, since a request asks several times."""
        if "holdings" in getattr(self, "_prefetched_objects_cache", {}):
            return frozenset(each.role for each in self.holdings.all() if each.holds(today()))
        return frozenset(self.holdings.on(today()).values_list("role", flat=True))

    @cached_property
    def may(self) -> frozenset[Permission]:
        """Everything this person may do today; nothing once they have left."""
        return allowed(self.role_ids) if self.is_active else frozenset()

    @property
    def role_names(self) -> list[str]:
        """The names of the roles held today, in the order of the file."""
        return [each.name for each in roles() if each.id in self.role_ids]


class Holdings(models.QuerySet["RoleHolding"]):
    """Roles held, asked by day."""

    def on(self, day: date) -> Holdings:
        """Those that hold on ``day``."""
        return self.filter(Q(since__lte=day), Q(until__isnull=True) | Q(until__gte=day))


class RoleHolding(models.Model):
    """A role that a person holds since a day, until another if it ends."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="holdings")
    role = models.CharField(max_length=40)
    since = models.DateField(default=today)
    until = models.DateField(null=True, blank=True)

    objects = Holdings.as_manager()

    class Meta:
        ordering = ["since"]

    def holds(self, day: date) -> bool:
        """Whether the role is held on ``day``; see ``Holdings.on``."""
        return self.since <= day and (self.until is None or self.until >= day)

    def __str__(self) -> str:
        return f"{self.user}: {role(self.role).name}"
