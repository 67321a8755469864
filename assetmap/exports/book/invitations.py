"""What the book asks where nobody has told anything yet: an empty chapter is an invitation."""

from ...domain.kind import Kind

INVITATIONS: dict[Kind, tuple[str, str]] = {
    Kind.SKILL: (
        "Nobody has told us about gifts yet.",
        "What do you know, love or make? Who would you like to show it to?",
    ),
    Kind.PLACE: ("Nobody has told us about places yet.", "Where do you like to sit, to play, to meet somebody?"),
    Kind.NETWORK: ("Nobody has told us about networks yet.", "Who do you call when you need a ladder? Who calls you?"),
    Kind.INSTITUTION: ("Nobody has told us about institutions yet.", "Which door is open to everybody here?"),
    Kind.EXCHANGE: (
        "Nobody has told us about the neighbourhood economy yet.",
        "Where do you swap, lend, mend or buy around the corner?",
    ),
    Kind.STORY: ("Nobody has told us a story yet.", "What happened here that should not be forgotten?"),
    Kind.PHOTO: ("Nobody has shown us a picture yet.", "What do you see when you come home?"),
}
"""Kind -> a sentence and a question (English message ids)."""
