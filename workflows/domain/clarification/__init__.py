"""Clarification (澄清正名, rulebook part 2): read `table.py` first, it is the whole procedure."""
