"""The names of the commands that come with vanban, a module of the room ``cli`` each."""

from keyword import iskeyword

COMMANDS = (
    "render",
    "batch",
    "convert",
    "check",
    "fix",
    "explain",
    "rules",
    "new",
    "import",
    "template",
    "types",
    "schema",
    "plugin",
    "doctor",
)
"""In the order in which ``vanban --help`` lists them."""


def home(name: str) -> str:
    """The module of a command; one named like a word of Python has an underscore.

    >>> home("check"), home("import")
    ('vanban.cli.check', 'vanban.cli.import_')
    """
    return f"vanban.cli.{name}_" if iskeyword(name) else f"vanban.cli.{name}"
