"""What a report describes without a name: lower-case phrases, goods, kinds of work, heads of rows."""
