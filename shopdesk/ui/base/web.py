"""Pages outside: what a person opens in the browser, and nothing but web pages."""

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

WEB = ("http", "https")


def open_tracking(address: str, waybill: str) -> None:
    """Look a parcel up at its courier's; `{n}` in the address stands for the waybill."""
    url = QUrl(address.replace("{n}", quote(waybill, safe="")))
    if url.scheme() in WEB:
        QDesktopServices.openUrl(url)
