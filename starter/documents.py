"""Reads what a clerk wrote, YAML or JSON, into plain values, and nothing more than was written.

YAML here has text, numbers, true/false, null, lists and groups. Days stay text until a field asks
for one; `NO` is the text NO; no aliases (a small file could unfold to gigabytes) and no key twice.
"""

import json
import re
from collections.abc import Hashable
from typing import Any

import yaml

from starter.failure import Invalid
from workflows.domain.text import Text

LARGEST = 256 * 1024
"""Characters; a payload of the longest texts is far smaller."""
DEEPEST = 20
"""Levels; no payload has more than six."""

PLAIN: tuple[tuple[str, str, str], ...] = (
    ("tag:yaml.org,2002:bool", r"^(?:true|false|True|False)$", "tfTF"),
    ("tag:yaml.org,2002:null", r"^(?:null|~|)$", "n~"),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
)


class _Loader(yaml.SafeLoader):
    """A safe loader without what surprises clerks."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="aliases are not used", problem_mark=self.get_mark())
        self.depth += 1
        if self.depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem="too deep", problem_mark=self.get_mark())
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        if len(keys) != len(set(keys)):
            raise yaml.MarkedYAMLError(problem="a key twice", problem_mark=node.start_mark)
        return super().construct_mapping(node, deep=deep)


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in PLAIN:
    _Loader.add_implicit_resolver(
        _tag, re.compile(_pattern), [*_first, ""] if "null" in _tag else list(_first)
    )


def parse_document(text: str, source: str) -> Any:
    """Return the value that `text` writes down; raises Invalid naming the source and the line."""
    if len(text) > LARGEST:
        raise Invalid(
            Text(
                f"{source}：过大，最多 {LARGEST // 1024} KB（文书本身不上传，只写文号）。",
                f"{source}: too large, at most {LARGEST // 1024} KB (documents go by number).",
            )
        )
    if text.lstrip().startswith(("{", "[")):
        return _json(text, source)
    return _yaml(text, source)


def _json(text: str, source: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_doubles)
    except json.JSONDecodeError:
        return _yaml(text, source)  # YAML has braces too, and names the line as well
    except (ValueError, RecursionError):
        raise Invalid(
            Text(f"{source}：同一字段写了两次或层次过深。", f"{source}: a key twice, or too deep.")
        ) from None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) != len(pairs):
        raise ValueError
    return group


def _yaml(text: str, source: str) -> Any:
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise Invalid(
            Text(
                f"{source} 第 {line} 行不是有效的 YAML（{_shape(error)}）。",
                f"{source}, line {line}: not valid YAML ({_shape(error)}).",
            )
        ) from None
    except (yaml.YAMLError, ValueError):
        raise Invalid(
            Text(f"{source}：含有不能使用的字符。", f"{source}: characters that YAML forbids.")
        ) from None


def _shape(error: yaml.MarkedYAMLError) -> str:
    """Return the parser's complaint without the words of the text that it may quote."""
    return re.sub(r"'[^']*'|\"[^\"]*\"", "…", error.problem or "syntax")[:80]
