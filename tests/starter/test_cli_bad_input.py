"""What the command line refuses before anything is sent: exit code 2, one line, the field named."""

import json
from pathlib import Path

import pytest

from tests.starter.cli import SCENARIOS, Zhengming

SECRET = "王小明不应出现"

WRONG_FIELDS = {
    "an impossible date": ("verification.ended_on=2026-02-30", "verification.ended_on"),
    "a date that is a word": ("verification.ended_on=昨天", "verification.ended_on"),
    "a date before our time": ("verification.ended_on=1015-01-01", "verification.ended_on"),
    "an unknown code": (f"route={SECRET}", "route"),
    "a number for a text": ("subject.name=12", "subject.name"),
    "a word for a yes or no": (f"subject.full_position={SECRET}", "subject.full_position"),
    "a list for a group": ("subject=[1]", "subject"),
    "a text for a list": (f"verification.points={SECRET}", "verification.points"),
    "a blank code": ("handling_organ=A B", "handling_organ"),
    "a field that is not known": (f"remark={SECRET}", "remark"),
    "a field of a group that is not known": ("subject.age=51", "subject.age"),
    "a text that is too long": ("subject.name=" + SECRET * 200, "subject.name"),
    "a rule between fields": ("handled_as=ORGAN", "handled_as"),
    "somebody else's name": ("actor.officer=zhao", "actor"),
    "another number": ("number=CLAR-2026-1", "number"),
}


@pytest.mark.parametrize("setting", WRONG_FIELDS.values(), ids=list(WRONG_FIELDS))
def test_a_field_that_does_not_fit_is_named_and_not_repeated(
    setting: tuple[str, str], tmp_path: Path
):
    written, field = setting

    said = Zhengming(tmp_path / "nothing")(
        "clarification", "open", "CLAR-2026-7", "--as", "li", "--set", written, "--json",
        "--file", SCENARIOS / "open.yaml", ZHENGMING_DATA=str(directory(tmp_path)),
    )  # fmt: skip

    assert said.code == 2
    assert field in said.error["message_zh"]
    assert field in said.error["message_en"]
    assert SECRET not in said.out + said.err
    assert said.err.count("\n") == 1


def directory(folder: Path) -> Path:
    """Return a data directory with officers and nothing else."""
    from starter.officers import write_sample

    write_sample(folder, in_force=True)
    return folder


@pytest.fixture
def clerk(tmp_path: Path) -> Zhengming:
    """The command line where nothing runs: what is refused here was refused before sending."""
    return Zhengming(directory(tmp_path))


def test_missing_fields_are_all_named_in_one_line(clerk: Zhengming):
    said = clerk("clarification", "open", "CLAR-2026-7", "--as", "li", "--lang", "en")

    assert said.code == 2
    for field in ("entry", "route", "subject", "handling_organ", "verification"):
        assert f"{field}: is missing" in said.err
    assert said.err.count("\n") == 1


def test_a_field_of_a_situation_is_named_by_its_path(clerk: Zhengming):
    situations = '{"situations": {"held": [{"code": "ELECTION_OR_SELECTION_AFFECTED"}]}}'

    said = clerk(
        "clarification", "screen", "CLAR-2026-7", "--as", "li", "--file", "-", stdin=situations
    )

    assert said.code == 2
    assert "situations.held.0.event：缺少" in said.err


DOCUMENTS = {
    "no YAML": ("reasons: [", "line 1"),
    "a list": ("- a\n- b\n", "--file"),
    "a key twice": ("reasons: a\nreasons: b\n", "line 1"),
    "a key twice in JSON": ('{"reasons": "a", "reasons": "b"}', "twice"),
    "an alias": ("reasons: &a x\nmore: *a\n", "line 2"),
    "a tag": ("reasons: !!python/object/apply:os.system [ls]\n", "line 1"),
    "too deep": ("a: " + "[" * 40 + "]" * 40, "line 1"),
    "too large": ("reasons: " + "长" * 300_000, "too large"),
    "a control character": ("reasons: \x07", "characters"),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_a_document_that_is_none_is_refused_with_its_line(
    clerk: Zhengming, document: tuple[str, str]
):
    text, complaint = document

    said = clerk(
        "clarification", "reject", "CLAR-2026-7", "--as", "zhao", "--file", "-", "--lang", "en",
        stdin=text,
    )  # fmt: skip

    assert said.code == 2
    assert complaint in said.err
    assert said.err.count("\n") == 1


def test_a_file_that_cannot_be_read_is_named(clerk: Zhengming, tmp_path: Path):
    (tmp_path / "gbk.yaml").write_bytes("reasons: 理由".encode("gbk"))

    for name in ("absent.yaml", "gbk.yaml", "."):
        said = clerk(
            "clarification", "reject", "CLAR-2026-7", "--as", "zhao", "--file", tmp_path / name
        )
        assert said.code == 2
        assert "--file" in said.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("clarification", "review", "clar-1", "--as", "li"), "CASE"),
        (("clarification", "review", "CLAR-2026-7\n", "--as", "li"), "CASE"),
        (("clarification", "review", "CLAR-2026-7"), "--as"),
        (("clarification", "review", "CLAR-2026-7", "--as", "nobody"), "--as"),
        (("clarification", "review", "CLAR-2026-7", "--as", "li", "--on", "2026-02-30"), "--on"),
        (("clarification", "review", "CLAR-2026-7", "--as", "li", "--on", "tomorrow"), "--on"),
        (("clarification", "review", "CLAR-2026-7", "--as", "li", "--key", "a b"), "--key"),
        (("clarification", "review", "CLAR-2026-7", "--as", "li", "--set", "remark"), "--set"),
        (("clarification", "review", "CLAR-2026-7", "--as", "li", "--wait", "0"), "--wait"),
        (("clarification", "dance", "CLAR-2026-7"), "dance"),
        (("clarification", "apply", "CLAR-2026-7", "--as", "li", "--key", "k"), "--key"),
        (("advance", "CLAR-2026-7"), "--days"),
        (("advance", "CLAR-2026-7", "--days", "3", "--to", "2026-12-01"), "--days"),
        (("advance", "CLAR-2026-7", "--to", "2026-02-30"), "--to"),
        (("schema", "clarification", "dance"), "COMMAND"),
        (("completion", "powershell"), "powershell"),
        (("up", "--port", "70000"), "--port"),
    ],
)
def test_wrong_usage_is_told_in_one_line(
    clerk: Zhengming, arguments: tuple[str, ...], complaint: str
):
    said = clerk(*arguments, "--json")

    assert said.code == 2
    assert complaint in said.error["message_zh"]
    assert said.err.count("\n") == 1


def test_an_unknown_rule_pack_lists_those_that_exist(clerk: Zhengming):
    said = clerk.do("open", "CLAR-2026-7", "--rule-pack", "../secrets")

    assert said.code == 2
    assert "xuchang-2023" in said.error["message_en"]


DIRECTORIES = {
    "no TOML": ("[officers.li", "officers.toml"),
    "an unknown role": ('[officers.li]\norgan = "DW"\nroles = ["king"]', "officers.li.roles.0"),
    "no roles": ('[officers.li]\norgan = "DW"\nroles = []', "officers.li.roles"),
    "a misspelt key": (
        '[officers.li]\norgan = "DW"\nroles = ["principal"]\ndepartement = "D3"',
        "officers.li.departement",
    ),
}


@pytest.mark.parametrize("directory", DIRECTORIES.values(), ids=list(DIRECTORIES))
def test_a_directory_that_is_wrong_is_named_with_the_place(
    tmp_path: Path, directory: tuple[str, str]
):
    text, place = directory
    (tmp_path / "officers.toml").write_text(text)

    said = Zhengming(tmp_path).do("review", "CLAR-2026-7")

    assert said.code == 2
    assert place in said.error["message_en"]


def test_without_a_directory_the_clerk_is_told_how_to_get_one(tmp_path: Path):
    said = Zhengming(tmp_path).do("review", "CLAR-2026-7")

    assert said.code == 2
    assert "zhengming up" in said.error["message_en"]


def test_every_sentence_of_the_domain_has_its_chinese():
    import ast

    from starter.sentences import SENTENCES

    domain = Path(__file__).parents[2] / "workflows" / "domain"
    shapes = ("commands", "values", "methods", "situations", "particulars", "subjects", "linked")
    said = {
        node.exc.args[0].value
        for path in domain.rglob("*.py")
        if path.stem.partition("_of_")[0] in shapes
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and isinstance(node.exc.args[0], ast.Constant)
    }

    assert {"items: each id once", "points: each id once"} <= said
    assert said <= set(SENTENCES)


def test_a_schema_says_what_a_payload_may_hold(clerk: Zhengming):
    schema = clerk("schema", "clarification", "give-opinion").json

    assert "actor" not in schema["properties"]
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["start", "factors", "reasons"]
    everything = clerk("schema", "clarification", "--json").json
    assert json.dumps(schema) == json.dumps(everything["give-opinion"])
    assert "opening" in everything["apply"]["properties"]
    assert "number" not in everything["open"]["properties"]
