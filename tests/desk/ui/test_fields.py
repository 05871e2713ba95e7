"""Form fields: three boxes for a day, components for every kind, no password ever echoed."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.template import engines

from answerable.desk.ui.fields import DayField
from answerable.desk.ui.widgets import field_parts, form_errors


class _Form(forms.Form):
    day = DayField(label="Day of receipt", help_text="As on the letter")
    name = forms.CharField(label="Name", max_length=20)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput(render_value=True))
    text = forms.CharField(label="Words", widget=forms.Textarea, max_length=500, required=False)
    kind = forms.ChoiceField(
        label="Kind", choices=[("a", "Apples"), ("b", "Pears")], widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="I am sure", required=False)
    file = forms.FileField(label="A file", required=False)


def _html(form: forms.Form) -> str:
    source = (
        '{% import "ui/forms.html" as forms %}{{ forms.errors(form) }}'
        "{% for each in form %}{{ forms.field(each) }}{% endfor %}"
    )
    return str(engines["jinja2"].from_string(source).render({"form": form}))


def _day(**data: str) -> Any:
    form = _Form(data)
    form.is_valid()
    return form.cleaned_data.get("day"), form.errors.get("day")


@pytest.mark.parametrize(
    "data",
    [
        {"day_day": "3", "day_month": "12", "day_year": "2026"},
        {"day_day": "03", "day_month": "December", "day_year": "2026"},
        {"day_day": " 3 ", "day_month": "dec", "day_year": "2026"},
        {"day": "2026-12-03"},
    ],
)
def test_a_day_is_taken_from_three_boxes_or_one(data: dict[str, str]) -> None:
    assert _day(**data) == (date(2026, 12, 3), None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "required"),
        ({"day_day": "3", "day_year": "2026"}, "must include a month"),
        ({"day_day": "3"}, "must include a month and a year"),
        ({"day_day": "31", "day_month": "2", "day_year": "2026"}, "no such day"),
        ({"day_day": "3", "day_month": "x", "day_year": "2026"}, "no such day"),
        ({"day_day": "3", "day_month": "12", "day_year": "26"}, "four figures"),
        ({"day_day": "3", "day_month": "12", "day_year": "99999999999999999999"}, "no such day"),
        ({"day_day": "٣", "day_month": "12", "day_year": "0"}, "four figures"),
        ({"day": "tomorrow"}, "must include"),
        ({"day": "2026-13-45"}, "no such day"),
    ],
)
def test_what_is_no_day_is_refused_in_words(data: dict[str, str], words: str) -> None:
    day, errors = _day(**data)
    assert day is None
    assert words in str(errors)


def test_what_was_typed_comes_back_except_the_password() -> None:
    html = _html(
        _Form({"day_day": "31", "day_month": "2", "name": "Ann", "secret": "hunter2hunter2"})
    )
    assert 'value="31"' in html
    assert 'value="Ann"' in html
    assert "hunter2" not in html


def test_each_error_leads_to_its_field() -> None:
    form = _Form({})
    form.is_valid()
    html = _html(form)
    for error in form_errors(form):
        assert f'id="{error["href"].removeprefix("#")}"' in html, error
    assert html.index("There is a problem") < html.index("Day of receipt")


def test_a_form_without_errors_has_no_summary() -> None:
    assert "There is a problem" not in _html(_Form())


def test_words_of_people_are_escaped_in_every_kind_of_field() -> None:
    bad = "<script>alert(1)</script>"
    html = _html(_Form({"name": bad, "text": bad, "kind": bad, "day_day": bad}))
    assert "<script>" not in html


def test_a_long_text_counts_its_characters() -> None:
    assert 'data-maxlength="500"' in _html(_Form())


def test_label_and_hint_can_be_put_in_place_of_the_forms_own() -> None:
    parts = field_parts(_Form()["day"], label="When?", hint="")
    assert parts.label["text"] == "When?"
    assert parts.hint is None


def test_a_checkbox_keeps_its_tick() -> None:
    assert field_parts(_Form({"sure": "on"})["sure"]).choices[0]["checked"] is True
    assert field_parts(_Form({})["sure"]).choices[0]["checked"] is False


def test_a_file_field_makes_no_promise_of_what_was_chosen() -> None:
    assert 'type="file"' in _html(_Form())
