"""/meta/{version}/…: the calls a shop makes. Plain routes, for sending must be cheap."""

from __future__ import annotations

from fastapi import APIRouter

from simulator.meta import account, flows, media, templates
from simulator.meta.messages import post_message

EVERY_METHOD = ["GET", "POST", "PUT", "PATCH", "DELETE"]

router = APIRouter()
router.add_route("/meta/{version}/{object_id}/messages", post_message, methods=["POST"])
router.add_route("/meta/media/{media_id}", media.download, methods=["GET"])
router.add_route("/meta/{version}/debug_token", account.debug_token, methods=["GET"])
router.add_route("/meta/{version}/{object_id}/media", media.upload, methods=["POST"])
router.add_route("/meta/{version}/{object_id}/message_templates", templates.list_all, methods=["GET"])
router.add_route("/meta/{version}/{object_id}/message_templates", templates.create, methods=["POST"])
router.add_route("/meta/{version}/{object_id}/message_templates", templates.delete, methods=["DELETE"])
router.add_route("/meta/{version}/{object_id}/flows", flows.list_all, methods=["GET"])
router.add_route("/meta/{version}/{object_id}/flows", flows.create, methods=["POST"])
router.add_route("/meta/{version}/{object_id}/assets", flows.hand_in, methods=["POST"])
router.add_route("/meta/{version}/{object_id}/publish", flows.publish, methods=["POST"])
router.add_route("/meta/{version}/{object_id}/deprecate", flows.deprecate, methods=["POST"])
router.add_route("/meta/{version}/{object_id}/phone_numbers", account.phone_numbers, methods=["GET"])
router.add_route(
    "/meta/{version}/{object_id}/subscribed_apps", account.subscribed_apps, methods=["GET", "POST", "DELETE"]
)
router.add_route("/meta/{version}/{object_id}/whatsapp_business_profile", account.profile, methods=["GET", "POST"])
router.add_route("/meta/{version}/{object_id}", account.get_object, methods=["GET"])
router.add_route("/meta/{version}/{object_id}", account.post_object, methods=["POST"])
router.add_route("/meta/{version}/{object_id}", account.delete_object, methods=["DELETE"])
router.add_route("/meta/{rest:path}", account.unknown, methods=EVERY_METHOD)
