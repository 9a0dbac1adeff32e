"""The officers' directory, `officers.toml` in the data directory: who acts for which organ.

A command names its officer by id (`--as`); organ, department and roles always come from here.
"""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from activities.directory import Directory
from starter.failure import Invalid
from starter.field_errors import in_one_line
from starter.rights import Viewer
from workflows.domain.lifecycle import Actor
from workflows.domain.text import Text

FILE = "officers.toml"
SAMPLE = Path(__file__).with_name("officers.sample.toml")


def actor_of(data: Path, officer: str | None) -> Actor:
    """Return who acts, as the directory of `data` knows him; raises Invalid with what to do."""
    if not officer:
        raise Invalid(
            Text(
                f"缺少 --as：用 --as 编号 或 ZHENGMING_OFFICER 写明由谁办理（{data / FILE}）。",
                f"--as is missing: say who acts with --as ID or ZHENGMING_OFFICER ({data / FILE}).",
            )
        )
    return actor_in(directory_of(data), officer)


def actor_in(directory: Directory, officer: str) -> Actor:
    """Return an officer of a directory; raises Invalid for one that it does not have."""
    actor = directory.actor(officer)
    if actor is None:
        raise Invalid(
            Text(
                f"--as：名录 {FILE} 中没有该编号，请核对，或在名录中添加。",
                f"--as: {FILE} has no officer with this id; check it, or add the officer.",
            )
        )
    return actor


def viewer_in(directory: Directory, officer: str) -> Viewer | None:
    """Return an officer as a reader; None for one that the directory does not have."""
    entry = directory.officers.get(officer)
    if entry is None:
        return None
    return Viewer(officer, entry.organ, entry.reads, entry.names, entry.language)


def directory_of(data: Path) -> Directory:
    """Read the directory; raises Invalid naming the file and the place that is wrong."""
    path = data / FILE
    try:
        return Directory.model_validate(
            tomllib.loads(path.read_text(encoding="utf-8")), extra="forbid"
        )
    except FileNotFoundError:
        raise Invalid(
            Text(
                f"没有人员名录 {path}：请先运行 zhengming up（会生成样例），再写入本机关人员。",
                f"No officers' directory {path}: run zhengming up once, it writes a sample.",
            )
        ) from None
    except ValidationError as error:
        places = in_one_line(error)
        raise Invalid(Text(f"{path}：{places.zh}", f"{path}: {places.en}")) from None
    except (OSError, ValueError) as error:
        raise Invalid(
            Text(f"人员名录 {path} 无法读取：{error}", f"{path} cannot be read: {error}")
        ) from None


def write_sample(data: Path, *, in_force: bool) -> bool:
    """Write the sample directory where there is none, commented out unless it is `in_force`.

    Only a rehearsal starts with officers that nobody appointed. Says whether a file was written.
    """
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    text = "\n".join(lines if in_force else [_commented(line) for line in lines]) + "\n"
    try:
        with (data / FILE).open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


def _commented(line: str) -> str:
    return line if not line or line.startswith("#") else f"# {line}"
