"""`python -m trainrules` is the command line."""

import sys

from trainrules.cli import main

sys.exit(main())
