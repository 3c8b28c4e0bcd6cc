"""Bringing entries from a table and writing them into one: what goes out comes in again unchanged (decision 0049).

A file becomes a table of texts (`sheets`); a kind has columns (`columns`, made of `cells`); each row is planned
(`planning`), written as a draft (`writing`), sent for review with the others of its file, and can be undone
(`undoing`). The page of members and the commands are two ways into the same.
"""
