"""What our webhook door is measured against: verify the signature, insert one row, commit, answer 200. Nothing else."""

import hashlib
import hmac
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from psycopg_pool import AsyncConnectionPool

SECRET = os.environ.get("BENCH_SECRET", "").encode()


@asynccontextmanager
async def _pool(app: FastAPI) -> AsyncIterator[None]:
    app.state.pool = AsyncConnectionPool(
        os.environ["BENCH_DATABASE_URL"], min_size=2, max_size=8, open=False, kwargs={"autocommit": True}
    )
    await app.state.pool.open()
    yield
    await app.state.pool.close()


app = FastAPI(lifespan=_pool, docs_url=None, openapi_url=None)


@app.get("/healthz")
async def is_alive() -> Response:
    return Response()


@app.post("/webhooks/whatsapp")
async def receive(request: Request) -> Response:
    body = await request.body()
    signature = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(f"sha256={signature}", request.headers.get("x-hub-signature-256", "")):
        return Response(status_code=401)
    async with request.app.state.pool.connection() as connection:
        await connection.execute("INSERT INTO bench_bare (body) VALUES (%s)", (body,))
    return Response()
