"""What each command does, apart from arguments and exit codes."""
