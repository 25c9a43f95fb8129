"""The schema's history. Migrations only go forward; a restore brings an older schema with its data."""
