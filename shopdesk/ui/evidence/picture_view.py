"""A picture in the room it gets, or at its own size, which scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea


class PictureView(QScrollArea):
    """Fits the picture into the room; never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._whole = True
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidgetResizable(True)
        self.setWidget(self._label)

    @property
    def shows_whole(self) -> bool:
        """Whether the picture is fitted into the room."""
        return self._whole

    @property
    def words(self) -> str:
        """What is said in the picture's place."""
        return self._label.text()

    def show_picture(self, picture: QPixmap) -> None:
        """Show another picture, or nothing."""
        self._picture = picture
        self._fit()

    def show_words(self, text: str) -> None:
        """Say something in the picture's place."""
        self._picture = QPixmap()
        self._label.setText(text)

    def set_whole(self, *, whole: bool) -> None:
        """Fit the picture into the room, or show it at its own size."""
        self._whole = whole
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        shown = self._picture
        room = QSize(
            round(self.viewport().width() * ratio), round(self.viewport().height() * ratio)
        )
        too_large = shown.width() > room.width() or shown.height() > room.height()
        if self._whole and too_large:
            shown = shown.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        shown.setDevicePixelRatio(ratio)
        self._label.setPixmap(shown)
