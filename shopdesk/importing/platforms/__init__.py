"""The exports that ShopDesk reads, as declarations."""

from shopdesk.importing.declaration import Layout
from shopdesk.importing.platforms import shopify, taobao

LAYOUTS: tuple[Layout, ...] = (*shopify.LAYOUTS, *taobao.LAYOUTS)
