"""The kinds of matter as the command line knows them: their groups of commands, one row each.

Reading this table loads no rules, so lists and quick commands may. Another kind is another row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from workflows.domain.text import Text

if TYPE_CHECKING:
    from workflows.domain.lifecycle import Command


@dataclass(frozen=True, slots=True)
class Group:
    """The commands of one kind of matter."""

    kind: str
    name: str
    """What a clerk types: `zhengming NAME COMMAND`."""
    label: Text
    summary: Text
    commands: str
    """The module with its `Open`, `UPDATES` and `SIGNALS`."""
    rule_pack: str
    """The pack under which such a matter opens unless another is named."""
    example: str
    """A number as such matters have it."""
    scenarios: str
    """The folder with a payload for each command."""
    wordless: frozenset[str] = frozenset()
    """Commands that need nothing but the officer's word."""
    rights: frozenset[str] = frozenset()
    """Messages that are a person's own right, whoever hands them in."""
    reading: Mapping[str, str] = field(default_factory=dict)
    """Commands of the group that only read, by name: the module of each."""
    told_by: tuple[str, ...] = ()
    """Modules that tell more of such a matter than every matter has."""
    told_of_linked: tuple[str, ...] = ()
    """Modules that tell, for its case file, of the matters linked to it."""

    @property
    def letter(self) -> str:
        """Return the letter of the last part of its numbers; empty where they have no such part."""
        last = self.example.rpartition("-")[2]
        return "" if last.isdigit() else last[0]

    def classes(self) -> "dict[str, type[Command]]":
        """Return what an officer may ask, by name, in the order of the procedure.

        What only other matters ask or report is not among it.
        """
        from workflows.domain.procedure.shared import Linked

        known = import_module(self.commands)
        asked = (known.Open, *known.UPDATES, *known.SIGNALS)
        return {each.kind.replace("_", "-"): each for each in asked if not issubclass(each, Linked)}


_ROWS = (
    Group(
        kind="clarification",
        name="clarification",
        label=Text("澄清正名", "clarification"),
        summary=Text("办理澄清正名", "Open and move clarifications"),
        commands="workflows.domain.clarification.commands",
        rule_pack="xuchang-2023",
        example="CLAR-2026-0042",
        scenarios="tests/scenarios",
        wordless=frozenset({"review", "approve"}),
        rights=frozenset({"apply"}),
        reading={"offer": "starter.commands.offer"},
    ),
    Group(
        kind="accountability_case",
        name="case",
        label=Text("问责案件", "accountability case"),
        summary=Text("办理问责案件", "Open and move accountability cases"),
        commands="workflows.domain.accountability.commands",
        rule_pack="hubei-2016",
        example="ACC-2026-0001",
        scenarios="tests/scenarios/case",
        told_by=("starter.accountability.gates", "starter.accountability.warnings"),
        told_of_linked=("starter.accountability.subjects",),
        wordless=frozenset(
            {
                "assign",
                "approve-start",
                "include-involved",
                "approve-opinion",
                "submit-opinion",
                "propose-decision",
                "approve-no-liability",
            }
        ),
    ),
    Group(
        kind="subject_follow_up",
        name="follow-up",
        label=Text("问责对象后续", "follow-up of a subject"),
        summary=Text("办理问责对象的后续", "Serve, carry out, revisit, reinstate"),
        commands="workflows.domain.follow_up.commands",
        rule_pack="hubei-2016",
        example="ACC-2026-0001-S1",
        scenarios="tests/scenarios/follow-up",
        rights=frozenset({"file_appeal"}),
        told_by=(
            "starter.accountability.consequences",
            "starter.accountability.appeals",
            "starter.accountability.archives",
        ),
    ),
    Group(
        kind="appeal",
        name="appeal",
        label=Text("申诉", "appeal"),
        summary=Text("办理申诉", "Re-examine and conclude appeals"),
        commands="workflows.domain.appeal.commands",
        rule_pack="hubei-2016",
        example="ACC-2026-0001-S1-A1",
        scenarios="tests/scenarios/appeal",
        wordless=frozenset({"accept-appeal"}),
        rights=frozenset({"request_re_review"}),
    ),
    Group(
        kind="probation",
        name="probation",
        label=Text("考验期", "probation"),
        summary=Text("办理考验期", "Approve, check and evaluate probations"),
        commands="workflows.domain.probation.commands",
        rule_pack="hubei-2016",
        example="ACC-2026-0001-P1",
        scenarios="tests/scenarios/probation",
        wordless=frozenset({"approve-probation"}),
    ),
    Group(
        kind="rectification",
        name="rectification",
        label=Text("整改", "rectification"),
        summary=Text("办理整改", "Plan, report, verify and write off"),
        commands="workflows.domain.rectification.commands",
        rule_pack="hubei-2016",
        example="ACC-2026-0001-R1",
        scenarios="tests/scenarios/rectification",
        wordless=frozenset({"write-off", "begin-look-back"}),
    ),
)

GROUPS: Mapping[str, Group] = {row.name: row for row in _ROWS}
"""By the name of the group."""
KINDS: Mapping[str, Group] = {row.kind: row for row in _ROWS}
"""By the kind of matter, as the record store has it."""
