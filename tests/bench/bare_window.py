"""Starts the least that any list needs, a window with an empty table, for `start.py`."""

import sys

from PySide6.QtWidgets import QMainWindow, QTableView

from tests.bench.watch import WatchedApplication


def main() -> int:
    app = WatchedApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
