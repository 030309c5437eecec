"""What every answer passes on its way out; one file per purpose."""
