"""`zhengming completion`: the script that lets a shell complete our commands."""

import click
from click.shell_completion import get_completion_class

from starter.language import say
from starter.session import common, session

WHERE = {
    "bash": 'eval "$(zhengming completion bash)"  # ~/.bashrc',
    "zsh": 'eval "$(zhengming completion zsh)"  # ~/.zshrc',
    "fish": "zhengming completion fish | source  # ~/.config/fish/config.fish",
}


@common
@click.command(
    "completion",
    help=say("输出命令补全脚本。", "Print the completion script of a shell.")
    + "\n\n"
    + say("示例：", "Example: ")
    + WHERE["bash"],
)
@click.argument("shell", type=click.Choice(list(WHERE)))
def command(shell: str) -> None:
    """Print the script for one shell."""
    from starter.__main__ import main_group

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(shell)
    script = made(main_group, {}, "zhengming", "_ZHENGMING_COMPLETE").source()
    if session().as_json:
        session().emit({"shell": shell, "script": script})
    else:
        click.echo(script)
