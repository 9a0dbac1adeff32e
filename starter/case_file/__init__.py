"""The readable case file of a matter: built from the record store, told as text, page or JSON."""

from starter.case_file.building import build
from starter.case_file.journal import Unreadable
from starter.case_file.model import CaseFile

__all__ = ["CaseFile", "Unreadable", "build"]
