"""An entry of a code list: its name in both languages, its source and mark."""

from workflows.domain.sourced import Rule
from workflows.domain.text import Text


class Named(Rule):
    """A coded entry that people read by its name."""

    zh: str
    en: str

    @property
    def label(self) -> Text:
        """Return the name."""
        return Text(self.zh, self.en)
