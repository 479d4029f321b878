"""``python -m vanban`` is the command ``vanban``."""

from vanban.cli.main import run

if __name__ == "__main__":
    run()
