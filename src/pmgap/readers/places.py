"""Where a profile lives when nobody says where."""

import os


def own_profile() -> str:
    """Path of the person's own profile in the user data directory of the platform."""
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("pmgap", appauthor=False), "profile.yaml")
