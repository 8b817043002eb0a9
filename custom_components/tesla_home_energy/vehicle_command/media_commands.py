"""Commands about media, sounds and navigation."""

from typing import Final

from .command import Command
from .parameters import decimal

MEDIA_COMMANDS: Final = (
    Command(
        name="media_toggle_playback",
        build=lambda _: {"mediaPlayAction": {}},
        idempotent=False,
    ),
    Command(
        name="media_next_track",
        build=lambda _: {"mediaNextTrack": {}},
        idempotent=False,
    ),
    Command(
        name="media_prev_track",
        build=lambda _: {"mediaPreviousTrack": {}},
        idempotent=False,
    ),
    Command(
        name="media_next_fav",
        build=lambda _: {"mediaNextFavorite": {}},
        idempotent=False,
    ),
    Command(
        name="media_prev_fav",
        build=lambda _: {"mediaPreviousFavorite": {}},
        idempotent=False,
    ),
    Command(
        name="media_volume_up",
        build=lambda _: {"mediaUpdateVolume": {"volume_delta": 1}},
        idempotent=False,
    ),
    Command(
        name="media_volume_down",
        build=lambda _: {"mediaUpdateVolume": {"volume_delta": -1}},
        idempotent=False,
    ),
    Command(
        name="adjust_volume",
        parameters=(decimal("volume", 0, 10),),
        build=lambda values: {"mediaUpdateVolume": {"volume_absolute_float": values["volume"]}},
    ),
    Command(name="remote_boombox", idempotent=False),
    Command(name="navigation_request"),
    Command(name="navigation_gps_request"),
)
