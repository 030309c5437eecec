"""What search engines, social sites and feed readers are told."""
