"""/meta/{version}/…: the calls a shop makes."""

from __future__ import annotations

from fastapi import APIRouter

from simulator.meta.messages import post_message

router = APIRouter(prefix="/meta")
router.add_route("/meta/{version}/{object_id}/messages", post_message, methods=["POST"])
