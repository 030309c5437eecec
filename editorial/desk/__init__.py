"""The editors' side: what the admin needs beyond the models."""
