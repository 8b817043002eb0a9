"""A simulated home that charges cars from surplus solar power: what every control law is measured in."""
