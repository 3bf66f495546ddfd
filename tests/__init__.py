"""Tests of ShopDesk, laid out as the package is."""
