"""What is said of talks, revisits and help; commands and facts share it."""

from typing import Annotated, Literal

from pydantic import Field

from workflows.domain.lifecycle import Day, Value
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.writing import Code, Line, Prose

Visitors = Annotated[tuple[Line, ...], Field(min_length=1, max_length=10)]


class Talk(Value):
    """A talk at a touchpoint of thought-work: T2 just after the decision, T3 in each quarter."""

    touchpoint: Literal["T2", "T3"]
    held_on: Day
    by: Visitors
    content: Prose


class Difficulty(Value):
    """A difficulty found on a revisit, and who sees to it."""

    what: Prose
    owner: Line


class Finding(Value):
    """What one of the pack's checks showed."""

    check: Code
    finding: Prose


class Visit(Value):
    """A revisit, with its outline drawn up before and its talk record."""

    held_on: Day
    form: Code
    visitors: Visitors
    outline: DocumentRef
    record: DocumentRef
    checks: Annotated[tuple[Finding, ...], Field(max_length=20)] = ()
    unit_opinion: Prose
    grade: Code
    difficulties: Annotated[tuple[Difficulty, ...], Field(max_length=20)] = ()


class Help(Value):
    """That a difficulty was solved, or why it cannot be solved within policy."""

    item: Annotated[str, Field(pattern=r"^H[1-9]\d{0,3}$")]
    """Its number among the help items: H1, H2 …."""
    done_on: Day
    how: Prose
