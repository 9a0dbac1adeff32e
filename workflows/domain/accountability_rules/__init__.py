"""The accountability case (问责) as data: read `rules.py` first, it names every part."""
