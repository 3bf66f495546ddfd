"""The parcels of an exported record."""

from shopdesk.exporting.columns import Column, Kind


def parcels_of(condition: str, *more: Column) -> Column:
    """Return the list of parcels that meet an SQL condition, with `more` of each."""
    return Column(
        "parcels",
        f"parcel LEFT JOIN courier ON courier.id = parcel.courier_id WHERE {condition}",
        Kind.LIST,
        (
            Column("courier", "coalesce(nullif(parcel.courier_name, ''), courier.code, '')"),
            Column("waybill", "parcel.waybill"),
            Column("sent_at", "parcel.sent_at", Kind.TIME),
            Column("delivered_at", "parcel.delivered_at", Kind.TIME),
            *more,
        ),
        "parcel.waybill",
    )
