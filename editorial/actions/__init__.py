"""Verbs that write; each checks, executes and has errors of its own."""
