"""The desk: parcels that come back are scanned in, one after the other."""
