"""What happens to rich text between the database and the page.

Stored text names pages, terms and notes by id; here they become links, buttons and numbers, once per page and in one
query per kind. Everything that leaves is cleaned: a script or a javascript: address in the database stays there.
"""
