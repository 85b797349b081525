"""Ready strings for the pages: the register, one area, one import."""
