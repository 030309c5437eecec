"""What each page lists, as plain functions of the page: no request, no template.

Models call these from `get_context`, so models are named by string here, as blocks do. Every list is bounded or
paginated, holds shown pages only, and costs the same number of queries whatever its length: the renditions of all lists
of a page are fetched together, and so are the prices.
"""
