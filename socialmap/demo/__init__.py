"""Meerwold, a town that does not exist: its people, places and offers, made from data files and a seed."""
