"""Everything that can go wrong for a person, as sentences that say what happened and what to do next.

One catalogue for pages, JSON and commands. The English sentence is the message id of its translations.
Anything that is not a Problem is a bug.
"""

from collections.abc import Callable

PROBLEMS: dict[str, tuple[int, str]] = {
    # -- addresses and rights
    "unknown-neighbourhood": (404, "There is no neighbourhood here called “{slug}”. Look at the list of neighbourhoods on the first page."),
    "unknown-asset": (404, "This asset is not here (any more), or it is not shared with you. Look for it on the map or in the list."),
    "unknown-media": (404, "This photo or recording is not here (any more)."),
    "unknown-page": (404, "This page does not exist. Go to the map and start from there."),
    "not-allowed": (403, "This is for people who look after this map. Sign in, or ask a neighbour who does."),
    "not-for-role": (403, "You are signed in, but this is for the people who look after this map. Ask one of them to do it with you."),
    "from-elsewhere": (403, "This came from another website, so nothing was done. Go to the page here and try again."),
    "upload-too-large": (413, "That is more than {megabytes} MB at once. Send the photos in two goes, or one that is smaller."),
    "our-fault": (500, "Something went wrong on our side. What you typed is kept in this browser; try again in a minute."),
    # -- recording
    "title-missing": (422, "Give it a name, so that neighbours recognise it."),
    "why-missing": (422, "Write one sentence on why it matters. That is what makes it worth keeping."),
    "text-too-long": (422, "“{field}” has {length} characters; there is room for {most}. Shorten it, or put the rest in the story."),
    "unknown-choice": (422, "“{value}” is not one of the choices for {field}. Choose one of: {choices}."),
    "outside-boundary": (409, "This place lies outside {name} ({metres} m from the edge). Keep it here anyway, or move it."),
    "bad-geometry": (422, "This shape can't be drawn: {reason}. Draw it again, or choose one point."),
    "bad-position": (422, "“{value}” is not a position. A longitude lies between -180 and 180, a latitude between -90 and 90."),
    "changed-meanwhile": (409, "{name} changed this at {time}, while you were writing. Both versions are below: choose what stays."),
    "nothing-to-undo": (409, "There is no earlier version of this asset to go back to."),
    "connection-to-itself": (422, "An asset can't be connected to itself. Choose another one."),
    "unknown-date": (422, "“{value}” is not a date. Write a year, a month or a day: 2019, 2024-05 or 2024-05-17."),
    "connected-already": (409, "These two are connected in this way already."),
    "unknown-connection": (404, "This connection is not here (any more)."),
    "too-many": (422, "There are {count} {what}; {most} fit. Leave some out."),
    # -- the form and the page of an asset
    "kind-missing": (422, "Choose what it is: a gift, a place, a network… Closest by is good enough."),
    "unknown-language": (422, "“{value}” is not a language that is known here. Choose one from the list."),
    "unknown-street": (422, "There is no street “{value}” in the street data of {name}. Choose one from the list, or tap the map."),
    "position-half": (422, "A position needs both numbers. Fill in the longitude and the latitude, or leave both empty."),
    "guardian-missing": (422, "{name} is a child. Write who agreed for them: a parent or another guardian."),
    "translation-without-language": (422, "Say in which language this translation is."),
    "language-twice": (422, "There are two translations in the same language ({language}). Put them together."),
    "signed-out": (401, "You are not signed in any more. Sign in again; what you typed is still here."),
    "changed-since": (409, "{name} changed this a moment ago, so nothing was undone. Look at it first, then undo what you like."),
    "nothing-chosen": (422, "Choose the other half of the connection."),
    # -- signing in
    "invitation-unknown": (404, "This invitation is not known here. Look whether the whole link was copied, or ask for a new one."),
    "invitation-expired": (410, "This invitation was valid until {date}. Ask for a new one: it takes a minute."),
    "invitation-used": (410, "This invitation has been used already. Sign in with the name and passphrase chosen then, or ask for a new one."),
    "passphrase-short": (422, "A passphrase has at least {least} characters. Four ordinary words are easy to remember and hard to guess."),
    "name-taken": (422, "Somebody called “{name}” signs in here already. Choose another name, your initials for example."),
    "name-missing": (422, "Write the name you want to sign in with."),
    "sign-in-wrong": (401, "This name and passphrase do not belong together. Try again, or ask for a new invitation."),
    "sign-in-slow": (429, "That was tried often in a short time. Wait {seconds} seconds and try again."),
    # -- neighbourhoods and commands
    "bad-slug": (422, "“{slug}” can't be an address. Use small letters, digits and hyphens, for example “aan-de-schie”."),
    "boundary-unreadable": (422, "“{path}” holds no area to use as a boundary. Save the neighbourhood as a polygon in a GeoJSON file and try again."),
    "boundary-size": (422, "This boundary encloses {square_kilometres} km². A neighbourhood lies between 0.001 and 400 km²: look whether the right area was chosen."),
    "job-gone": (404, "This file is not here any more: exports are kept for a day. Make it once more."),
    "too-many-jobs": (429, "{count} exports are being made already. Wait until one is ready and try again."),
    "neighbourhood-exists": (409, "There is already a neighbourhood “{slug}”. Choose another address, or remove its folder first."),
    "file-missing": (422, "There is no file “{path}”. Check the name and the folder."),
    "file-unreadable": (422, "“{path}” can't be read: {reason}."),
    "disk-full": (507, "The disk is full. Nothing was changed. Make room and try again; what you typed is still here."),
    "busy": (503, "Somebody else is writing at this very moment. Try again in a few seconds."),
    "folder-not-writable": (500, "The folder “{path}” can't be written. Give the account that runs Assetmap the right to write there."),
    "database-newer": (409, "“{slug}” was made by a newer Assetmap. Upgrade this one first."),
    "setting-wrong": (500, "The setting {name} has the value “{value}”: {reason}."),
    # -- shapes and positions
    "swapped-position": (422, "“{first}, {second}” looks like latitude, longitude: the two have changed places. Swap them and try again."),
    "metres-position": (422, "“{first}, {second}” looks like metres (RD New?) and not like degrees. Save it in WGS 84 (EPSG:4326) and try again."),
    # -- street data and the base map
    "file-empty": (422, "“{path}” is empty (0 bytes): nothing arrived when it was copied or downloaded. Fetch it again."),
    "not-openstreetmap": (422, "“{path}” is not an OpenStreetMap extract. Its name may be wrong: an extract ends in .osm.pbf or .osm."),
    "osm-cut-off": (422, "“{path}” stops in the middle: it was cut off while it was copied or downloaded. Fetch it again."),
    "osm-damaged": (422, "“{path}” is damaged and can't be read to the end ({reason}). Fetch it again."),
    "not-street-data": (422, "“{path}” holds no street data. Bring an OpenStreetMap extract (.osm.pbf or .osm), or a GeoJSON file with features."),
    "geojson-damaged": (422, "“{path}” is not whole GeoJSON: reading stopped after {place} characters. Save or download it again."),
    "nothing-in-boundary": (422, "“{path}” holds no streets, houses, water or green inside the boundary. Take an extract of the right area."),
    "base-file-damaged": (500, "The file of the base map is damaged. Load the street data once more: assetmap base."),
    # -- drawing
    "style-damaged": (500, "The style “{name}” can't be read: its file is not whole JSON, or based on itself. Mend it."),
    # -- photos and sound
    "media-empty": (422, "“{name}” is empty (0 bytes): nothing arrived. Choose it again, or make it once more."),
    "media-unknown": (415, "“{name}” is neither a photo nor a recording that can be read here. Choose a photo (JPEG, PNG, WebP, GIF, HEIC or AVIF) or sound (MP3, M4A, WebM, Ogg or WAV)."),
    "media-other": (415, "“{name}” is a file of another kind ({format}), whatever its name says. Choose a photo (JPEG, PNG, WebP, GIF, HEIC or AVIF) or sound (MP3, M4A, WebM, Ogg or WAV)."),
    "media-film": (415, "“{name}” is a film; there is room here for photos and sound. Take a photo from it, or record only the sound."),
    "photo-wanted": (415, "“{name}” is sound. Choose a photo here; a recording has its own button."),
    "photo-too-big": (413, "“{name}” is {megabytes} MB; a photo may be {most} MB. Send it in a smaller size, or make it once more with the camera's ordinary setting."),
    "photo-too-many-pixels": (422, "“{name}” says it has more than {most} megapixels, more than fits here. Save it in a smaller size, or make it once more with the camera's ordinary setting."),
    "photo-incomplete": (422, "“{name}” stops halfway: part of the photo did not come across. Choose it again; if that does not help, make it once more."),
    "photo-unreadable": (422, "“{name}” is damaged and can't be shown. Open it on the device it came from and save it once more, or choose another photo."),
    "photo-format-unread": (415, "“{name}” is {format}, which this Assetmap can't read. Save it as JPEG and choose it again."),
    "sound-wanted": (415, "“{name}” is a photo. Choose a recording here; a photo has its own button."),
    "sound-too-big": (413, "“{name}” is {megabytes} MB; a recording may be {most} MB. Send it in shorter parts, or save it as MP3."),
    "sound-broken": (422, "“{name}” holds no sound that can be played: it is damaged, or part of it did not come across. Choose it again, or record it once more."),
    "sound-codec": (415, "“{name}” holds sound of a kind ({codec}) that many browsers can't play. Save it as MP3 or M4A and choose it again."),
    # -- looking whether everything is whole
    "check-missing": (500, "{path} is missing. Put it back from a backup, or take it off its asset."),
    "check-damaged": (500, "{path} is damaged: its content is no longer what it was. Put it back from a backup."),
    "check-orphan": (500, "{path} belongs to no asset. It may come from a form that was never finished."),
    "check-unfinished": (500, "{path} was left when writing broke off. It can be removed."),
    "check-database": (500, "The database is damaged: {reason}. Put it back from a backup."),
    "check-lost-row": (500, "A row of {table} points at a row of {other} that is not there. Put the database back from a backup."),
    "check-unsearchable": (500, "Assets that searching does not find: {count}. Change each of them once, then it is found again."),
    # -- taking in files (imports): what stops it
    "import-unknown-form": (422, "“{path}” can't be taken in: it is no OpenStreetMap extract (.osm.pbf, .osm), GeoJSON (.geojson) or table (.csv). Save it as one of these."),
    "import-too-large": (413, "“{path}” is {size} MB; at most {most} MB can be taken in. Cut the neighbourhood out of it first."),
    "import-encoding": (422, "“{path}” is not written in {encoding}. Leave the encoding out to have it found, or save the file as UTF-8."),
    "import-bad-json": (422, "“{path}” can't be read at line {line}, column {column}: that is no longer GeoJSON. Save it again from the program it came from."),
    "import-cut-off": (422, "“{path}” stops in the middle, in line {line}: it was cut off while it was copied or downloaded. Fetch it again."),
    "import-nested": (422, "“{path}” has lists within lists without end, so it is not read. Save it again from the program it came from."),
    "import-not-geojson": (422, "“{path}” is not GeoJSON: it has no features. Save it as GeoJSON from the program it came from."),
    "import-newer": (409, "“{path}” was written by a newer Assetmap. Upgrade this one first."),
    "import-unknown-crs": (422, "The coordinate system “{crs}” is not known here. Save the file in WGS 84 (EPSG:4326) and try again."),
    "import-no-table": (422, "“{path}” is not a table: its first row has no headings. Put words as “title” and “why” above the columns."),
    "import-cell-too-long": (422, "“{path}” has a cell of more than {most} characters; perhaps a quotation mark was never closed. Save it again as CSV."),
    # -- taking in files: what somebody should know
    "import-guessed-encoding": (200, "“{path}” was read as {encoding}. Look whether é, ë and € came across well."),
    "import-only-headings": (200, "“{path}” has headings but no rows."),
    "import-open-quote": (200, "A quotation mark in row {row} was never closed: the end of the table may have become one cell."),
    "import-ragged": (200, "This row has {cells} cells, the heading has {columns}. What was left over stands at the end of the description."),
    "import-columns-kept": (200, "These columns have no field of their own and stand at the end of the description: {columns}."),
    "import-columns-dropped": (200, "These columns were left out, because programs made them: {columns}."),
    "import-no-place": (200, "{count} have no place on the map. They are in the list, and can be given a place later."),
    "import-no-feature": (200, "This is not a feature: it has neither a place nor properties."),
    "import-no-properties": (200, "The properties of this feature can't be read. Its place was kept."),
    "import-empty-row": (200, "This row says nothing."),
    "import-double": (200, "This is the same as row {row}, so it was taken once."),
    "import-id-twice": (200, "The number or code “{id}” stands here for the second time; both were kept."),
    "import-nameless": (200, "This has no name. Give it one, so that neighbours recognise it."),
    "import-title-taken": (200, "This had no title; “{title}” was taken from elsewhere in the row."),
    "import-why-missing": (200, "Nothing says why this matters. It is kept for the team until somebody tells."),
    "import-contact": (200, "Under {columns} stands something personal. It is kept for the team; ask first whether it may go further."),
    "import-kind-guessed": (200, "“{value}” is not one of our kinds; it was taken as {kind} and kept as a tag."),
    "import-unknown-value": (200, "“{value}” is not one of the choices for {field}: {choices}. It was left out."),
    "import-text-moved": (200, "“{field}” has {length} characters; there is room for {most}. The rest stands under “{to}”."),
    "import-text-cut": (200, "“{field}” has {length} characters; there is room for {most}. The end was left out."),
    "import-swapped": (200, "Latitude and longitude had changed places here; they were put right."),
    "import-converted": (200, "The position was in metres ({system}) and was turned into degrees."),
    "import-shape-mended": (200, "The outline crossed itself and was mended. Look whether it is still right."),
    "import-shape-parts": (200, "The shape held {count} smaller parts, points or lines; only the largest sort was kept."),
    "import-shape-lost": (200, "Its place can't be used: {reason}. It was kept without a place."),
    "import-outside": (200, "This reaches {metres} m outside the boundary. It was kept; take it out if it is not yours."),
    "import-far": (200, "This lies {distance} outside the boundary. It was left out; say that far things may come too if it belongs here."),
    "import-nothing-inside": (200, "Nothing in “{path}” lies inside the boundary. Take an extract of the right area."),
    "import-taken-together": (200, "“{title}” stands {count} times in the file and was taken as one."),
    "import-people-left-out": (200, "{count} names of people were left out: what they agreed to does not travel in a file. Ask them, and add them again."),
    "import-media-left-out": (200, "{count} photos or recordings are not here. Add them again, or bring the whole bag with its files."),
    "import-audience-narrowed": (200, "The file was made for a smaller circle, so this is kept for that circle too: {audience}."),
    "import-masked": (200, "The true place was hidden in the file: this is the area that was shown instead."),
    # -- the book
    "book-fonts-missing": (500, "The book's fonts are not here yet. Run “make setup”, then ask for the book again."),
    "book-busy": (503, "Other books are being made at this moment. Ask for this one again in a few minutes."),
    "book-too-slow": (503, "Making this book took longer than {seconds} seconds, so it was stopped. Choose fewer kinds, or ask again at a quieter moment."),
    "book-too-large": (507, "This book with {photos} photos needs more memory than it may have. Choose fewer kinds, or make one book per kind."),
    # -- the poster
    "poster-too-slow": (503, "Making this poster took longer than {seconds} seconds, so it was stopped. Choose fewer kinds, or ask again at a quieter moment."),
    "poster-too-large": (507, "This poster needs more memory than it may have. Choose smaller paper, or a poster without photos."),
    "poster-busy": (503, "Other books and posters are being made at this moment. Ask for this one again in a few minutes."),
    "poster-file": (422, "A poster can't be written as “{suffix}”. Let the name end in .pdf, .svg or .png."),
    "note-off-paper": (422, "A note can't lie there: that is off the paper. Put it within the frame."),
    # -- the map
    "bad-view": (422, "“{value}” is not a piece of the map. Send west, south, east and north in degrees, with commas between them."),
}


SPOKEN_FACTS = frozenset({"audience", "field", "kind", "reason", "to", "what"})
"""Facts that may be English message ids."""


class Problem(Exception):
    """Something a person can mend. `code` is a key of PROBLEMS, `facts` fill the sentence, `field` names the box on the form.

    The name of the field is a fact too; a form puts the words that stand at the box in its place.
    """

    def __init__(self, code: str, field: str = "", **facts: object):
        self.code = code
        self.field = field
        self.facts = {"field": field, **facts}
        super().__init__(str(self))

    @property
    def status(self) -> int:
        """The HTTP status that goes with it."""
        return PROBLEMS[self.code][0]

    @property
    def sentence(self) -> str:
        """The English sentence with its {holes} still open: the message id to translate."""
        return PROBLEMS[self.code][1]

    def said(self, gettext: Callable[[str], str]) -> str:
        """The sentence in the language that `gettext` speaks, with those facts that are message ids themselves."""
        spoken = {name: gettext(fact) for name, fact in self.facts.items()
                  if name in SPOKEN_FACTS and isinstance(fact, str) and fact}
        return gettext(self.sentence).format(**self.facts | spoken)

    def __str__(self) -> str:
        return self.sentence.format(**self.facts)


class Problems(Exception):
    """Several problems at once: a form tells all of them in one go."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__(" ".join(str(problem) for problem in problems))
