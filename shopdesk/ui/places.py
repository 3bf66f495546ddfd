"""The pages of the window, in the order of the rail; each is loaded when it is first shown."""

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_
from shopdesk.ui.shell import PageEntry
from shopdesk.ui.workbench import Workbench


def _today(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.today.page import TodayPage

    return TodayPage(bench)


def _returns(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.returns.page import ReturnsPage

    return ReturnsPage(bench)


def _new_return(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.new_return.page import NewReturnPage

    return NewReturnPage(bench)


def _reshipments(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.reshipments.page import ReshipmentsPage

    return ReshipmentsPage(bench)


def _new_reshipment(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.new_reshipment.page import NewReshipmentPage

    return NewReshipmentPage(bench)


def _packing(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.packing.page import PackingPage

    return PackingPage(bench)


def _desk(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.desk.page import DeskPage

    return DeskPage(bench)


def _shelf(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.desk.shelf_page import ShelfPage

    return ShelfPage(bench)


def _follow_ups(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.follow_ups.page import FollowUpsPage

    return FollowUpsPage(bench)


def _complaints(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.complaints.page import ComplaintsPage

    return ComplaintsPage(bench)


def _new_complaint(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.new_complaint.page import NewComplaintPage

    return NewComplaintPage(bench)


def _complaint_about(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.new_complaint.page import ComplaintAboutPage

    return ComplaintAboutPage(bench)


def _printing(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.printing.page import PrintingPage

    return PrintingPage(bench)


def _customers(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.customers.page import CustomersPage

    return CustomersPage(bench)


def _orders(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.orders.page import OrdersPage

    return OrdersPage(bench)


def _importing(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.importing.page import ImportPage

    return ImportPage(bench)


def _solutions(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.solutions.page import SolutionsPage

    return SolutionsPage(bench)


def _reports(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.reports.page import ReportsPage

    return ReportsPage(bench)


def _settings(bench: Workbench) -> QWidget:
    from shopdesk.ui.pages.settings.page import SettingsPage

    return SettingsPage(bench)


PAGES = (
    PageEntry("today", N_("Today"), "calendar", _today),
    PageEntry("returns", N_("Returns"), "rotate-ccw", _returns),
    PageEntry("new_return", N_("New return"), "plus", _new_return, under="returns"),
    PageEntry("desk", N_("Receive parcel"), "scan-barcode", _desk, under="returns"),
    PageEntry("shelf", N_("Parcels without a return"), "package", _shelf, under="returns"),
    PageEntry("reshipments", N_("Reshipments"), "truck", _reshipments),
    PageEntry("new_reshipment", N_("New reshipment"), "plus", _new_reshipment, under="reshipments"),
    PageEntry("packing", N_("Packing list"), "package", _packing, under="reshipments"),
    PageEntry("complaints", N_("Complaints"), "message-square-warning", _complaints),
    PageEntry("new_complaint", N_("New complaint"), "plus", _new_complaint, under="complaints"),
    PageEntry("complaint_about", N_("New complaint"), "plus", _complaint_about, under="complaints"),
    PageEntry("follow_ups", N_("Follow-ups"), "phone", _follow_ups),
    PageEntry("printing", N_("Printing"), "printer", _printing),
    PageEntry("customers", N_("Customers"), "users", _customers, gap_above=True),
    PageEntry("orders", N_("Orders"), "receipt", _orders),
    PageEntry("importing", N_("Import orders"), "upload", _importing, under="orders"),
    PageEntry("solutions", N_("Solutions"), "lightbulb", _solutions),
    PageEntry("reports", N_("Reports"), "chart-column", _reports),
    PageEntry("settings", N_("Settings"), "settings", _settings, foot=True),
)
FIRST_PAGE = "today"
