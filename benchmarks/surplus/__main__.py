"""`python -m benchmarks.surplus`: see the README beside it."""

import sys

from .command import main

if __name__ == "__main__":
    sys.exit(main())
