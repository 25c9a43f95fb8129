"""The WhatsApp channel: what was said, what we say, its limits, and the client that says it."""
