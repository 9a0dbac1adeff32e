"""Why the record store refuses to write. The messages name numbers, never people."""


class StoreRefusal(Exception):
    """What was asked contradicts what is on record."""


class RecordConflict(StoreRefusal):
    """The journal holds something else under this number."""

    def __init__(self, matter: str, seq: int, what: str = "event") -> None:
        super().__init__(f"{matter}/{seq}: another {what} is on record under this key")
        self.matter = matter
        self.seq = seq


class RecordGap(StoreRefusal):
    """Events are missing between the journal's newest and the batch's first."""

    def __init__(self, matter: str, expected: int, got: int) -> None:
        super().__init__(f"{matter}: event {expected} must come next, not {got}")
        self.matter = matter
        self.expected = expected


class NumberTaken(StoreRefusal):
    """The number belongs to a matter that was opened with another content."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} is the number of another matter")
        self.number = number


class FindingTaken(StoreRefusal):
    """The finding has a matter already; `number` is its number."""

    def __init__(self, number: str) -> None:
        super().__init__(f"the finding belongs to matter {number}")
        self.number = number


class PaperNumberTaken(StoreRefusal):
    """Another organ has given this number: two organs share a mark."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"{number} 已是另一份文书的文号：两个机关的代字是否相同？"
            f" {number} is the number of another document: do two organs share a mark?"
        )


class NoticeMissing(StoreRefusal):
    """The outbox holds no notice under this key."""

    def __init__(self, matter: str, seq: int, index: int) -> None:
        super().__init__(f"{matter}/{seq}/{index}: no such notice in the outbox")
