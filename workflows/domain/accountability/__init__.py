"""The accountability case (问责): from the first lead to the last follow-up (rulebook 3)."""
