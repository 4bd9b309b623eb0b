"""What is known before a report is read: names, the class of a noun, territories, the shapes of words."""
