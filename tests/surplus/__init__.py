"""Tests of the room surplus."""
