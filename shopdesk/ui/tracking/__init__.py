"""A parcel's way in a detail: what the courier said, added by hand, from its page or a file."""

from shopdesk.ui.tracking.section import TrackingSection

__all__ = ["TrackingSection"]
