"""``python -m pmgap``."""

from pmgap.cli.entry import main

if __name__ == "__main__":
    main()
