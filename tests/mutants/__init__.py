"""`make mutants`: each question of access outside portal.access is answered with "everything", one at a time.

Some test must notice. A question that can be taken away unnoticed is untested, or needless.

- calls: finds the questions in the source, and writes them so that they can be switched
- switch: which are answered with "everything" now, and which were asked
- importing: the portal's modules, imported so; no file is written
- plugin, running: one process of pytest, in which each test is run with all mutants that none has noticed, then with
  fewer where it fails
- ledger: what the processes tell each other
- order: which tests are asked first
- oracle: some addresses of a whole world
"""
