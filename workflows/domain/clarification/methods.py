"""The five methods of clarification, how far each may reach, and what a plan of them is (2.6)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from workflows.domain.clarification.values import PointId
from workflows.domain.lifecycle import Value
from workflows.domain.text import Text


class Method(StrEnum):
    """A method of clarification."""

    WRITTEN = "WRITTEN"
    FACE_TO_FACE = "FACE_TO_FACE"
    MEETING = "MEETING"
    CIRCULAR = "CIRCULAR"
    MEDIA = "MEDIA"


METHOD_LABELS: dict[Method, Text] = {
    Method.WRITTEN: Text("书面澄清", "by letter"),
    Method.FACE_TO_FACE: Text("当面澄清", "in person"),
    Method.MEETING: Text("会议澄清", "at a meeting"),
    Method.CIRCULAR: Text("通报澄清", "by circular"),
    Method.MEDIA: Text("媒体澄清", "via media"),
}

SCOPED = frozenset({Method.MEETING, Method.CIRCULAR, Method.MEDIA})
"""Methods that reach others than the person, and so must match the range of the effect."""


class Range(StrEnum):
    """How far an effect, or a method, reaches."""

    UNIT = "UNIT"
    INDUSTRY = "INDUSTRY"
    AREA = "AREA"
    SOCIETY = "SOCIETY"


RANGE_LABELS: dict[Range, Text] = {
    Range.UNIT: Text("所在单位", "unit"),
    Range.INDUSTRY: Text("行业", "industry"),
    Range.AREA: Text("区域", "area"),
    Range.SOCIETY: Text("社会", "society"),
}

WITHIN: dict[Range, frozenset[Range]] = {
    Range.UNIT: frozenset({Range.UNIT}),
    Range.INDUSTRY: frozenset({Range.UNIT, Range.INDUSTRY}),
    Range.AREA: frozenset({Range.UNIT, Range.AREA}),
    Range.SOCIETY: frozenset(Range),
}
"""Which ranges lie within an effect of a range; industry and area do not contain each other."""


class Effect(Value):
    """The adverse effect of the accusation, on which methods and notices depend."""

    range: Range | None = None
    """How far the adverse effect reaches; none if only the person is touched."""
    public_opinion: bool = False
    """Large effect in online media or local public opinion (condition of MEDIA)."""
    large_social_effect: bool = False
    """Clarifying may cause a large social effect (condition of prior notice)."""


class PlannedMethod(Value):
    """One method with its scope."""

    method: Method
    scope: Range | None = None
    outsiders: bool = False
    """People from outside the person's unit attend (makes a meeting public)."""

    @model_validator(mode="after")
    def _scope_where_needed(self) -> "PlannedMethod":
        if (self.scope is not None) != (self.method in SCOPED):
            raise ValueError("scope: required for MEETING, CIRCULAR, MEDIA, and only for these")
        return self


class Plan(Value):
    """What is to be clarified by which methods: the untrue points only (principle P1)."""

    points: Annotated[tuple[PointId, ...], Field(min_length=1)]
    methods: Annotated[tuple[PlannedMethod, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> "Plan":
        methods = [planned.method for planned in self.methods]
        if len(methods) != len(set(methods)):
            raise ValueError("methods: each method once")
        if len(self.points) != len(set(self.points)):
            raise ValueError("points: each point once")
        return self

    @property
    def names(self) -> frozenset[Method]:
        """Return which methods the plan uses."""
        return frozenset(planned.method for planned in self.methods)
