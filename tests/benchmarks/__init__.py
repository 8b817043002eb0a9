"""Tests of what measures the integration."""
