"""``answerable mosaic`` as a contract: forms, exit statuses, plain sentences."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app

RUN = CliRunner()
TABLE = "body,answer\nA,NCND\nB,<5\nC,none\n"


def run(tmp_path: Path, text: str, *options: str, name: str = "a.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return RUN.invoke(app, ["mosaic", str(path), *options])


def test_json_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    done = run(
        tmp_path, TABLE, "--total", "9", "--marker", "<5=1..4", "--format", "json", "--me", "A"
    )
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["feasible"] is True
    assert found["contradiction"] is None
    assert [(b["body"], b["lo"], b["hi"]) for b in found["bodies"]] == [
        ("A", 5, 8),
        ("B", 1, 4),
        ("C", 0, 0),
    ]
    assert found["bodies"][2]["p_has_cases"] == 0
    assert {"none", "<5", "ncnd", "silent"} <= {each["answer"] for each in found["if_i_answer"]}


def test_listed_priors_give_whole_posteriors(tmp_path: Path) -> None:
    one = {"prior": ["3/4", "1/4"], "answer": "NCND"}
    text = json.dumps({"authorities": {"A": one}, "policy": {"p_always_ncnd": "1/2"}})
    found = json.loads(run(tmp_path, text, "--format", "json").stdout)
    assert found["posterior"]["A"] == pytest.approx({"0": 0.6, "1": 0.4})
    assert found["p_has_cases"]["A"] == pytest.approx(0.4)
    assert found["p_type_always"]["A"] == pytest.approx(0.8)
    assert found["evidence"] == pytest.approx(0.625)


def test_a_contradiction_is_a_finding_and_never_nan(tmp_path: Path) -> None:
    done = run(tmp_path, "body,answer\nA,7\nB,8\n", "--total", "9", "--format", "json")
    assert done.exit_code == 1
    assert "NaN" not in done.stdout
    found = json.loads(done.stdout)
    assert found["feasible"] is False
    assert set(found["contradiction"]["bodies"]) == {"A", "B"}


@pytest.mark.parametrize("form", ["text", "html", "svg"])
def test_every_form_can_be_made(tmp_path: Path, form: str) -> None:
    done = run(
        tmp_path, TABLE, "--total", "5..9", "--marker", "<5=1..4", "--format", form, "--me", "A"
    )
    assert done.exit_code == 0
    assert "nan" not in done.stdout.lower().replace("finan", "")


def test_names_are_escaped_in_the_page(tmp_path: Path) -> None:
    done = run(tmp_path, "body,answer\n<script>x,ncnd\n", "--format", "html", "--me", "<script>x")
    assert done.exit_code == 0
    assert "<script>" not in done.stdout


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        (TABLE, (), "marker whose range is not declared"),
        ("", (), "is empty"),
        ("body,answer\n", (), "no bodies"),
        ("name,answer\nA,1\n", (), "no column “body”"),
        ("body,answer\nA,1,2\n", (), "line 2 has 3 cells"),
        ("body,answer\nA,-1\n", (), "negative"),
        ("body,answer\nA,lots\n", (), "is not an answer"),
        ("body,answer\nA,1\nA,2\n", (), "stands there twice"),
        ("body,answer,prior_mean\nA,1,x\n", (), "not a number"),
        ("body,answer\nA,1\n", ("--total", "9..3"), "smaller number first"),
        ("body,answer\nA,1\n", ("--total", "x"), "not a number"),
        ("body,answer\nA,1\n", ("--always-ncnd", "2"), "between 0 and 1"),
        ("body,answer\nA,1\n", ("--me", "B"), "not among the bodies"),
        ("body,answer\nA,1\n", ("--region", "N=3"), "no body is in it"),
        ("body,answer\nA,1\n", ("--marker", "<5"), "needs a range"),
        ("body,answer,prior_mean\nA,1,1e9\n", (), "at most 10,000"),
        ('{"authorities":{"A":{"answer":"ncnd"}},"policy":[1]}', (), "must be an object"),
        ("{", (), "not JSON"),
        ("[" * 100_000, (), "nested too deeply"),
        ('{"authorities":{"A":{"answer":"ncnd"},"A":{"answer":"none"}}}', (), "twice"),
        ('{"authorities":{"A":{"answer":true}}}', (), "is not an answer"),
        ('{"authorities":{"A":{"answer":"ncnd","region":[1]}}}', (), "list of names"),
        ('{"authorities":{"A":{"prior":["1e-9999999","1"]}}}', (), "not a number"),
        ("body,answer\nA,1\n", ("--total", "1e9999999"), "not a number"),
        ("body,answer\nA,1\n", ("--always-ncnd", "1e-9999999"), "not a number"),
        ("body,answer\nA,1\n", ("--total", "3=0.5,5=0.6"), "add up to 1.1"),
        ("body,answer\nA,9-5\n", (), "smaller number first"),
        ("body,answer\nA,7\n", ("--marker", "7=1..9"), "stands for itself"),
        ("body,answer,answer\nA,7,8\n", (), "names a column twice"),
        ('body,answer\n"A,7\n', (), "not a row of a CSV table"),
        ("body,answer,region\nA,1,N\n", ("--region", "N=1", "--region", "N=2"), "given twice"),
        ("body,answer\n" + "".join(f"b{n},1\n" for n in range(20_001)), (), "20,000 bodies"),
        ('{"authorities":{"A":{"prior":["1/2"],"answer":"ncnd"}}}', (), "add up to 0.5"),
        ('{"authorities":{"A":{"prior":["3/2","-1/2"],"answer":"ncnd"}}}', (), "negative"),
        ('{"authorities":{"A":{"prior":["1/0"],"answer":"ncnd"}}}', (), "not a number"),
        ('{"authorities":[]}', (), "no “authorities”"),
        ('{"authorities":{"A":{"answer":"ncnd","past":3}}}', (), "list of answers"),
        (
            '{"authorities":{"A":{"answer":"ncnd"}},"policy":{"p_always_ncnd":[1]}}',
            (),
            "not a number",
        ),
    ],
)
def test_bad_input_gets_one_plain_sentence(
    tmp_path: Path, text: str, options: tuple[str, ...], words: str
) -> None:
    done = run(tmp_path, text, *options)
    assert done.exit_code == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not done.stdout


def test_no_answer_is_silence_and_never_none(tmp_path: Path) -> None:
    text = json.dumps({"authorities": {"A": {"prior": [0.5, 0.5], "answer": None}}})
    found = json.loads(run(tmp_path, text, "--format", "json").stdout)
    assert found["bodies"][0]["answer"] == "silent"
    assert found["p_has_cases"]["A"] == pytest.approx(0.5)


@pytest.mark.parametrize("options", [(), ("--total", "10")])
def test_a_large_mean_is_reckoned_too(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = run(tmp_path, "body,answer,prior_mean\nA,ncnd,9000\n", "--format", "json", *options)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["p_has_cases"]["A"] == pytest.approx(1)


def test_regional_totals_narrow(tmp_path: Path) -> None:
    text = "body,answer,region\nA,ncnd,N\nB,2,N\nC,ncnd,S\n"
    done = run(tmp_path, text, "--total", "10", "--region", "N=5", "--format", "json")
    found = json.loads(done.stdout)
    assert [(b["lo"], b["hi"]) for b in found["bodies"]] == [(3, 3), (2, 2), (5, 5)]
    assert found["p_has_cases"] == pytest.approx({"A": 1, "B": 1, "C": 1})


def test_a_table_too_large_is_refused_for_safety(tmp_path: Path) -> None:
    text = "body,answer,prior_mean\n" + "".join(f"b{n},ncnd,{n + 1}\n" for n in range(900))
    done = run(tmp_path, text, "--total", "100000")
    assert done.exit_code == 3
    assert "too large" in done.stderr


def test_a_contradiction_can_be_allowed_by_fail_on_never(tmp_path: Path) -> None:
    text = "body,answer\nA,7\nB,8\n"
    assert run(tmp_path, text, "--total", "9", "--fail-on", "never").exit_code == 0
    done = run(tmp_path, text, "--total", "9")
    assert done.exit_code == 1
    assert "A has at least 7, B has at least 8" in done.stdout
    assert "Probability that" not in done.stdout  # no total and share fit


def test_the_page_ends_with_what_the_result_supports(tmp_path: Path) -> None:
    done = run(tmp_path, "body,answer\nA,ncnd\nB,none\n", "--format", "html", "--me", "A")
    titles = [part.split("</h2>")[0] for part in done.stdout.split("<h2")[1:]]
    assert titles[-1].endswith("What this does and does not support")
    assert "a person must decide" in done.stdout.split("<h2")[-1]


def test_markers_of_the_file_are_possible_answers_of_ours(tmp_path: Path) -> None:
    one = {"prior": ["1/2", "1/4", "1/4"], "answer": "<2"}
    text = json.dumps({"authorities": {"A": one, "B": one}, "markers": {"<2": [0, 1]}})
    found = json.loads(run(tmp_path, text, "--me", "B", "--format", "json").stdout)
    assert "<2" in [each["answer"] for each in found["if_i_answer"]]


@pytest.mark.parametrize(
    ("said", "limits"), [("5-9", (5, 9)), ("1 to 4", (1, 4)), ("0..2", (0, 2))]
)
def test_a_band_declares_its_own_range(tmp_path: Path, said: str, limits: tuple[int, int]) -> None:
    found = json.loads(run(tmp_path, f"body,answer\nA,{said}\n", "--format", "json").stdout)
    assert (found["bodies"][0]["lo"], found["bodies"][0]["hi"]) == limits


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    done = run(tmp_path, "body,answer\nA\x1b[31mred\x00,ncnd\n")
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert "\x00" not in done.stdout


def test_standard_input_is_read_and_a_file_is_written_whole(tmp_path: Path) -> None:
    out = tmp_path / "mosaic.html"
    done = RUN.invoke(
        app,
        ["mosaic", "-", "--format", "html", "-o", str(out)],
        input="body,answer\nA,ncnd\n",
    )
    assert done.exit_code == 0
    assert out.read_text(encoding="utf-8").endswith("</html>\n")


@pytest.mark.parametrize("options", [("--me", "A"), ("--total", "2")])
def test_probabilities_never_pass_one(tmp_path: Path, options: tuple[str, ...]) -> None:
    text = "body,answer,prior_mean\n" + "".join(f"{c},ncnd,0.7\n" for c in "ABCDEFG")
    found = json.loads(
        run(tmp_path, text, "--always-ncnd", "0", "--format", "json", *options).stdout
    )
    assert all(p is None or 0 <= p <= 1 for p in (b["p_has_cases"] for b in found["bodies"]))
