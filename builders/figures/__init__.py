"""What each figure of a report measures, of what period, and where figures disagree."""
