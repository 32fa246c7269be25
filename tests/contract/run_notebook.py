"""Runs one notebook in this interpreter's kernel: ``run_notebook.py NOTEBOOK RESULT FOLDER``.

A program of its own, because the kernel's client leaves open sockets behind in whatever process starts it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient


def run(notebook: Path, result: Path, folder: Path) -> None:
    spec = folder / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    start = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    named = {"argv": start, "display_name": "Python 3", "language": "python"}
    spec.write_text(json.dumps(named), encoding="utf-8")
    known = KernelSpecManager(kernel_dirs=[str(spec.parents[1])], ensure_native_kernel=False)
    kernel = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=known)
    content = nbformat.read(notebook, as_version=4)
    NotebookClient(content, km=kernel, timeout=60, resources={"metadata": {"path": str(folder)}}).execute()
    nbformat.write(content, result)


if __name__ == "__main__":
    run(*map(Path, sys.argv[1:]))
