"""What a process has loaded when it begins its work stays until it ends."""

import gc


def settle() -> None:
    """Spares Python from looking for garbage in Django and the portal over and over. Called once, when all is loaded:
    https://docs.python.org/3/library/gc.html#gc.freeze"""
    gc.collect()
    gc.freeze()
