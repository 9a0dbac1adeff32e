"""Reads rule packs from `rulepacks/*.toml` and refuses what a matter must not be opened under.

Whatever is wrong with a pack is one line that names the file and the place in it.
"""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from starter.failure import Invalid
from starter.field_errors import in_one_line
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text

PACKS = Path(__file__).parents[1] / "rulepacks"
DEFAULT = "xuchang-2023"


def pack_files(folder: Path = PACKS) -> list[Path]:
    """Return the files of all packs, by name."""
    return sorted(folder.glob("*.toml"))


def load_pack(name: str, folder: Path = PACKS) -> RulePack:
    """Return the pack called `name`; raises Invalid, also for a name that no file has."""
    path = folder / f"{name}.toml"
    if path not in pack_files(folder):
        names = "、".join(file.stem for file in pack_files(folder))
        raise Invalid(
            Text(f"没有这个规则包；现有：{names}", f"no such rule pack; there are: {names}")
        )
    return read_pack(path)


def read_pack(path: Path) -> RulePack:
    """Return the pack of a file; raises Invalid naming the file and the place that is wrong."""
    try:
        pack = RulePack.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        places = in_one_line(error)
        raise Invalid(Text(f"{path.name}：{places.zh}", f"{path.name}: {places.en}")) from None
    except FileNotFoundError:
        raise Invalid(Text(f"没有文件 {path}", f"there is no file {path}")) from None
    except (OSError, ValueError) as error:
        raise Invalid(
            Text(f"{path.name} 无法读取：{error}", f"{path.name} cannot be read: {error}")
        ) from None
    if pack.id != path.stem:
        raise Invalid(
            Text(
                f"{path.name}：id 是 {pack.id}，应与文件名一致",
                f"{path.name}: id is {pack.id}, the file name says otherwise",
            )
        )
    return pack
