"""`zhengming rulepack list|show|check`: the rule packs, each value with its source and mark."""

from pathlib import Path

import click

from starter.asking import helped
from starter.columns import Line, print_columns
from starter.failure import Invalid
from starter.language import say, spoken
from starter.rulepack_files import load_pack, pack_files, read_pack
from starter.rulepack_page import print_pack
from starter.session import common, session
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text

HELP = Text("规则包：列出、查看、校验。", "List, show and check rule packs.")
LIST = Text("列出随程序提供的规则包。", "List the rule packs that come with the program.")
SHOW = Text(
    "查看一个规则包：每个数值连同出处和标记（T 明文、P 做法、C 建议、D 默认）。",
    "Show a rule pack: every value with its source and mark (T text, P practice, C, D default).",
)
CHECK = Text(
    "校验规则包文件；有错即指出错在何处，退出码 2。",
    "Check a rule pack file; what is wrong is named by its place, exit code 2.",
)
GOOD = Text("{file}：校验通过，{label}，{hash}。", "{file}: valid, {label}, {hash}.")


@click.group(help=helped(HELP, "zhengming rulepack list", "zhengming rulepack show xuchang-2023"))
def command() -> None:
    pass


@command.command(name="list", help=helped(LIST, "zhengming rulepack list --json"))
@common
def list_command() -> None:
    packs = [read_pack(path) for path in pack_files()]
    if session().as_json:
        session().emit({"rule_packs": [_head(pack) for pack in packs]})
        return
    heads = say("编号,版本,生效,哈希,名称", "Id,Version,From,Hash,Title").split(",")
    print_columns(
        heads,
        (
            Line((pack.id, pack.version, pack.effective_from, pack.hash[:12], _title(pack)))
            for pack in packs
        ),
    )


@command.command(name="show", help=helped(SHOW, "zhengming rulepack show xuchang-2023"))
@click.argument("name", metavar="ID")
@common
def show_command(name: str) -> None:
    pack = load_pack(name)
    if session().as_json:
        session().emit({**pack.model_dump(mode="json"), "hash": pack.hash})
    else:
        print_pack(pack)


@command.command(name="check", help=helped(CHECK, "zhengming rulepack check my-office-2027.toml"))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@common
def check_command(file: Path) -> None:
    if file.is_dir():
        raise Invalid(Text(f"{file} 是目录，请指明文件。", f"{file} is a folder: name a file."))
    pack = read_pack(file)
    if session().as_json:
        session().emit({"file": str(file), "valid": True, **_head(pack)})
    else:
        click.echo(spoken(GOOD.format(file=file.name, label=pack.label, hash=pack.hash[:12])))


def _head(pack: RulePack) -> dict[str, str]:
    return {
        "id": pack.id,
        "version": pack.version,
        "hash": pack.hash,
        "effective_from": pack.effective_from.isoformat(),
        "title_zh": pack.title_zh,
        "title_en": pack.title_en,
        "source": pack.source,
    }


def _title(pack: RulePack) -> str:
    return say(pack.title_zh, pack.title_en)
