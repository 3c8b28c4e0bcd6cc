"""Words and phrases as parts of a pattern."""


def one_of(lines):
    """The pattern of any of the words or patterns in `lines`, one or several (with bars between) a line."""
    return "(?:" + "|".join(line.strip() for line in lines.splitlines() if line.strip()) + ")"
