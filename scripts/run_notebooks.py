"""Runs notebooks from their first cell to their last; with --keep, what they show is kept in them.

python scripts/run_notebooks.py --keep notebooks/*.ipynb
"""

from __future__ import annotations

import argparse
from pathlib import Path

import nbclient
import nbformat


def run(path: Path, keep: bool) -> int:
    """How many cells show something; an error in a cell is raised with its traceback."""
    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(path.parent)}}
    nbclient.NotebookClient(
        notebook, timeout=600, kernel_name="python3", resources=where, record_timing=False
    ).execute()
    if keep:
        notebook.metadata.language_info = {"name": "python"}
        nbformat.write(notebook, path)
    return sum(bool(cell.get("outputs")) for cell in notebook.cells)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--keep", action="store_true", help="write what the cells show into the notebooks")
    given = parser.parse_args()
    for each in given.notebooks:
        print(each, run(each, given.keep))
