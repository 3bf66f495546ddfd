"""What is claimed from the courier, in a case's detail."""

from shopdesk.ui.claims.section import ClaimSection

__all__ = ["ClaimSection"]
