"""How a buyer is called and reached, as pieces of SQL beside `customer` and `shop`."""

from shopdesk.rules.platforms import FAMILIES

_FAMILY = " ".join(f"WHEN '{platform}' THEN '{family}'" for platform, family in FAMILIES.items())

# What the platform calls the buyer; where it has no names of its own, the e-mail address.
HANDLE = f"""coalesce(
    (SELECT handle FROM customer_handle WHERE customer_id = customer.id
       AND platform = CASE shop.platform {_FAMILY} ELSE shop.platform END ORDER BY id LIMIT 1),
    (SELECT value FROM customer_contact
      WHERE customer_id = customer.id AND kind = 'email' ORDER BY id LIMIT 1),
    (SELECT handle FROM customer_handle WHERE customer_id = customer.id ORDER BY id LIMIT 1), '')"""

# The same where no shop is in sight.
ANY_HANDLE = """coalesce(
    (SELECT handle FROM customer_handle WHERE customer_id = customer.id ORDER BY id LIMIT 1),
    (SELECT value FROM customer_contact
      WHERE customer_id = customer.id AND kind = 'email' ORDER BY id LIMIT 1), '')"""

PHONE = """coalesce(
    (SELECT value FROM customer_contact
      WHERE customer_id = customer.id AND kind = 'phone' ORDER BY id LIMIT 1), '')"""
