"""When an asset lives: seasons, weekdays and a time of day in plain words."""

from dataclasses import dataclass

SEASONS: dict[str, str] = {"spring": "Spring", "summer": "Summer", "autumn": "Autumn", "winter": "Winter"}
WEEKDAYS: dict[str, str] = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
    "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Seasons and weekdays as keys of the tables above, `time` as the neighbour says it ("na het eten")."""

    seasons: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    time: str = ""

    def __bool__(self) -> bool:
        return bool(self.seasons or self.weekdays or self.time)
