"""The record store: an append-only journal, and the projections that follow from it.

`store.py` is the door; `verify.py` and `rebuild.py` are the auditor's and the mender's tools.
"""

from activities.store.errors import (
    FindingTaken,
    NoticeMissing,
    NumberTaken,
    PaperNumberTaken,
    RecordConflict,
    RecordGap,
    StoreRefusal,
)
from activities.store.store import RecordStore, open_store

__all__ = [
    "FindingTaken",
    "NoticeMissing",
    "NumberTaken",
    "PaperNumberTaken",
    "RecordConflict",
    "RecordGap",
    "RecordStore",
    "StoreRefusal",
    "open_store",
]
