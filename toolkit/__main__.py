"""`python -m toolkit` is `disclose`."""

from toolkit.cli import main

if __name__ == "__main__":
    main()
