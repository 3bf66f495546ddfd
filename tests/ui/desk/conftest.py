"""The whole window, as the stories sit at it."""

from tests.stories.conftest import sit

__all__ = ["sit"]
