"""A simulated Tesla: its sign-in, its Fleet API, its cars and its energy sites, on one port of 127.0.0.1.

It is a real aiohttp server and shares nothing with the integration: its own protobuf messages, its own
checks of signatures. `python -m tests.simulator` runs it for people, `Simulator` runs it inside a test:

    simulator = Simulator()
    url = await simulator.start()             # http://127.0.0.1:<free port>
    simulator.cars[vin].pair(public_key)      # a car
    simulator.sites[site_id].powerwall.level  # an energy site
    simulator.commands                        # commands that reached a car, with how they were signed
    simulator.usage.count(category="data")    # what Tesla would bill
    simulator.clock.advance(300)              # the simulated clock
    simulator.faults.add(...)                 # answers gone wrong
    simulator.access_token(scopes)            # a token without the sign-in
    await simulator.close()

README.md lists the control door (`/simulator/...`), the default home, and what is known, reported or
assumed of Tesla.
"""

from .home import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, SOLAR_SITE_ID
from .simulator import Simulator

__all__ = ["MODEL_S_VIN", "MODEL_Y_VIN", "POWERWALL_SITE_ID", "SOLAR_SITE_ID", "Simulator"]
