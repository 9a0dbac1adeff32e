"""How notices reach people: who gets one, on which ways, in which words, and what came of it."""
