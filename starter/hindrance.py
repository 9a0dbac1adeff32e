"""What keeps a system from starting or answering, said in both languages where it is found."""

from workflows.domain.text import Text


class Hindrance(Exception):
    """Something is in the way; `str` gives the English sentence, for logs."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.message = Text(zh, en)
