"""The tables that the sample fills, and the rows that go into each."""

from shopdesk.sample import care_rows, case_rows, rows

Row = (
    rows.ProductRow
    | rows.CustomerRow
    | rows.HandleRow
    | rows.ContactRow
    | rows.AddressRow
    | rows.OrderRow
    | rows.OrderLineRow
    | case_rows.CaseRow
    | case_rows.ReturnCaseRow
    | case_rows.ReturnLineRow
    | rows.ParcelRow
    | case_rows.ReceivedItemRow
    | case_rows.ClockRow
    | case_rows.RefundRow
    | case_rows.CostEntryRow
    | case_rows.LiabilityRow
    | case_rows.ReshipmentRow
    | case_rows.ReshipmentLineRow
    | case_rows.AttachmentRow
    | case_rows.TimelineRow
    | case_rows.CounterRow
    | care_rows.ComplaintRow
    | care_rows.OptionRow
    | care_rows.FollowUpRow
    | care_rows.EventRow
    | care_rows.CourierClaimRow
    | care_rows.FlagRow
)

# Parents first.
TABLES: dict[type[Row], str] = {
    rows.ProductRow: "product",
    rows.CustomerRow: "customer",
    rows.HandleRow: "customer_handle",
    rows.ContactRow: "customer_contact",
    rows.AddressRow: "customer_address",
    rows.OrderRow: "orders",
    rows.OrderLineRow: "order_line",
    case_rows.CaseRow: "cases",
    case_rows.ReturnCaseRow: "return_case",
    case_rows.ReturnLineRow: "return_line",
    rows.ParcelRow: "parcel",
    case_rows.ReceivedItemRow: "received_item",
    case_rows.ClockRow: "clock",
    case_rows.RefundRow: "refund",
    case_rows.CostEntryRow: "cost_entry",
    case_rows.LiabilityRow: "liability_share",
    case_rows.ReshipmentRow: "reshipment",
    case_rows.ReshipmentLineRow: "reshipment_line",
    case_rows.AttachmentRow: "attachment",
    case_rows.TimelineRow: "timeline_entry",
    case_rows.CounterRow: "number_counter",
    care_rows.ComplaintRow: "complaint",
    care_rows.OptionRow: "complaint_option",
    care_rows.FollowUpRow: "follow_up",
    care_rows.EventRow: "tracking_event",
    care_rows.CourierClaimRow: "courier_claim",
    care_rows.FlagRow: "customer_flag",
}
