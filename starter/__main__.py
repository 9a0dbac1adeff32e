"""The command line: `zhengming COMMAND`, or `python -m starter COMMAND`.

Whatever goes wrong ends here as one line on standard error and the exit code of the contract.
"""

import os
import sys
from typing import Any

import click

from starter.commands import COMMANDS
from starter.failure import CommandFailed
from starter.language import say
from starter.lazy import LazyGroup
from starter.session import common

main_group = common(
    LazyGroup(
        name="zhengming",
        entries=COMMANDS,
        help=say(
            "正名：办理问责案件和澄清正名，期限自动推进。\n\n示例：zhengming demo",
            "zhengming: accountability cases and clarifications whose deadlines run by "
            "themselves.\n\nExample: zhengming demo",
        ),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
)


def run(arguments: list[str]) -> int:
    """Run one command and return the exit code."""
    try:
        code = main_group.main(arguments, prog_name="zhengming", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except CommandFailed as failure:
        return _report(failure.exit_code, str(failure), failure.as_json(), arguments)
    except click.exceptions.NoArgsIsHelpError as error:  # a group alone: its help is the answer
        click.echo(error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "zhengming"
        hint = say(f"（用法：{command} --help）", f" (see {command} --help)")
        return _plain(2, error.format_message() + hint, arguments)
    except click.ClickException as error:
        return _plain(error.exit_code, error.format_message(), arguments)
    except (click.Abort, KeyboardInterrupt):
        return _plain(1, say("已中断。", "Interrupted."), arguments)
    except BrokenPipeError:
        return 1
    except Exception as error:  # a traceback is for us, not for a clerk
        if os.environ.get("ZHENGMING_DEBUG"):
            raise
        name = type(error).__name__
        return _plain(
            1,
            say(f"程序错误（{name}）：请联系维护人员。", f"Bug ({name}): tell your maintainers."),
            arguments,
        )


def _plain(code: int, message: str, arguments: list[str]) -> int:
    document = {"error": {"exit_code": code, "message_zh": message, "message_en": message}}
    return _report(code, message, document, arguments)


def _report(code: int, message: str, document: dict[str, Any], arguments: list[str]) -> int:
    if "--json" in arguments:
        import json

        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    click.echo(say("错误：", "Error: ") + " ".join(message.split()), err=True)
    return code


def main() -> None:
    """Run as a process; one that has loaded the SDK must not wait for its threads."""
    code = run(sys.argv[1:])
    if "temporalio" not in sys.modules:
        sys.exit(code)
    from starter.ending import leave

    leave(code)


if __name__ == "__main__":
    main()
