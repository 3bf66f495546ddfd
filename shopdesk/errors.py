"""The families of trouble that people are told about; everything else is our bug."""


class ShopDeskError(Exception):
    """Trouble that is told to the person as `sentence`, which says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class FieldError(ShopDeskError):
    """A refused input; `field` names the draft's attribute at which the sentence is shown."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class DomainError(ShopDeskError):
    """A refused step: the rules of the shop's work do not allow it now."""


class StaleError(DomainError):
    """Somebody else changed the record since it was read; nothing was overwritten."""


class AlreadyUndoneError(DomainError):
    """A change was taken back before, here or at another desk."""


class StorageError(ShopDeskError):
    """Trouble with a disk, a lock or a file that the person can do something about."""
