"""What is missing before a signature, in words."""
