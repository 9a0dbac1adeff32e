"""One rectification 整改 by one responsible unit, from the letter to its closing (3.13)."""
