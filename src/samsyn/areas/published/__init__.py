"""The published facts about the real organisation and its areas, as data: see the heads of the two files."""
