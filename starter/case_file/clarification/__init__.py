"""How the case file tells a clarification: what it is about, and the ground of each fact."""
