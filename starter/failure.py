"""What a command tells its user when it cannot do what was asked: one line and an exit code.

CommandFailed 1 ── Invalid 2 · Refused 3 · NoSuchMatter 4 · ServiceAway 5
"""

from typing import Any

from starter.language import say, spoken
from workflows.domain.text import Text


class CommandFailed(Exception):
    """A failure that the user can act on; never shown with a traceback."""

    exit_code = 1

    def __init__(self, message: Text) -> None:
        super().__init__(spoken(message))
        self.message = message

    def as_json(self) -> dict[str, Any]:
        """Return the failure for `--json`."""
        return {
            "error": {
                "exit_code": self.exit_code,
                "message_zh": self.message.zh,
                "message_en": self.message.en,
            }
        }


class Invalid(CommandFailed):
    """Usage or payload is wrong; the message names the option or the field."""

    exit_code = 2


class Refused(CommandFailed):
    """A rule forbids it; the message names the rule and what to do instead."""

    exit_code = 3

    def __init__(self, rule: str, message: Text) -> None:
        super().__init__(message)
        self.rule = rule

    def __str__(self) -> str:
        return say(f"规则 {self.rule}：", f"rule {self.rule}: ") + super().__str__()

    def as_json(self) -> dict[str, Any]:
        """Return the failure with its rule."""
        failure = super().as_json()
        failure["error"]["rule"] = self.rule
        return failure


class NoSuchMatter(CommandFailed):
    """There is no matter with that number."""

    exit_code = 4

    def __init__(self, number: str) -> None:
        super().__init__(
            Text(
                f"没有编号为 {number} 的事项：请核对编号（zhengming due 列出在办事项）。",
                f"There is no matter {number}: check the number (zhengming due lists open ones).",
            )
        )


class ServiceAway(CommandFailed):
    """The server, the workers or the record store do not answer."""

    exit_code = 5
