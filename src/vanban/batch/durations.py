"""Times as people say them."""

from __future__ import annotations

from vanban import messages
from vanban.messages import _


def duration(seconds: float) -> str:
    """A time as people say it.

    >>> duration(0.4), duration(75), duration(7300)
    ('0,4 giây', '1 phút 15 giây', '2 giờ 1 phút')
    """
    if seconds < 10:
        point = "," if messages.language() == "vi" else "."
        return _("{seconds} giây").format(seconds=f"{seconds:.1f}".replace(".", point))
    minutes, rest = divmod(round(seconds), 60)
    if minutes == 0:
        return _("{seconds} giây").format(seconds=rest)
    hours, minutes_left = divmod(minutes, 60)
    if hours == 0:
        return _("{minutes} phút {seconds} giây").format(minutes=minutes, seconds=rest)
    return _("{hours} giờ {minutes} phút").format(hours=hours, minutes=minutes_left)
