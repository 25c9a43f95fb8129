"""How the source is built, counted: arrows between core's nouns, who writes a status, how large things are.

    python -m bench.structure aa80f10e HEAD

counts the trees of some commits side by side and prints a table. It reads text and runs nothing of them, so that an
old tree needs none of its libraries: a statement's tables are the names behind FROM, JOIN, INTO, UPDATE and USING.
"""

import ast
import io
import re
import subprocess
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median, quantiles

PACKAGES = ("core", "bot", "pages", "flows", "jamango", "webhooks", "shop_web", "admin_web")
READ_ALL = {"views", "invariants", "migrations"}  # of core: no nouns
TABLE = re.compile(r"__tablename__ = \"(\w+)\"")
TOUCHED = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|USING)\s+(?:ONLY\s+)?(\w+)")
IS_STATEMENT = re.compile(r"\s*(?:WITH \w+ AS|SELECT|INSERT INTO|UPDATE \w+|DELETE FROM)\s")
# What stands between SET and the clause after it.
SETS = re.compile(
    r"\bUPDATE\s+(\w+)(?:\s+(?:AS\s+)?(?!SET\b)\w+)?\s+SET\s+(.*?)(?=\bFROM\b|\bWHERE\b|\bRETURNING\b|$)", re.S
)
STATUS = re.compile(r"(?<![\w.])((?:delivery_)?status)\s*=")
TEST = re.compile(r"^(?:async )?def test_", re.M)
MOST_LINES = 25  # of a statement

Sources = Mapping[str, str]
Arrow = tuple[str, str]


@dataclass(frozen=True)
class Structure:
    """What one tree came to. `circle` holds the nouns that lead back to themselves, by imports and SQL together."""

    imports: frozenset[Arrow]
    by_sql: frozenset[Arrow]
    circle: frozenset[str]
    writers: Mapping[str, frozenset[str]]
    long_statements: int
    files: list[int]
    functions: list[int]
    tests: int


def read_commit(commit: str) -> dict[str, str]:
    """The Python files of a commit by their paths. Exits with a sentence for one that git does not know."""
    found = subprocess.run(["git", "archive", commit, "--"], capture_output=True, check=False)
    if found.returncode:
        sys.exit(f"git knows no commit {commit!r}.")
    with tarfile.open(fileobj=io.BytesIO(found.stdout)) as archive:
        names = [name for name in archive.getnames() if name.endswith(".py")]
        files = {name: archive.extractfile(name) for name in names}
        return {name: file.read().decode() for name, file in files.items() if file is not None}


def examine(sources: Sources) -> Structure:
    """Count one tree: its packages without migrations and tests."""
    ours = {name: text for name, text in sources.items() if name.startswith(PACKAGES) and "/migrations/" not in name}
    trees = {name: ast.parse(text) for name, text in ours.items()}
    owners = {table: noun_of(name) for name, text in ours.items() for table in TABLE.findall(text)}
    imports, by_sql, writers = set(), set(), defaultdict(set)
    long_statements = 0
    for name, tree in trees.items():
        texts = list(_texts(tree))
        noun = noun_of(name)
        imports |= {(noun, other) for other in _imported(tree)}
        by_sql |= {(noun, owners.get(table, "")) for text in texts for table in TOUCHED.findall(text)}
        long_statements += sum(IS_STATEMENT.match(text) is not None and _lines(text) > MOST_LINES for text in texts)
        for status in _written(tree, texts):
            writers[status].add(name)
    nouns = {noun for noun in map(noun_of, ours) if noun}
    between = {kind: frozenset(_between(nouns, arrows)) for kind, arrows in (("i", imports), ("s", by_sql))}
    functions = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    return Structure(
        imports=between["i"],
        by_sql=between["s"] - between["i"],
        circle=circle_of(between["i"] | between["s"]),
        writers={status: frozenset(names) for status, names in writers.items()},
        long_statements=long_statements,
        files=[len(text.splitlines()) for text in ours.values()],
        functions=[(node.end_lineno or 0) - node.lineno + 1 for node in functions],
        tests=sum(len(TEST.findall(text)) for name, text in sources.items() if name.startswith("tests/")),
    )


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def noun_of(name: str) -> str:
    """The noun of core that a file belongs to; empty for any other file."""
    parts = name.split("/")
    return parts[1] if parts[0] == "core" and len(parts) > 2 and parts[1] not in READ_ALL else ""


def _between(nouns: set[str], arrows: set[Arrow]) -> Iterator[Arrow]:
    return ((a, b) for a, b in arrows if a in nouns and b in nouns and a != b)


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("core."):
            yield (node.module or "").split(".")[1]


def _texts(tree: ast.Module) -> Iterator[str]:
    """Every text but docstrings, one that is put together with its holes as `x`."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside | docstrings:
            yield node.value


def _lines(text: str) -> int:
    return len(text.strip().splitlines())


def _written(tree: ast.Module, texts: list[str]) -> Iterator[str]:
    """Statuses that a module writes: `table.column` in a statement, `?.column` at an object."""
    for text in texts:
        for table, columns in SETS.findall(text):
            yield from (f"{table}.{column}" for column in STATUS.findall(columns))
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        yield from (
            f"?.{each.attr}" for each in targets if isinstance(each, ast.Attribute) and STATUS.match(f"{each.attr}=")
        )


def circle_of(arrows: frozenset[Arrow]) -> frozenset[str]:
    """The nouns from which arrows lead back to where they began."""
    onwards: dict[str, set[str]] = defaultdict(set)
    for source, target in arrows:
        onwards[source].add(target)
    return frozenset(noun for noun in onwards if noun in _reached_from(noun, onwards))


def _reached_from(noun: str, onwards: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    ahead = set(onwards[noun])
    while ahead:
        reached |= ahead
        ahead = {after for each in ahead for after in onwards.get(each, ())} - reached
    return reached


def rows_of(found: Structure) -> dict[str, str]:
    """The lines of the table, by their names."""
    several = sum(len(names) > 1 for names in found.writers.values())
    return {
        "arrows between nouns by imports": str(len(found.imports)),
        "arrows that only SQL draws": str(len(found.by_sql)),
        "nouns in a circle": f"{len(found.circle)}{': ' if found.circle else ''}{', '.join(sorted(found.circle))}",
        "statuses; modules that write one": f"{len(found.writers)}; {sum(map(len, found.writers.values()))}",
        "statuses with more than one writer": str(several),
        f"statements of more than {MOST_LINES} lines": str(found.long_statements),
        "files: number; lines median, p90, longest": _spread(found.files),
        "functions: number; lines median, p90, longest": _spread(found.functions),
        "test functions": f"{found.tests:,}",
    }


def _spread(sizes: list[int]) -> str:
    return f"{len(sizes):,}; {median(sizes):.0f}, {quantiles(sizes, n=10)[-1]:.0f}, {max(sizes)}"


def main(commits: list[str]) -> None:
    if not commits:
        sys.exit("Name the commits to count: python -m bench.structure aa80f10e HEAD")
    tables = [rows_of(examine(read_commit(commit))) for commit in commits]
    print(f"| | {' | '.join(commits)} |\n|---|{'---|' * len(commits)}")
    for name in tables[0]:
        print(f"| {name} | {' | '.join(table[name] for table in tables)} |")


if __name__ == "__main__":
    main(sys.argv[1:])
