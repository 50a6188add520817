"""Limits as numbers: pictures with their truth, errors, intervals, and evidence of them."""
