"""What the Fleet API answers, as frozen values."""
