"""What a case has at all, learned with the case itself: a page asks no table that has nothing.

``with_what_is_there(cases)`` asks for it, ``nothing(case, "mail")`` says it. Of a case that was
read without it nothing is known, and whoever wants to know asks the table.
"""

from django.db.models import Exists, OuterRef

from answerable.desk.cases.models import Case, Cases

_MARK = "there_"


def with_what_is_there(cases: Cases) -> Cases:
    """``cases``, each with a mark for everything that can hang on a case."""
    marks = {}
    for relation in Case._meta.related_objects:
        name = relation.get_accessor_name()
        if name and not relation.many_to_many:
            rows = relation.related_model._base_manager.filter(
                **{relation.field.name: OuterRef("pk")}
            )
            marks[_MARK + name] = Exists(rows)
    return cases.annotate(**marks)


def nothing(case: Case, name: str) -> bool:
    """Whether ``case`` is known to have none of ``name``, as the relation is called on it."""
    return getattr(case, _MARK + name, True) is False
