"""Numbered steps from an empty file to today's tables. A released step is never edited: a next one is added."""

from sqlite_utils import Database, Migrations
from sqlite_utils.db import sqlite3

from ..domain.source import sources_of

MIGRATIONS = Migrations("assetmap")


@MIGRATIONS()
def m0001_the_neighbourhood(db: Database) -> None:
    """The neighbourhood itself, its people, its members and how they sign in."""
    _all(db, """
    CREATE TABLE neighbourhood (
        one INTEGER PRIMARY KEY CONSTRAINT only_one CHECK (one = 1),
        slug TEXT NOT NULL,
        name TEXT NOT NULL,
        language TEXT NOT NULL,
        purpose TEXT NOT NULL DEFAULT '',
        mandate TEXT NOT NULL DEFAULT '',
        notice TEXT NOT NULL DEFAULT '',
        attribution TEXT NOT NULL DEFAULT '',
        boundary BLOB NOT NULL,
        public INTEGER NOT NULL DEFAULT 1 CONSTRAINT public_is_yes_or_no CHECK (public IN (0, 1)),
        sequence INTEGER NOT NULL DEFAULT 0,
        secret TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT;

    CREATE TABLE people (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        child INTEGER NOT NULL DEFAULT 0 CONSTRAINT child_is_yes_or_no CHECK (child IN (0, 1)),
        created TEXT NOT NULL
    ) STRICT;

    CREATE TABLE members (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL CONSTRAINT one_member_per_name UNIQUE,
        role TEXT NOT NULL CONSTRAINT known_role CHECK (role IN ('guest', 'builder', 'steward')),
        passphrase TEXT NOT NULL,
        language TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL,
        ended TEXT NOT NULL DEFAULT ''
    ) STRICT;

    CREATE TABLE invitations (
        token TEXT PRIMARY KEY NOT NULL,
        role TEXT NOT NULL CONSTRAINT known_role CHECK (role IN ('guest', 'builder', 'steward')),
        created TEXT NOT NULL,
        created_by TEXT NOT NULL,
        expires TEXT NOT NULL,
        used TEXT NOT NULL DEFAULT '',
        used_by TEXT REFERENCES members (id)
    ) STRICT;

    CREATE TABLE sessions (
        token TEXT PRIMARY KEY NOT NULL,
        member TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
        created TEXT NOT NULL,
        seen TEXT NOT NULL,
        expires TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sessions_of_member ON sessions (member);

    CREATE TABLE attempts (
        who TEXT NOT NULL,
        at REAL NOT NULL
    ) STRICT;
    CREATE INDEX attempts_of_who ON attempts (who, at);
    """)


@MIGRATIONS()
def m0002_assets(db: Database) -> None:
    """Assets with their texts, tags, media, people and consent; connections; rounds."""
    _all(db, """
    CREATE TABLE rounds (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        purpose TEXT NOT NULL,
        starts TEXT NOT NULL DEFAULT '',
        ends TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL
    ) STRICT;

    CREATE TABLE assets (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL CONSTRAINT one_asset_per_id UNIQUE,
        kind TEXT NOT NULL CONSTRAINT known_kind
            CHECK (kind IN ('skill', 'place', 'network', 'institution', 'exchange', 'story', 'photo')),
        facet TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL CONSTRAINT has_title CHECK (title <> ''),
        why TEXT NOT NULL CONSTRAINT has_why CHECK (why <> ''),
        description TEXT NOT NULL DEFAULT '',
        story TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL,
        state TEXT NOT NULL CONSTRAINT known_state CHECK (state IN ('in_use', 'under_used', 'dreamt_of', 'retired')),
        key_holder TEXT NOT NULL DEFAULT '' CONSTRAINT known_key_holder
            CHECK (key_holder IN ('', 'residents', 'local_organisation', 'outside')),
        rhythm TEXT NOT NULL DEFAULT '{}' CONSTRAINT rhythm_is_json CHECK (json_valid(rhythm)),
        audience TEXT NOT NULL CONSTRAINT known_audience CHECK (audience IN ('team', 'neighbourhood', 'public')),
        precision TEXT NOT NULL CONSTRAINT known_precision
            CHECK (precision IN ('exact', 'street', 'neighbourhood', 'hidden')),
        geometry BLOB,
        shown BLOB,
        shown_type TEXT NOT NULL DEFAULT '',
        lon REAL,
        lat REAL,
        cell INTEGER,
        street TEXT NOT NULL DEFAULT '',
        review TEXT NOT NULL CONSTRAINT known_review CHECK (review IN ('waiting', 'published', 'declined')),
        reach INTEGER NOT NULL CONSTRAINT reach_is_a_level CHECK (reach BETWEEN 0 AND 3),
        place_reach INTEGER NOT NULL CONSTRAINT place_reach_is_a_level CHECK (place_reach BETWEEN 0 AND 3),
        round INTEGER REFERENCES rounds (number),
        source TEXT NOT NULL DEFAULT '',
        attribution TEXT NOT NULL DEFAULT '',
        invented INTEGER NOT NULL DEFAULT 0 CONSTRAINT invented_is_yes_or_no CHECK (invented IN (0, 1)),
        created TEXT NOT NULL,
        created_by TEXT NOT NULL DEFAULT '',
        updated TEXT NOT NULL,
        confirmed TEXT NOT NULL DEFAULT '',
        revision INTEGER NOT NULL DEFAULT 1,
        sequence INTEGER NOT NULL,
        CONSTRAINT place_is_whole CHECK ((lon IS NULL) = (lat IS NULL) AND (lon IS NULL) = (cell IS NULL))
    ) STRICT;
    CREATE INDEX assets_by_cell ON assets (cell) WHERE cell IS NOT NULL;
    CREATE INDEX assets_by_sequence ON assets (sequence);
    CREATE INDEX assets_by_source ON assets (source) WHERE source <> '';
    CREATE INDEX assets_with_shape ON assets (number) WHERE shown_type NOT IN ('', 'Point');

    CREATE TABLE asset_texts (
        asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        language TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        why TEXT NOT NULL DEFAULT '',
        description TEXT NOT NULL DEFAULT '',
        story TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (asset, language)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE asset_tags (
        asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (asset, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assets_of_tag ON asset_tags (tag);

    CREATE TABLE media (
        hash TEXT PRIMARY KEY NOT NULL,
        medium TEXT NOT NULL CONSTRAINT photo_or_voice CHECK (medium IN ('photo', 'voice')),
        mime TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        width INTEGER NOT NULL DEFAULT 0,
        height INTEGER NOT NULL DEFAULT 0,
        seconds REAL NOT NULL DEFAULT 0,
        added TEXT NOT NULL
    ) STRICT;

    CREATE TABLE asset_media (
        asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        hash TEXT NOT NULL REFERENCES media (hash),
        place INTEGER NOT NULL,
        alt TEXT NOT NULL DEFAULT '',
        credit TEXT NOT NULL DEFAULT '',
        audience TEXT NOT NULL CONSTRAINT known_audience CHECK (audience IN ('team', 'neighbourhood', 'public')),
        PRIMARY KEY (asset, hash)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assets_of_media ON asset_media (hash);

    CREATE TABLE asset_people (
        asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        part TEXT NOT NULL CONSTRAINT known_part CHECK (part IN ('tells', 'holds', 'helps', 'in_picture')),
        PRIMARY KEY (asset, person, part)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assets_of_person ON asset_people (person);

    CREATE TABLE consents (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        medium TEXT NOT NULL CONSTRAINT known_medium CHECK (medium IN ('text', 'name', 'photo', 'voice', 'place')),
        audience TEXT NOT NULL CONSTRAINT known_audience CHECK (audience IN ('team', 'neighbourhood', 'public')),
        given TEXT NOT NULL,
        withdrawn TEXT NOT NULL DEFAULT '',
        guardian TEXT NOT NULL DEFAULT '',
        noted_by TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX consents_of_asset ON consents (asset);
    CREATE INDEX consents_of_person ON consents (person);

    CREATE TABLE connections (
        id TEXT PRIMARY KEY NOT NULL,
        first INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        verb TEXT NOT NULL CONSTRAINT known_verb
            CHECK (verb IN ('hosts', 'meets_at', 'helps', 'knows', 'made', 'could_help')),
        second INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        since TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL,
        created_by TEXT NOT NULL DEFAULT '',
        CONSTRAINT said_once UNIQUE (first, verb, second),
        CONSTRAINT not_to_itself CHECK (first <> second)
    ) STRICT;
    CREATE INDEX connections_to ON connections (second);
    """)


@MIGRATIONS()
def m0003_memory(db: Database) -> None:
    """What was done (journal), how it was before (revisions), what left the house (editions), what is kept ready."""
    _all(db, """
    CREATE TABLE journal (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        verb TEXT NOT NULL,
        asset INTEGER,
        facts TEXT NOT NULL DEFAULT '{}' CONSTRAINT facts_are_json CHECK (json_valid(facts))
    ) STRICT;
    CREATE INDEX journal_of_asset ON journal (asset) WHERE asset IS NOT NULL;

    CREATE TABLE revisions (
        asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        verb TEXT NOT NULL,
        snapshot TEXT NOT NULL CONSTRAINT snapshot_is_json CHECK (json_valid(snapshot)),
        PRIMARY KEY (asset, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE editions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        format TEXT NOT NULL,
        audience TEXT NOT NULL CONSTRAINT known_audience CHECK (audience IN ('team', 'neighbourhood', 'public')),
        language TEXT NOT NULL,
        made TEXT NOT NULL,
        made_by TEXT NOT NULL,
        for_whom TEXT NOT NULL DEFAULT '',
        options TEXT NOT NULL DEFAULT '{}' CONSTRAINT options_are_json CHECK (json_valid(options)),
        sequence INTEGER NOT NULL,
        sha256 TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE edition_assets (
        edition INTEGER NOT NULL REFERENCES editions (number) ON DELETE CASCADE,
        asset INTEGER NOT NULL,
        PRIMARY KEY (edition, asset)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX editions_of_asset ON edition_assets (asset);
    CREATE TABLE edition_media (
        edition INTEGER NOT NULL REFERENCES editions (number) ON DELETE CASCADE,
        hash TEXT NOT NULL,
        PRIMARY KEY (edition, hash)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX editions_of_media ON edition_media (hash);

    CREATE TABLE kept (
        name TEXT PRIMARY KEY NOT NULL,
        sequence INTEGER NOT NULL,
        etag TEXT NOT NULL,
        body BLOB NOT NULL
    ) STRICT;

    CREATE VIRTUAL TABLE asset_search USING fts5 (
        title, words, team, neighbourhood, public, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    );
    """)
    # Without it FTS5 keeps deleted words in its index. SQLite before 3.42 does not know it.
    if sqlite3.sqlite_version_info >= (3, 42):
        db.execute("INSERT INTO asset_search (asset_search, rank) VALUES ('secure-delete', 1)")


@MIGRATIONS()
def m0004_the_map(db: Database) -> None:
    """All that the map asks of an asset stands in the index itself: counted and packed four times quicker."""
    _all(db, """
    DROP INDEX assets_by_cell;
    CREATE INDEX assets_on_map ON assets (cell, place_reach, reach, state, kind, precision, shown_type, lon, lat)
        WHERE cell IS NOT NULL;
    CREATE INDEX assets_by_reach ON assets (reach, state, kind);
    """)


@MIGRATIONS()
def m0005_said_in_other_languages(db: Database) -> None:
    """What the neighbourhood says of itself, for readers of other languages."""
    _all(db, """
    CREATE TABLE neighbourhood_sayings (
        language TEXT PRIMARY KEY NOT NULL,
        purpose TEXT NOT NULL DEFAULT '',
        mandate TEXT NOT NULL DEFAULT '',
        notice TEXT NOT NULL DEFAULT ''
    ) STRICT;
    """)


@MIGRATIONS()
def m0006_notes_on_posters(db: Database) -> None:
    """Where the notes lie on each sheet of the poster, so that they stay put; and which of them somebody pinned."""
    _all(db, """
    CREATE TABLE note_places (
        sheet TEXT NOT NULL,
        asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE,
        x REAL NOT NULL,
        y REAL NOT NULL,
        form INTEGER NOT NULL DEFAULT 0,
        pinned INTEGER NOT NULL DEFAULT 0 CONSTRAINT pinned_or_not CHECK (pinned IN (0, 1)),
        PRIMARY KEY (sheet, asset)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX note_places_of_asset ON note_places (asset);
    """)


@MIGRATIONS()
def m0007_every_source(db: Database) -> None:
    """Each origin of an asset in a row of its own: what was taken together is found again by any part of it."""
    _all(db, """
    CREATE TABLE asset_sources (
        source TEXT PRIMARY KEY NOT NULL,
        asset INTEGER NOT NULL REFERENCES assets (number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sources_of_asset ON asset_sources (asset);
    DROP INDEX assets_by_source;
    """)
    here = db.execute("SELECT number, source FROM assets WHERE source <> '' ORDER BY number").fetchall()
    db.conn.executemany("INSERT OR IGNORE INTO asset_sources VALUES (?, ?)", [
        (each, number) for number, source in here for each in sources_of(source)])


def _all(db: Database, script: str) -> None:
    # Statement by statement: executescript would commit the migration's own transaction.
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)
