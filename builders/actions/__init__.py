"""What was done and what is planned: statements, results and commitments."""
