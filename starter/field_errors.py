"""What is wrong with a payload, as one line: each wrong field by its dotted path, and why.

What was typed is never repeated: it may be a name, and the line may end in a log.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from starter.sentences import SENTENCES
from workflows.domain.text import Text

MOST = 8
"""Fields named in one line; whoever mends these will be told the rest."""
LONGEST_KEY = 40
Location = Sequence[int | str]

REASONS: dict[str, Text] = {
    "missing": Text("缺少", "is missing"),
    "extra_forbidden": Text("没有这个字段", "is not a field here"),
    "enum": Text("应为 {expected} 之一", "must be one of {expected}"),
    "literal_error": Text("应为 {expected}", "must be {expected}"),
    "union_tag_invalid": Text("应为 {expected_tags} 之一", "must be one of {expected_tags}"),
    "union_tag_not_found": Text("缺少 {discriminator}", "lacks {discriminator}"),
    "string_type": Text("应为文字（数字请加引号）", "must be text (put numbers in quotes)"),
    "string_too_long": Text(
        "过长，最多 {max_length} 个字符", "is too long: at most {max_length} characters"
    ),
    "string_too_short": Text("不能为空", "must not be empty"),
    "string_pattern_mismatch": Text("格式不符（{pattern}）", "does not match {pattern}"),
    "string_unicode": Text("不是有效的 UTF-8 文字", "is not valid UTF-8 text"),
    "greater_than_equal": Text("不得早于或小于 {ge}", "must not be before or below {ge}"),
    "less_than_equal": Text("不得晚于或大于 {le}", "must not be after or above {le}"),
    "too_short": Text("至少 {min_length} 项", "needs at least {min_length}"),
    "value_error": Text("{zh}", "{error}"),
}
KINDS: tuple[tuple[str, Text], ...] = (
    ("date", Text("应为日期，如 2026-11-20", "must be a day such as 2026-11-20")),
    ("bool", Text("应为 true 或 false", "must be true or false")),
    ("int", Text("应为整数", "must be a whole number")),
    ("tuple", Text("应为列表", "must be a list")),
    ("list", Text("应为列表", "must be a list")),
    ("model", Text("应为一组字段", "must be a group of fields")),
    ("dict", Text("应为一组字段", "must be a group of fields")),
)
UNCLEAR = Text("不符合要求", "does not fit")


def in_one_line(error: ValidationError, payload: object = None) -> Text:
    """Return every wrong field with its reason, in both languages, in one line."""
    found = error.errors(include_url=False, include_input=False)
    lines = [_line(detail, payload) for detail in found[:MOST]]
    if len(found) > MOST:
        lines.append(Text(f"另有 {len(found) - MOST} 处", f"and {len(found) - MOST} more"))
    return Text("；".join(line.zh for line in lines), "; ".join(line.en for line in lines))


def _line(detail: ErrorDetails, payload: object) -> Text:
    place, reason = dotted(detail["loc"], payload), _reason(detail)
    if not place:
        return reason
    return Text(f"{place}：{reason.zh}", f"{place}: {reason.en}")


def _reason(detail: ErrorDetails) -> Text:
    context: Mapping[str, Any] = detail.get("ctx", {})
    kind = detail["type"]
    if kind in REASONS:
        said = str(context.get("error", ""))
        return REASONS[kind].format(**{**context, "error": said, "zh": SENTENCES.get(said, said)})
    return next((text for start, text in KINDS if kind.startswith(start)), UNCLEAR)


def dotted(location: Location, payload: object = None) -> str:
    """Return a place as a dotted path; the tags that pydantic puts between are left out."""
    parts, node = [], payload
    for part in location:
        if isinstance(node, Mapping) and part in node.values() and part not in node:
            continue  # the tag of a union, not a field
        if part == "[key]":
            continue
        parts.append(str(part)[:LONGEST_KEY])
        node = _child(node, part)
    return ".".join(parts)


def _child(node: object, part: int | str) -> object:
    if isinstance(node, Mapping):
        return node.get(part)
    if isinstance(node, list) and isinstance(part, int) and part < len(node):
        return node[part]
    return None
