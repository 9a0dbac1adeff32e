"""From a clerk's file and options to a command: the payload holds its fields, never who acts."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from starter.documents import LARGEST, parse_document
from starter.failure import Invalid
from starter.field_errors import in_one_line
from workflows.domain.lifecycle import Actor, Command
from workflows.domain.text import Text

C = TypeVar("C", bound=BaseModel)
STDIN = "-"


def read_payload(file: str | None, settings: Sequence[str] = ()) -> dict[str, Any]:
    """Return the fields of `--file` with those of `--set` on top; raises Invalid."""
    payload: Any = {}
    if file is not None:
        payload = parse_document(_text_of(file), "stdin" if file == STDIN else file)
    if payload is None:
        payload = {}
    if not isinstance(payload, dict):
        raise Invalid(
            Text(
                "--file：内容应为一组字段（字段: 值）。",
                "--file: must hold fields, one `field: value` per line.",
            )
        )
    for setting in settings:
        _apply(payload, setting)
    return payload


def command_of(kind: type[Command], payload: dict[str, Any], actor: Actor, on: date | None) -> Any:
    """Return the command of class `kind` that a payload writes down; raises Invalid."""
    if "actor" in payload:
        raise Invalid(
            Text(
                "actor：不写在文件里，由 --as 和人员名录确定。",
                "actor: not in the file; --as and the officers' directory say who acts.",
            )
        )
    fields = {**payload, "actor": actor}
    if on is not None:
        fields["effective_on"] = on
    return checked(kind, fields)


def checked(model: type[C], fields: dict[str, Any]) -> C:
    """Return fields as a value without any that it does not know; raises Invalid naming them."""
    try:
        return model.model_validate(fields, extra="forbid")
    except ValidationError as error:
        raise Invalid(in_one_line(error, fields)) from None


def _text_of(file: str) -> str:
    try:
        if file == STDIN:
            return sys.stdin.buffer.read(4 * LARGEST + 1).decode()
        with Path(file).open("rb") as opened:
            return opened.read(4 * LARGEST + 1).decode()
    except OSError as error:
        raise Invalid(
            Text(
                f"--file：无法读取 {file}（{error.strerror}）。",
                f"--file: cannot read {file} ({error.strerror}).",
            )
        ) from None
    except UnicodeDecodeError:
        raise Invalid(
            Text(f"--file：{file} 不是 UTF-8 文本。", f"--file: {file} is not UTF-8 text.")
        ) from None


def _apply(payload: dict[str, Any], setting: str) -> None:
    path, separator, written = setting.partition("=")
    if not separator or not path:
        raise Invalid(
            Text(
                "--set：应写成 字段=值，如 --set agrees=true。",
                "--set: write field=value, such as --set agrees=true.",
            )
        )
    *way, last = path.split(".")
    node: Any = payload
    for position, part in enumerate(way):
        node = _step(node, part, ".".join(way[: position + 1]))
    _put(node, last, parse_document(written, f"--set {path}"), path)


def _step(node: Any, part: str, path: str) -> Any:
    """Return what lies under `part`, made if need be."""
    if isinstance(node, list) and part.isdecimal() and int(part) < len(node):
        return node[int(part)]
    if isinstance(node, dict):
        if not isinstance(node.get(part), dict | list):
            node[part] = {}
        return node[part]
    raise _no_way(path)


def _put(node: Any, part: str, value: Any, path: str) -> None:
    if isinstance(node, dict):
        node[part] = value
    elif isinstance(node, list) and part.isdecimal() and int(part) < len(node):
        node[int(part)] = value
    else:
        raise _no_way(path)


def _no_way(path: str) -> Invalid:
    return Invalid(
        Text(f"--set：没有 {path} 这个位置。", f"--set: there is no place {path} to set.")
    )
