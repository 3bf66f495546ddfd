"""Whether a PDF is one, beyond its mark; tried off the window's thread when it is added."""

from pathlib import Path


def is_readable_pdf(path: Path) -> bool:
    """Tell whether a PDF has pages, or is locked by a password, which its own reader asks for."""
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    try:
        error = document.load(str(path))
        return error == QPdfDocument.Error.IncorrectPassword or document.pageCount() > 0
    finally:
        document.close()
