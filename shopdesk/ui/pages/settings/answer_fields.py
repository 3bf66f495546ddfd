"""How a shop deals with its buyers: their language, exchanges, and what the screen hides."""

from dataclasses import replace

from shopdesk.i18n import LANGUAGES, N_, _
from shopdesk.rules.remedies import EXCHANGE_TIMES
from shopdesk.services.drafts import ShopDraft
from shopdesk.ui.base.fields import CheckField, ChoiceField
from shopdesk.ui.base.form import Form


class AnswerFields:
    """Choices with a default each; the first start does not ask for them."""

    def __init__(self, form: Form) -> None:
        languages = [("", _("That of the shop's country")), *LANGUAGES.items()]
        times = [(code, _(words)) for code, words in EXCHANGE_TIMES.items()]
        self.buyer_language = form.add(
            "buyer_language", N_("&Buyers are answered in"), ChoiceField(languages)
        )
        self.exchange_when = form.add("exchange_when", N_("E&xchange goes out"), ChoiceField(times))
        self.masks_contacts = form.add(
            "masks_contacts",
            N_("Contacts"),
            CheckField(_("&Hide phones and addresses")),
        )

    def fill(self, draft: ShopDraft) -> None:
        """Put a shop's choices in."""
        self.buyer_language.set_value(draft.buyer_language)
        self.exchange_when.set_value(draft.exchange_when)
        self.masks_contacts.set_value(draft.masks_contacts)

    def into(self, draft: ShopDraft) -> ShopDraft:
        """Return a shop with what stands in the fields."""
        return replace(
            draft,
            buyer_language=self.buyer_language.value(),
            exchange_when=self.exchange_when.value(),
            masks_contacts=self.masks_contacts.value(),
        )
