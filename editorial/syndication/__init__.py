"""What machines read: feeds, sitemaps, robots.txt and the head of every page."""
