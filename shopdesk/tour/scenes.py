"""Every page and dialog of the window, as a table of scenes to take a picture of."""

from shopdesk.tour.buyers import BUYERS
from shopdesk.tour.complaints import COMPLAINTS
from shopdesk.tour.pages import PAGES
from shopdesk.tour.printing import PRINTING
from shopdesk.tour.reshipments import RESHIPMENTS
from shopdesk.tour.settings import SETTINGS
from shopdesk.tour.today import TODAY
from shopdesk.tour.whole_return import WHOLE_RETURN

SCENES = (*TODAY, *PAGES, *WHOLE_RETURN, *COMPLAINTS, *RESHIPMENTS, *BUYERS, *PRINTING, *SETTINGS)
