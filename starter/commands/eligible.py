"""`zhengming eligible CASE SUBJECT RESTRICTION`: whether a person may get that on a day."""

from datetime import date
from typing import Any

import click

from starter.arguments import day_of
from starter.asking import helped, record_store
from starter.failure import Invalid
from starter.labels import RESTRICTIONS, worded
from starter.language import say
from starter.matter import Matter
from starter.session import common, session
from workflows.domain.text import Text

HELP = Text(
    "问一个对象在某日可不可以提任、担任职务或者评优，并说明理由。RESTRICTION：",
    "Ask whether a subject may be promoted, get a post or an award on a day, and why."
    " RESTRICTION: ",
)
EXAMPLES = (
    "zhengming eligible ACC-2026-0001 S1 promotion",
    "zhengming eligible ACC-2026-0001-S1 award --on 2026-12-31 --json",
)


def _help() -> Text:
    zh = "、".join(f"{code}（{text.zh}）" for code, text in RESTRICTIONS.items())
    en = ", ".join(f"{code} ({text.en})" for code, text in RESTRICTIONS.items())
    return Text(f"{HELP.zh}{zh}。", f"{HELP.en}{en}.")


@click.command(help=helped(_help(), *EXAMPLES))
@click.argument("number", metavar="CASE")
@click.argument("rest", metavar="[SUBJECT] RESTRICTION", nargs=-1, required=True)
@click.option(
    "--on", metavar="DATE", help=say("哪一日，默认今天。", "Which day; today by default.")
)
@common
def command(number: str, rest: tuple[str, ...], on: str | None) -> None:
    *subjects, named = rest
    asked = named.lower().replace("_", "-")
    if asked not in RESTRICTIONS or len(subjects) > 1:
        known = ", ".join(RESTRICTIONS)
        raise Invalid(
            Text(f"RESTRICTION：应为 {known} 之一。", f"RESTRICTION: must be one of {known}.")
        )
    day = day_of("--on", on)
    told = _answer(number, subjects[0] if subjects else None, asked, day)
    if session().as_json:
        session().emit(told)
    else:
        _print(told)


def _answer(number: str, subject: str | None, asked: str, on: date | None) -> dict[str, Any]:
    from starter.accountability.consequences import answer
    from starter.accountability.numbers import only_follow_up
    from starter.case_file.journal import read_journal
    from workflows.domain.accountability_rules.codes import RestrictionKind

    with record_store() as reader:
        follow_up = only_follow_up(reader, number, subject)
        journal = read_journal(reader, follow_up)
        today = Matter(reader, follow_up).today
    return answer(journal, RestrictionKind(asked.upper().replace("-", "_")), on or today)


def _print(told: dict[str, Any]) -> None:
    yes = say("可以", "yes") if told["eligible"] else say("不可以", "no")
    about = f"{told['matter']} · {told['on']} · {worded(told, 'label')}"
    click.secho(about + say("：", ": ") + yes, bold=True)
    for reason in told["reasons"]:
        click.echo(f"  {worded(reason, 'text')}")
    if told["first_eligible"]:
        click.echo(say(f"  {told['first_eligible']} 起可以", f"  from {told['first_eligible']} on"))
    for source in told["sources"]:
        click.echo(say("  依据：", "  basis: ") + source)
