"""Answers to fixed addresses; pages answer for themselves."""
