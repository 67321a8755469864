"""Members: people who sign in, their invitations and sessions. Tokens are kept as hashes only."""

from dataclasses import dataclass

from sqlite_utils import Database

from ..domain.role import Role


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who signs in. `passphrase` is an argon2 hash."""

    id: str
    name: str
    role: Role
    passphrase: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """`used` is "" until somebody accepted it. Times are ISO 8601 in UTC."""

    token: str
    role: Role
    expires: str
    used: str = ""


def write(db: Database, member: Member, folded_name: str, now: str) -> None:
    """Adds a member; the caller made sure that the name is free."""
    db.execute(
        """INSERT INTO members (id, name, folded_name, role, passphrase, language, created)
           VALUES (?, ?, ?, ?, ?, ?, ?)""",
        [member.id, member.name, folded_name, str(member.role), member.passphrase, member.language, now])


def by_name(db: Database, folded_name: str) -> Member | None:
    """The member who signs in with this name."""
    return _member(db, "folded_name = ? AND ended = ''", folded_name)


def by_id(db: Database, id: str) -> Member | None:
    """The member with this id."""
    return _member(db, "id = ?", id)


def names(db: Database) -> dict[str, str]:
    """Member id -> name, of everybody there ever was."""
    return dict(db.execute("SELECT id, name FROM members").fetchall())


def set_passphrase(db: Database, id: str, passphrase: str) -> None:
    """Replaces the hash, after a new choice or when argon2's parameters have grown."""
    db.execute("UPDATE members SET passphrase = ? WHERE id = ?", [passphrase, id])


def write_invitation(db: Database, token: str, role: Role, now: str, by: str, expires: str) -> None:
    """Keeps an invitation; `token` is the hash of what the link holds."""
    db.execute("INSERT INTO invitations (token, role, created, created_by, expires) VALUES (?, ?, ?, ?, ?)",
               [token, str(role), now, by, expires])


def invitation(db: Database, token: str) -> Invitation | None:
    """The invitation with this hashed token."""
    for row in db.query("SELECT token, role, expires, used FROM invitations WHERE token = ?", [token]):
        return Invitation(row["token"], Role(row["role"]), row["expires"], row["used"])
    return None


def use_invitation(db: Database, token: str, member: str, now: str) -> bool:
    """Marks it used; False where somebody else was first."""
    return db.execute("UPDATE invitations SET used = ?, used_by = ? WHERE token = ? AND used = ''",
                      [now, member, token]).rowcount == 1


def write_session(db: Database, token: str, member: str, now: str, expires: str) -> None:
    """Keeps a session by its hashed token, and lets go of those that are over."""
    db.execute("DELETE FROM sessions WHERE expires < ?", [now])
    db.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", [token, member, now, now, expires])


def session(db: Database, token: str, now: str) -> tuple[Member, str] | None:
    """The member whose session this is and when it ends, or None when it is unknown or over."""
    row = db.execute("""SELECT m.id, m.name, m.role, m.passphrase, m.language, s.expires
                        FROM sessions s JOIN members m ON m.id = s.member
                        WHERE s.token = ? AND s.expires > ? AND m.ended = ''""", [token, now]).fetchone()
    return (Member(row[0], row[1], Role(row[2]), row[3], row[4]), row[5]) if row else None


def prolong_session(db: Database, token: str, now: str, expires: str) -> None:
    """Moves the end of a session that is being used."""
    db.execute("UPDATE sessions SET seen = ?, expires = ? WHERE token = ?", [now, expires, token])


def end_session(db: Database, token: str) -> None:
    """Signs out."""
    db.execute("DELETE FROM sessions WHERE token = ?", [token])


def attempts(db: Database, who: str, since: float) -> int:
    """How often this one failed to sign in since then (seconds since 1970)."""
    return db.execute("SELECT count(*) FROM attempts WHERE who = ? AND at > ?", [who, since]).fetchone()[0]


def note_attempt(db: Database, who: str, at: float, forget_before: float) -> None:
    """Notes a failed attempt, and forgets the old ones of everybody."""
    db.execute("DELETE FROM attempts WHERE at < ?", [forget_before])
    db.execute("INSERT INTO attempts VALUES (?, ?)", [who, at])


def _member(db: Database, where: str, value: str) -> Member | None:
    for row in db.query(f"SELECT id, name, role, passphrase, language FROM members WHERE {where}", [value]):
        return Member(**row | {"role": Role(row["role"])})
    return None
