"""Every page and dialog of the window, as a table of scenes to take a picture of."""

from shopdesk.tour.pages import PAGES
from shopdesk.tour.whole_return import WHOLE_RETURN

SCENES = (*PAGES, *WHOLE_RETURN)
