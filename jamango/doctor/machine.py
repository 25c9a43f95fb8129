"""Disk, database, Redis, clock and the shop's own address."""

from __future__ import annotations

import shutil
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from redis import Redis, RedisError
from sqlalchemy import text

from core.clock import process_time, read_offset
from core.db import get_engine, transaction
from core.schema import find_misfit
from core.settings import Settings
from jamango.doctor.findings import Finding

LEAST_FREE_BYTES = 1_000_000_000
LARGEST_DIFFERENCE = timedelta(seconds=5)
OLDEST_POSTGRES = 160000
MOMENT_OF_THE_DATABASE = text("SELECT clock_timestamp()")


def check_disk(settings: Settings) -> list[Finding]:
    """Room for the data folder."""
    folder = settings.data_dir.expanduser().absolute()
    place = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(place).free
    mend = "" if free >= LEAST_FREE_BYTES else "Free some space, or move JAMANGO_DATA_DIR to a larger disk."
    return [Finding("Disk", f"{free / 1e9:.1f} GB free for {folder}.", mend)]


def check_database(_: Settings) -> list[Finding]:
    """Reachable, new enough, with the schema of this code."""
    with get_engine().connect() as connection:
        version = int(connection.execute(text("SHOW server_version_num")).scalar_one())
        misfit = find_misfit(connection)
    old = "" if version >= OLDEST_POSTGRES else "Upgrade it to PostgreSQL 16 or newer."
    return [
        Finding("Database", f"PostgreSQL {version // 10000} answers.", old),
        Finding("Schema", f"the database {misfit.what}.", f"{misfit.mend[:1].upper()}{misfit.mend[1:]}")
        if misfit
        else Finding("Schema", "it is the one of this Jamango."),
    ]


def check_clock(settings: Settings) -> list[Finding]:
    """The database's clock decides; it must agree with this machine's, and run true outside development."""
    with transaction() as session:
        difference = abs(session.execute(MOMENT_OF_THE_DATABASE).scalar_one() - process_time())
        offset = read_offset(session)
    apart = "" if difference <= LARGEST_DIFFERENCE else "Set both clocks by NTP."
    findings = [Finding("Clock", f"database and machine differ by {difference.total_seconds():.1f} s.", apart)]
    if offset and not settings.is_development:
        findings.append(Finding("Clock", f"the shop's time is moved by {offset}.", "Set `clock.shift` to 0."))
    return findings


def check_redis(settings: Settings) -> list[Finding]:
    """Reachable, and set to keep what it is told."""
    if settings.redis_url is None:
        return [Finding("Redis", "`jamango up` runs one of its own.")]
    try:
        with Redis.from_url(settings.redis_url, socket_timeout=3, socket_connect_timeout=3) as client:
            policy = client.config_get("maxmemory-policy").get("maxmemory-policy", "noeviction")
    except (RedisError, ValueError) as error:
        return [Finding("Redis", f"does not answer ({error}).", "Start it, or correct JAMANGO_REDIS_URL.")]
    mend = "" if policy == "noeviction" else "Set maxmemory-policy to noeviction, or jobs get lost when it is full."
    return [Finding("Redis", f"answers; when full it acts by {policy}.", mend)]


def check_address(settings: Settings) -> list[Finding]:
    """The public address leads to a shop that works."""
    url = f"{settings.public_url}/readyz"
    try:
        answer = httpx.get(url, timeout=5, follow_redirects=False)
    except httpx.HTTPError as error:
        mend = "Start the shop, or correct JAMANGO_PUBLIC_URL or the proxy before it."
        return [Finding("Address", f"{settings.public_url} does not answer ({type(error).__name__}).", mend)]
    mend = "" if answer.status_code == httpx.codes.OK else "See the lines of `web`, and the proxy before it."
    return [Finding("Address", f"{url} answers {answer.status_code}.", mend)]


def check_offline(settings: Settings) -> list[Finding]:
    """Browsers keep pages for a bad net (the till's, a rider's, packing) in a secure context only: https, or this very
    machine."""
    address = urlsplit(settings.public_url)
    host = address.hostname or ""
    if address.scheme == "https":
        return [Finding("Offline", "till, rider's page and packing go on without a net: the address is https.")]
    if host == "localhost" or host.endswith(".localhost") or _is_loopback(host):
        said = f"till, rider's page and packing go on without a net on this machine alone ({settings.public_url})."
        return [Finding("Offline", said)]
    said = f"over {settings.public_url} no browser keeps a page: till, rider's page and packing stop without a net."
    return [Finding("Offline", said, "Put https before the shop, and set JAMANGO_PUBLIC_URL to that address.")]


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_secrets(_: Settings) -> list[Finding]:
    """A `.env` with secrets should be readable by its owner only."""
    path = Path(".env")
    if not path.exists() or not path.stat().st_mode & 0o077:
        return []
    return [Finding("Secrets", f"{path.absolute()} can be read by others.", "Run `chmod 600 .env`.")]
