"""``python -m samsyn``: the same as the ``samsyn`` command."""

import sys

from samsyn.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
