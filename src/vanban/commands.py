"""The names of the commands that come with vanban, a module of the room ``cli`` each."""

COMMANDS = (
    "render",
    "batch",
    "convert",
    "check",
    "fix",
    "explain",
    "rules",
    "new",
    "template",
    "types",
    "schema",
    "plugin",
    "doctor",
)
"""In the order in which ``vanban --help`` lists them."""
