"""What measures entail (rulebook 3.10): read `reckoning.py` first, then `eligibility.py`."""
