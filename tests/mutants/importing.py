"""Imports the portal's modules with their questions switched. No file is written, nor read from a cache."""

import sys
from importlib.machinery import PathFinder, SourceFileLoader
from pathlib import Path

from tests.mutants.calls import ASKED_BY, ROOT, Module, is_asked_in, modules
from tests.mutants.switch import ask


class Loader(SourceFileLoader):
    def get_code(self, fullname):
        return self.source_to_code(self.get_data(self.path), self.path)

    def source_to_code(self, data, path, *, _optimize=-1):
        module = Module(Path(path).relative_to(ROOT), data.decode())
        return compile(module.switched(), path, "exec", dont_inherit=True, optimize=_optimize)

    def exec_module(self, module):
        setattr(module, ASKED_BY, ask)
        super().exec_module(module)


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        spec = PathFinder.find_spec(name, path, target) if is_asked_in(name) else None
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = Loader(spec.loader.name, spec.loader.path)
        return spec


def install():
    """From now on; RuntimeError when a module that asks was imported as it is before."""
    if early := sorted({module.name for module in modules() if module.calls} & set(sys.modules)):
        raise RuntimeError(f"imported before their questions could be switched: {early}")
    sys.meta_path.insert(0, Finder)
