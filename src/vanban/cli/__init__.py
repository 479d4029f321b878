"""The command line: a file a command; each parses, calls the api and prints."""
