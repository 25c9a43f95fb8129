"""The demo's made-up shop and a real one never meet, in a folder or in a database, in either direction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from core.db import get_engine, transaction
from core.errors import Fault
from core.settings import Environment, get_settings
from jamango.apart import DEMO_MARK, keep_apart
from jamango.configuration import settings_with_database
from jamango.demo.run import stock
from jamango.housekeeping import seed
from jamango.staffing import add_member
from tests.house.test_refusals import PRODUCTION
from tests.support.clusters import Cluster, current_settings


@pytest.fixture
def bare(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The settings name a database without any table."""
    name = cluster.copy("template1")
    monkeypatch.setenv("JAMANGO_DATABASE_URL", cluster.url_of(name))
    current_settings()
    yield
    get_engine().dispose()
    cluster.drop(name)


def count(what: str) -> int:
    with transaction() as session:
        return int(session.execute(text(f"SELECT count(*) FROM {what}")).scalar_one())


@pytest.mark.usefixtures("database")
def test_the_demo_leaves_a_real_shop_as_it_is(tmp_path: Path) -> None:
    add_member(name="Asha", role="founder", phone="+91 00000 00123", language="en")
    with pytest.raises(Fault, match=f"{tmp_path} holds a real shop"):
        keep_apart(get_settings(), tmp_path, demo=True)
    with pytest.raises(Fault, match="database holds a real shop"):
        seed(get_settings())
    assert (count("products"), count("staff"), list(tmp_path.iterdir())) == (0, 1, [])


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("filled_by", ["seed demo", "demo"])
def test_production_does_not_open_on_what_the_demo_filled(filled_by: str, tmp_path: Path) -> None:
    development = get_settings().model_copy(update={"data_dir": tmp_path})
    for _ in range(2):  # again, as days go by
        stock(development) if filled_by == "demo" else seed(development)
        keep_apart(development, tmp_path, demo=True)
        keep_apart(development, tmp_path, demo=False)
    production = development.model_copy(update={"environment": Environment.PRODUCTION})
    with pytest.raises(Fault, match="holds the demo shop"):
        keep_apart(production, tmp_path / "another", demo=False)
    assert (tmp_path / DEMO_MARK).exists() is (filled_by == "demo")


@pytest.mark.usefixtures("database")
def test_no_process_of_production_works_on_what_the_demo_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    seed(get_settings())
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(name, value)
    current_settings()
    with pytest.raises(Fault, match="holds the demo shop"):
        settings_with_database()


@pytest.mark.usefixtures("bare")
def test_an_empty_database_is_anybodys(tmp_path: Path) -> None:
    production = get_settings().model_copy(update={"environment": Environment.PRODUCTION})
    keep_apart(get_settings(), tmp_path, demo=True)
    keep_apart(production, tmp_path, demo=False)


@pytest.mark.usefixtures("demo_shop")
def test_a_demo_of_before_the_mark_in_the_database_is_known_by_its_folder(tmp_path: Path) -> None:
    (tmp_path / DEMO_MARK).touch()
    settings = get_settings().model_copy(update={"data_dir": tmp_path})
    keep_apart(settings, tmp_path, demo=True)
    stock(settings)
    assert count(f"audit_log WHERE subject = '{DEMO_MARK}'") == 1
