"""schema.org objects as plain dictionaries: values in, JSON-LD out. Says only what a page shows.

Nothing here knows models or requests. Every function takes finished values and absolute addresses.
"""
