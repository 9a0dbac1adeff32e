"""`zhengming file CASE`: the readable case file, from the record store alone."""

import click

from starter.asking import helped, number_argument, record_store
from starter.case_file import case_file, print_case_file
from starter.matter import Matter
from starter.session import common, session
from workflows.domain.text import Text

HELP = Text(
    "案卷：全部经过、通知、文书和期限；不含姓名和内部评估要素。",
    "The case file: every step, notice, document and term; no names, no internal factors.",
)


@click.command(
    help=helped(
        HELP,
        "zhengming file CLAR-2026-0042",
        "zhengming file CLAR-2026-0042 --lang en > file.txt",
    )
)
@number_argument
@common
def command(number: str) -> None:
    with record_store() as reader:
        document = case_file(Matter(reader, number))
    if session().as_json:
        session().emit(document)
    else:
        print_case_file(document)
