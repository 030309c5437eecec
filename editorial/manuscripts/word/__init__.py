"""Reading Word files (WordprocessingML) with every run of text accounted for."""
