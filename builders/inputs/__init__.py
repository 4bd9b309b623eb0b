"""Files of several kinds to the plain text of a report: HTML, Word, Markdown, PDF and encoded text."""
