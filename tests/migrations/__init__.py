"""The shop's file through time: from every landed revision to the newest."""
