"""Writes of the room, one file per thing a person does."""
