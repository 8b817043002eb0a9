"""The vehicle's side of the Vehicle Command Protocol."""
