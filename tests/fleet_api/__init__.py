"""Tests of the Fleet API room: no Home Assistant, real HTTP on loopback."""
