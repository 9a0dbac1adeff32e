"""How documents are numbered, by kind: part of a rule pack."""

import string
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workflows.domain.sourced import Rule

PARTS = frozenset({"mark", "word", "year", "serial"})
"""What a number is made of: the organ's mark, the word of the kind, year and serial number."""


class Numbering(Rule):
    """How a number is written, such as `{mark}{word}〔{year}〕{serial}号`."""

    pattern: str

    @model_validator(mode="after")
    def _names_every_part(self) -> Self:
        named = {name for _, name, _, _ in string.Formatter().parse(self.pattern) if name}
        if named != PARTS:
            raise ValueError("pattern: needs {mark}, {word}, {year} and {serial}, nothing else")
        return self

    def number(self, mark: str, word: str, year: int, serial: int) -> str:
        """Return the number of a document."""
        return self.pattern.format(mark=mark, word=word, year=year, serial=serial)


class DocumentKind(Rule):
    """A kind of document; kinds with one `word` share one series of numbers in an organ."""

    word: Annotated[str, Field(min_length=1, max_length=4)]


class DocumentRules(BaseModel):
    """Which documents are made here, and how they are numbered."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    numbering: Numbering
    kinds: dict[str, DocumentKind] = Field(min_length=1)
