"""A sentence for people, in both languages of the organ: Chinese first, English beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Chinese and in English; a sentence in one language only cannot exist."""

    zh: str
    en: str

    def in_(self, language: str) -> str:
        """Return the sentence in `language`: "en", or Chinese for anything else."""
        return self.en if language == "en" else self.zh

    def format(self, **values: object) -> "Text":
        """Return the sentence with its placeholders filled in."""
        return Text(zh=self.zh.format(**values), en=self.en.format(**values))

    def both(self) -> str:
        """Return the short bilingual form of the Temporal UI: `English 中文`."""
        return f"{self.en} {self.zh}"


def listed(texts: "list[Text]") -> Text:
    """Join sentences or names into one enumeration."""
    return Text(zh="；".join(t.zh for t in texts), en="; ".join(t.en for t in texts))
