"""A month of a household: what reading Tesla's Fleet API costs, and how old what is shown is."""

from benchmarks import real_integration as real_integration
