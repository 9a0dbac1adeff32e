"""Accountability cases and what follows from them, for the case file: fields told by one table."""
