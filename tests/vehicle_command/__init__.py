"""Tests of the room vehicle_command."""
