"""Import this first where the integration itself runs: the empty package that stands for it has to go."""

import sys

from . import INTEGRATION

if getattr(sys.modules.get(INTEGRATION), "__file__", None) is None:
    sys.modules.pop(INTEGRATION, None)
