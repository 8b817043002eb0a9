"""Tests of Tesla Home Energy."""
