"""Stands in for a voice package that needs a compiler; Home Assistant's pages do not load without it."""


class AudioProcessor:
    """Nobody speaks in the demo."""
