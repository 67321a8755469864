"""Invitations, passphrases and sessions. Tokens leave as words in a link and stay as hashes."""

import hashlib
import secrets
import unicodedata
import uuid
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlite_utils import Database

from ..domain.moment import days_after, when
from ..domain.problems import Problem
from ..domain.role import Actor, Right, Role
from ..domain.words import folded
from ..store import journal, members
from ..store.members import Invitation, Member
from ..store.opening import writing
from .allowing import require

SHORTEST_PASSPHRASE = 12
LONGEST_PASSPHRASE = 200
LONGEST_NAME = 60
TRIES = 8
TRIES_SECONDS = 300.0

_HASHER = PasswordHasher()


def invite(db: Database, actor: Actor, now: str, role: Role, days: float) -> str:
    """Makes an invitation, good for so many days and for one person, and returns the token for its link."""
    require(actor, Right.INVITE)
    token = secrets.token_urlsafe(24)
    with writing(db):
        members.write_invitation(db, _hashed(token), role, now, actor.id, days_after(now, days))
        journal.note(db, now, actor.id, "invited", role=str(role))
    return token


def look_at_invitation(db: Database, now: str, token: str) -> Invitation:
    """The invitation that a link holds; raises Problem where it is unknown, expired or used."""
    invitation = members.invitation(db, _hashed(token))
    if invitation is None:
        raise Problem("invitation-unknown")
    if invitation.used:
        raise Problem("invitation-used")
    if invitation.expires <= now:
        raise Problem("invitation-expired", date=invitation.expires[:10])
    return invitation


def accept(db: Database, now: str, token: str, name: str, passphrase: str) -> Member:
    """Makes a member of whoever holds the invitation. Raises Problem and leaves the invitation good for another try."""
    name = " ".join(name.split())
    if not name or not folded(name):
        raise Problem("name-missing", field="name")
    if len(name) > LONGEST_NAME:
        raise Problem("text-too-long", field="name", length=len(name), most=LONGEST_NAME)
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise Problem("passphrase-short", field="passphrase", least=SHORTEST_PASSPHRASE)
    if len(passphrase) > LONGEST_PASSPHRASE:
        raise Problem("text-too-long", field="passphrase", length=len(passphrase), most=LONGEST_PASSPHRASE)
    hashed = _HASHER.hash(_normal(passphrase))  # slow on purpose, so before the pen is held
    with writing(db):
        invitation = look_at_invitation(db, now, token)
        if members.by_name(db, folded(name)):
            raise Problem("name-taken", field="name", name=name)
        member = Member(str(uuid.uuid4()), name, invitation.role, hashed)
        members.write(db, member, folded(name), now)
        members.use_invitation(db, _hashed(token), member.id, now)
        journal.note(db, now, member.id, "joined", role=str(member.role))
    return member


def sign_in(db: Database, now: str, name: str, passphrase: str, where: str) -> Member:
    """The member with this name and passphrase. `where` is the caller's address, for counting tries.

    Raises Problem("sign-in-wrong") without saying which of the two was wrong, and "sign-in-slow" after many tries.
    """
    seconds = when(now).timestamp()
    who = [f"name:{folded(name)[:80]}", f"from:{where}"]
    for each, most in zip(who, (TRIES, TRIES * 5), strict=True):
        if members.attempts(db, each, seconds - TRIES_SECONDS) >= most:
            raise Problem("sign-in-slow", seconds=int(TRIES_SECONDS))
    member = members.by_name(db, folded(" ".join(name.split())))
    # Somebody unknown costs as much time as a wrong passphrase, so that the clock tells nothing.
    right = _verified(member.passphrase if member else _nobody(), passphrase[:LONGEST_PASSPHRASE])
    if member is None or not right:
        with writing(db):
            for each in who:
                members.note_attempt(db, each, seconds, seconds - TRIES_SECONDS)
        raise Problem("sign-in-wrong", field="passphrase")
    if _HASHER.check_needs_rehash(member.passphrase):
        with writing(db):
            members.set_passphrase(db, member.id, _HASHER.hash(_normal(passphrase)))
    return member


def open_session(db: Database, now: str, member: Member, days: float) -> str:
    """Starts a session and returns the token for the cookie."""
    token = secrets.token_urlsafe(32)
    with writing(db):
        members.write_session(db, _hashed(token), member.id, now, days_after(now, days))
    return token


def who_is(db: Database, now: str, token: str, days: float) -> Actor | None:
    """Whose session this is. Use moves its end forward, at most once a day."""
    found = members.session(db, _hashed(token), now)
    if found is None:
        return None
    member, expires = found
    if expires < days_after(now, days - 1):
        with writing(db):
            members.prolong_session(db, _hashed(token), now, days_after(now, days))
    return Actor(member.id, member.role, member.name)


def close_session(db: Database, token: str) -> None:
    """Signs out."""
    with writing(db):
        members.end_session(db, _hashed(token))


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _normal(passphrase: str) -> str:
    # The same keys on another keyboard may send other code points.
    return unicodedata.normalize("NFKC", passphrase)


def _verified(hashed: str, passphrase: str) -> bool:
    try:
        return _HASHER.verify(hashed, _normal(passphrase))
    except VerificationError:
        return False


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _HASHER.hash(secrets.token_urlsafe(16))
