"""What the tests of stores share: rows as they are committed, answers without the store."""

import json
import sqlite3


def rows_of(path):
    """Every committed row by its key: what the file holds, column by column."""
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30) as store:
            rows = store.execute("SELECT * FROM negotiation").fetchall()
    except sqlite3.OperationalError:  # no file or no table yet
        return {}
    found = {row[:2]: row for row in rows}
    assert len(found) == len(rows), "a key stands twice"
    return found


def count_of(path):
    """How many negotiations are committed."""
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30) as store:
            return store.execute("SELECT count(*) FROM negotiation").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def without_store(text):
    answer = json.loads(text)
    answer.pop("store")
    return answer
