"""The command lines that read commands recommend are those of the write commands."""

import shlex

import pytest

from starter.commands.procedure import Procedure, command
from starter.kinds import GROUPS, Group
from starter.labels import next_command
from tests.domain.parts import OFFICERS
from tests.starter.reading.lives import ALL
from workflows.domain.clarification.duties import DUTY_OF_STAGE


@pytest.mark.parametrize("group", GROUPS.values(), ids=list(GROUPS))
def test_a_command_without_a_payload_can_do_without(group: Group):
    classes = group.classes()

    for name in group.wordless:
        assert classes[name].model_validate({"actor": OFFICERS["li"]})


def test_every_duty_is_done_by_a_command_that_takes_the_line():
    duties = {duty for duty, _, _ in DUTY_OF_STAGE.values()}
    duties |= {duty for life in ALL.values() for duty in life.duties}

    clarification = command("clarification")
    assert isinstance(clarification, Procedure)
    for duty in duties:
        _, _, name, *rest = shlex.split(next_command("clarification", duty, "CLAR-2026-0001"))
        made = clarification.get_command(None, name)
        assert made is not None
        made.make_parser(made.context_class(made)).parse_args(rest)
