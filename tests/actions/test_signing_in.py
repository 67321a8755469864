"""Invitations, passphrases and sessions."""

import pytest

from assetmap.actions import signing_in
from assetmap.domain.moment import days_after
from assetmap.domain.problems import Problem
from assetmap.domain.role import COMMAND, Role
from tests.neighbourhood import LATER, NOW, PASSPHRASE, Tuinwijk


def code_of(work) -> str:
    with pytest.raises(Problem) as trouble:
        work()
    return trouble.value.code


def test_an_invitation_makes_a_member_who_can_sign_in(tuinwijk: Tuinwijk) -> None:
    token = signing_in.invite(tuinwijk.db, tuinwijk.members["Mila"], NOW, Role.BUILDER, 14)
    signing_in.accept(tuinwijk.db, NOW, token, "  Sanne ", "zon maan ster regen")
    member = signing_in.sign_in(tuinwijk.db, NOW, "SANNE", "zon maan ster regen", "here")
    session = signing_in.open_session(tuinwijk.db, NOW, member, 30)
    assert signing_in.who_is(tuinwijk.db, LATER, session, 30).role is Role.BUILDER


def test_a_builder_can_not_invite(tuinwijk: Tuinwijk) -> None:
    assert code_of(lambda: signing_in.invite(
        tuinwijk.db, tuinwijk.members["Bas"], NOW, Role.STEWARD, 14)) == "not-for-role"


def test_an_invitation_works_once_and_not_for_ever(tuinwijk: Tuinwijk) -> None:
    db = tuinwijk.db
    token = signing_in.invite(db, COMMAND, NOW, Role.BUILDER, 14)
    assert code_of(lambda: signing_in.look_at_invitation(db, days_after(NOW, 15), token)) == "invitation-expired"
    assert code_of(lambda: signing_in.look_at_invitation(db, NOW, token + "x")) == "invitation-unknown"
    signing_in.accept(db, NOW, token, "Sanne", PASSPHRASE)
    assert code_of(lambda: signing_in.accept(db, NOW, token, "Piet", PASSPHRASE)) == "invitation-used"


@pytest.mark.parametrize(("name", "passphrase", "code"), [
    ("", PASSPHRASE, "name-missing"), ("Bas", PASSPHRASE, "name-taken"), ("bás", PASSPHRASE, "name-taken"),
    ("Sanne", "kort", "passphrase-short"), ("x" * 61, PASSPHRASE, "text-too-long"),
])
def test_a_mistake_leaves_the_invitation_good_for_another_try(
        tuinwijk: Tuinwijk, name: str, passphrase: str, code: str) -> None:
    token = signing_in.invite(tuinwijk.db, COMMAND, NOW, Role.BUILDER, 14)
    assert code_of(lambda: signing_in.accept(tuinwijk.db, NOW, token, name, passphrase)) == code
    signing_in.accept(tuinwijk.db, NOW, token, "Sanne", PASSPHRASE)


def test_wrong_name_and_wrong_passphrase_are_answered_alike(tuinwijk: Tuinwijk) -> None:
    for name, passphrase in (("Bas", "verkeerde woorden hier"), ("Niemand", PASSPHRASE)):
        assert code_of(lambda n=name, p=passphrase: signing_in.sign_in(
            tuinwijk.db, NOW, n, p, "here")) == "sign-in-wrong"


def test_after_many_tries_one_has_to_wait(tuinwijk: Tuinwijk) -> None:
    for _ in range(signing_in.TRIES):
        code_of(lambda: signing_in.sign_in(tuinwijk.db, NOW, "Bas", "verkeerde woorden", "here"))
    assert code_of(lambda: signing_in.sign_in(tuinwijk.db, NOW, "Bas", PASSPHRASE, "here")) == "sign-in-slow"
    assert signing_in.sign_in(tuinwijk.db, LATER, "Bas", PASSPHRASE, "here").name == "Bas"


def test_a_session_ends_by_itself_and_by_signing_out(tuinwijk: Tuinwijk) -> None:
    member = signing_in.sign_in(tuinwijk.db, NOW, "Bas", PASSPHRASE, "here")
    token = signing_in.open_session(tuinwijk.db, NOW, member, 30)
    assert signing_in.who_is(tuinwijk.db, days_after(NOW, 31), token, 30) is None
    signing_in.close_session(tuinwijk.db, token)
    assert signing_in.who_is(tuinwijk.db, NOW, token, 30) is None


def test_no_token_or_passphrase_stands_in_the_database(tuinwijk: Tuinwijk) -> None:
    member = signing_in.sign_in(tuinwijk.db, NOW, "Bas", PASSPHRASE, "here")
    tokens = [signing_in.open_session(tuinwijk.db, NOW, member, 30),
              signing_in.invite(tuinwijk.db, COMMAND, NOW, Role.BUILDER, 14)]
    tuinwijk.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    kept = (tuinwijk.folder / "assetmap.db").read_bytes()
    assert not any(secret.encode() in kept for secret in (*tokens, PASSPHRASE))
