"""`python -m toolkit` is `disclose`."""

from toolkit.cli import main

main()
