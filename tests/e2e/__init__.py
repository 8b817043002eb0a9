"""A real Home Assistant, a simulated Tesla and a real browser."""
