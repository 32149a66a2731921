"""Stances on actors: praised, blamed, written off, described."""
