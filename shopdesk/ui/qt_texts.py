"""Qt's own words, as in its print dialog, calendar and field menus, in the language spoken."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from shopdesk.i18n import speak


def speak_in_windows(language: str) -> None:
    """Speak a language from now on, ours and Qt's; windows that are open are made anew after it."""
    speak(language)
    QLocale.setDefault(_locale(language))
    app = QCoreApplication.instance()
    if app is None:
        return
    for window in QApplication.topLevelWidgets():  # what is in it follows
        window.setLocale(QLocale())
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    words = QTranslator(app)
    if words.load(f"qtbase_{language}", folder):
        app.installTranslator(words)


def _locale(language: str) -> QLocale:
    """Return the system's own locale where it speaks the language, for its weeks begin as known."""
    system, spoken = QLocale.system(), QLocale(language)
    return system if system.language() == spoken.language() else spoken
