"""The table of before and after counts what it says (`bench.structure`), on a made-up tree."""

from bench.structure import circle_of, examine, rows_of

TREE = {
    "core/orders/tables.py": 'class Order:\n    __tablename__ = "orders"\n',
    "core/carts/tables.py": 'class Cart:\n    __tablename__ = "carts"\n',
    "core/orders/actions.py": (
        '"""Docstrings are no statements: UPDATE carts SET status = 1."""\n'
        "from core.carts.queries import read_cart\n\n\n"
        'MOVE = f"UPDATE orders SET note = {1}, status = :target WHERE status = :source"\n'
    ),
    "core/carts/queries.py": 'READ = "SELECT FROM carts JOIN orders ON true WHERE status = 1"\n',
    "flows/talk.py": "def talk(link):\n    link.status = 1\n",
    "core/migrations/versions/0001.py": 'SQL = "UPDATE carts SET status = 1"\n',
    "tests/test_all.py": "from core.carts.queries import read_cart\n\n\ndef test_a():\n    pass\n",
}


def test_arrows_writers_and_sizes_are_counted() -> None:
    found = examine(TREE)
    assert found.imports == {("orders", "carts")}
    assert found.by_sql == {("carts", "orders")}
    assert found.circle == {"orders", "carts"}
    assert found.writers == {"orders.status": {"core/orders/actions.py"}, "?.status": {"flows/talk.py"}}
    assert (sorted(found.files), found.functions) == ([1, 2, 2, 2, 5], [2])
    assert found.tests == 1


def test_a_way_back_is_a_circle_and_a_way_on_is_none() -> None:
    assert circle_of(frozenset({("a", "b"), ("b", "c"), ("c", "b")})) == {"b", "c"}
    assert rows_of(examine({**TREE, "bot/a.py": "def a():\n    pass\n"}))["nouns in a circle"] == "2: carts, orders"
