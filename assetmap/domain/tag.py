"""The tags every neighbourhood starts with: the field's stock of what a neighbourhood has to spare."""

SURPLUS_TAGS: dict[str, str] = {
    "qualities": "Qualities",
    "skills": "Skills",
    "ideas": "Ideas",
    "favourite-places": "Favourite places",
    "ties": "Ties",
    "loyalty": "Loyalty",
    "inventiveness": "Inventiveness",
    "helpfulness": "Helpfulness",
    "community-spirit": "Community spirit",
    "local-economy": "Local economy",
}
"""Tag name -> English message id. A neighbourhood adds its own words; those are shown as they were typed."""

MOST_TAGS = 20
LONGEST_TAG = 40
