"""What others do, written anew from its described behaviour (evcc, Charge HQ and others are named by their law)."""
