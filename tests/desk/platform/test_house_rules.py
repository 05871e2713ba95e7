"""The rules of the house, read off the code of the site itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import answerable.desk
from answerable.desk.slices import SLICES, modules

DESK = Path(answerable.desk.__file__).parent
SOURCES = sorted(
    path
    for path in DESK.rglob("*.py")
    if "migrations" not in path.parts and "node_modules" not in path.parts
)
TEMPLATES = sorted(
    path
    for path in DESK.rglob("*.html")
    if "node_modules" not in path.parts and "built" not in path.parts
)

#: Models that a view may look up without ``visible_to``, and why.
BARE = {
    "User": "people are found by their random id, and only where Permission guards the view",
    "Tally": "a count a day of published answers shown and opened; nobody's",
    "ServiceArea": "the list of services is no secret to staff",
}
#: Views without Django's check of forms, and what stands in its place. All are public: the public
#: site has no session, so there is nothing to be forged with.
CSRF_EXEMPT = {
    "ask/views/published.py": "reads only; by POST so that what is typed stands in no address",
    "ask/views/receipts.py": "answers a question and changes nothing",
    "ask/views/sending.py": "the draft's own key is the check",
    "ask/views/status.py": "the secret address is the check",
    "ask/views/steps.py": "the draft's own key is the check",
}
#: Foreign keys that take rows with them, and why. Everything else is PROTECT or SET_NULL.
CASCADES = {
    "EntryWord.publication": "words to search by, made from the entry and nothing else",
    "TaskQuestion.task": "which questions a task is about; a draft thrown away takes them along",
    "DecisionQuestion.decision": "which questions a decision is on; nothing without it",
    "RoleHolding.user": "a person with history cannot be deleted; one added by mistake goes whole",
}
#: Templates that put out HTML made elsewhere, and whose.
SAFE_TEMPLATES: dict[str, str] = {
    "ui/jinja2/ui/forms.html": "the components' own macros",
    "ui/jinja2/ui/parts.html": "the components' own macros",
}
#: Functions that mark HTML as safe, and why it is.
MARKED_SAFE: dict[str, str] = {
    "files/views/where.py": "drawings of the gate, whose texts are escaped where they are made",
    "log/highlight.py": "marks the words that were sought; every part is escaped on its own",
    "stats/chart.py": "a drawing of numbers; every word in it is escaped on its own",
}
_ROOTS = {"ui/staff.html", "ui/public.html", "ui/base.html"}


def _name(path: Path) -> str:
    return path.relative_to(DESK).as_posix()


def _is_view(path: Path) -> bool:
    parts = path.relative_to(DESK).parts
    return path.stem.startswith("views") or "views" in parts or "pages" in parts[1:]


VIEWS = [path for path in SOURCES if _is_view(path)]


def _calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _model_of_objects(node: ast.AST) -> str:
    """ "Case" for ``Case.objects``, else nothing."""
    if (
        isinstance(node, ast.Attribute)
        and node.attr == "objects"
        and isinstance(node.value, ast.Name)
    ):
        return node.value.id
    return ""


def bare_lookups(source: str) -> list[str]:
    """Look-ups in a view that go past the gate of visibility, each with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "get_or_create"):
            model = _model_of_objects(node.func.value)
            if model and model not in BARE:
                found.append(f"line {node.lineno}: {model}.objects.{node.func.attr}(...)")
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in ("get_object_or_404", "get_list_or_404") and node.args:
            first = node.args[0]
            model = first.id if isinstance(first, ast.Name) else _model_of_objects(first)
            if model and model[:1].isupper() and model not in BARE:
                found.append(f"line {node.lineno}: {name}({model}, ...)")
            if any(word.arg in ("pk", "id") for word in node.keywords):
                found.append(f"line {node.lineno}: {name}(..., pk=...)")
    return found


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        ("Case.objects.get(pk=1)", 1),
        ("get_object_or_404(Case, reference=x)", 1),
        ("get_object_or_404(Case.objects, reference=x)", 1),
        ("get_object_or_404(Case.objects.visible_to(u), pk=1)", 1),
        ("get_object_or_404(Case.objects.visible_to(u), reference=x)", 0),
        ("Case.objects.visible_to(u).filter(a=1).get(reference=x)", 0),
        ("get_object_or_404(User, public_id=x)", 0),
        ("request.GET.get('x')", 0),
    ],
)
def test_the_rule_itself_finds_what_it_should(source: str, problems: int) -> None:
    assert len(bare_lookups(source)) == problems


def test_there_are_views_to_look_at() -> None:
    assert len(VIEWS) >= 2


@pytest.mark.parametrize("path", VIEWS, ids=_name)
def test_a_view_finds_objects_only_through_the_gate_of_visibility(path: Path) -> None:
    assert bare_lookups(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_no_check_of_forms_is_turned_off(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "csrf_exempt" not in text or _name(path) in CSRF_EXEMPT


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_nothing_is_marked_safe_unless_listed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    marks = re.search(r"\bmark_safe\b|\bMarkup\(|SafeString\(", text)
    assert marks is None or _name(path) in MARKED_SAFE


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_escapes_everything_unless_listed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    unescaped = re.search(r"\|\s*safe\b|autoescape\s+false", text)
    assert unescaped is None or _name(path) in SAFE_TEMPLATES


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_has_no_style_or_script_of_its_own(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(
        r"<style|\sstyle\s*=\s*[\"']|\son[a-z]+\s*=\s*[\"']|javascript:", text, re.I
    )
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", text, re.I | re.S)
    for attributes, body in scripts:  # data beside a script is none: no browser runs JSON
        assert 'type="application/json"' in attributes or (
            "src=" in attributes and not body.strip()
        )


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_is_a_page_of_one_of_the_sites_or_a_part(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    extends = re.findall(r"{%-?\s*extends\s+([\"']?)([^\"'%]+)\1", text)
    whole = re.search(r"<html|<body|<!doctype", text, re.I)
    if whole:
        assert _name(path) == "ui/jinja2/ui/base.html"
    for _, target in extends:
        known = any((folder / target.strip()).is_file() for folder in DESK.glob("*/jinja2"))
        assert target.strip() in _ROOTS or target.strip() == "base" or known, target


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_rows_go_with_others_only_where_listed(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for model in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        for field in (node for node in model.body if isinstance(node, ast.Assign)):
            name = f"{model.name}.{field.targets[0].id}"  # type: ignore[attr-defined]
            assert "CASCADE" not in ast.dump(field.value) or name in CASCADES, name


@pytest.mark.parametrize("name", SLICES)
def test_a_slice_says_what_it_is_for(name: str) -> None:
    docstring = ast.get_docstring(ast.parse((DESK / name / "__init__.py").read_text()))
    assert docstring, name
    assert len(docstring.splitlines()) <= 6


def _recorded() -> set[str]:
    """Every kind of event that is written by its name, with {} for what is put in."""
    kinds = set()
    for path in SOURCES:
        for call in _calls(path):
            if isinstance(call.func, ast.Name) and call.func.id == "record" and call.args:
                kinds |= _kinds(call.args[0])
    return kinds


def _kinds(node: ast.expr) -> set[str]:
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.IfExp):
        return _kinds(node.body) | _kinds(node.orelse)
    return set()  # put together while running: the test below watches the moves and notes


def test_every_event_that_is_recorded_has_words() -> None:
    words = {kind for module in modules("words") for kind in module.EVENTS}
    assert _recorded() - words == set()


def test_every_move_of_a_case_has_words() -> None:
    from answerable.desk.cases.transitions import TRANSITIONS

    words = {kind for module in modules("words") for kind in module.EVENTS}
    assert {f"case.{name}" for name in TRANSITIONS} - words == set()


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_the_state_of_a_case_is_changed_by_the_table_alone(path: Path) -> None:
    if _name(path) == "cases/actions/move.py":
        return
    for call in _calls(path):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "update":
            chain = ast.unparse(call.func.value)
            touched = {word.arg for word in call.keywords}
            assert not (chain.startswith("Case.objects") and "state" in touched), ast.unparse(call)
