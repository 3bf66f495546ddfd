"""How a shop and a buyer reach each other."""

from shopdesk.i18n import N_

CHANNELS = {
    "chat": N_("Platform chat"),
    "phone": N_("Phone"),
    "wechat": N_("WeChat"),
    "email": N_("E-mail"),
    "sms": N_("SMS"),
    "platform": N_("Complaint on the platform"),
    "review": N_("Review"),
    "other": N_("Another way"),
}
