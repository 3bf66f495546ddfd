"""What pages, paper and the command line read: plain SQL in, frozen rows out.

Nothing here imports SQLAlchemy, so the first page is there before it is loaded.
"""
