"""Writing by programs: the questions, checks and services of the members' forms (portal.desk.contribute)."""
