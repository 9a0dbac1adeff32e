"""Pages for people: server-rendered HTML in Chinese or English, without a build step or script."""

from starter.pages.rendering import Language, render, stylesheet

__all__ = ["Language", "render", "stylesheet"]
