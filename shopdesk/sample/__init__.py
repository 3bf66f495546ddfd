"""A shop of made-up trade, to try ShopDesk with and to measure it by."""

from shopdesk.sample.build import BuildCancelledError, build_sample

__all__ = ["BuildCancelledError", "build_sample"]
