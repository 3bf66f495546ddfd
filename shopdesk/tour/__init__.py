"""The real window, driven unseen through the sample shop: pictures of every page, and a day."""
