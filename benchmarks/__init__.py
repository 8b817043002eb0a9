"""Measurements, side by side with what others do; see README.md. None of it is a test.

They concern the inner rooms alone. The package around those imports Home Assistant, so an empty one stands
for it.
"""

from pathlib import Path
import sys
import types
from typing import Final

ROOT: Final = Path(__file__).parent.parent
"""Of the repository."""

INTEGRATION: Final = "custom_components.tesla_home_energy"

_package = types.ModuleType(INTEGRATION)
_package.__path__ = [str(ROOT / INTEGRATION.replace(".", "/"))]
sys.modules.setdefault(INTEGRATION, _package)
