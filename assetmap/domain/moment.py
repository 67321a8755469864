"""Moments as text: ISO 8601 in UTC to the second ("2026-11-21T20:15:00Z"), which sort as they happened."""

from datetime import UTC, datetime, timedelta


def iso(moment: datetime) -> str:
    """The moment as text; it must know its time zone."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def when(text: str) -> datetime:
    """The moment that a text from `iso` stands for."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def days_after(text: str, days: float) -> str:
    """The moment so many days later."""
    return iso(when(text) + timedelta(days=days))
