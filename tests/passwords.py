"""Passwords that cost nothing to keep, in the form of the real ones: a server under test can check them."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class Quick(PBKDF2PasswordHasher):
    """One round instead of a million, which would take half a second for each of the cast."""

    iterations = 1
