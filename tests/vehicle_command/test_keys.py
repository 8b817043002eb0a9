"""Our key pair: which files are read, what is written, which are refused and with which words."""

import hashlib

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    load_pem_public_key,
)
import pytest

from custom_components.tesla_home_energy.vehicle_command import InvalidKeyError, PrivateKey

type AnyKey = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey


def pem(
    key: AnyKey,
    container: PrivateFormat = PrivateFormat.PKCS8,
    encryption: KeySerializationEncryption | None = None,
) -> bytes:
    return key.private_bytes(Encoding.PEM, container, encryption or NoEncryption())


@pytest.mark.parametrize("container", [PrivateFormat.TraditionalOpenSSL, PrivateFormat.PKCS8])
def test_both_usual_formats_are_read(container: PrivateFormat) -> None:
    original = ec.generate_private_key(ec.SECP256R1())
    key = PrivateKey.from_pem(pem(original, container))
    numbers = original.public_key().public_numbers()
    point = b"\x04" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")
    assert key.public_point == point
    assert key.fingerprint == hashlib.sha256(point).hexdigest()


def test_a_new_key_survives_being_written_and_read() -> None:
    key = PrivateKey.create()
    written = key.to_pem()
    assert written.startswith(b"-----BEGIN PRIVATE KEY-----\n")
    assert PrivateKey.from_pem(written).public_point == key.public_point
    assert PrivateKey.create().fingerprint != key.fingerprint
    assert isinstance(load_pem_private_key(written, None), ec.EllipticCurvePrivateKey)


def test_the_public_key_is_the_file_that_tesla_fetches() -> None:
    key = PrivateKey.create()
    public = key.public_key_pem()
    assert public.startswith(b"-----BEGIN PUBLIC KEY-----\n")
    loaded = load_pem_public_key(public)
    assert isinstance(loaded, ec.EllipticCurvePublicKey)
    assert loaded.public_numbers().x.to_bytes(32, "big") == key.public_point[1:33]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no private key in PEM"),
        (b"\x00\xff garbage", "no private key in PEM"),
        (PrivateKey.create().public_key_pem(), "no private key in PEM"),
        (pem(ec.generate_private_key(ec.SECP384R1())), "curve secp384r1"),
        (pem(ec.generate_private_key(ec.SECP256K1())), "curve secp256k1"),
        (pem(ed25519.Ed25519PrivateKey.generate()), "no elliptic curve key"),
        (pem(rsa.generate_private_key(65537, 2048)), "no elliptic curve key"),
        (
            pem(ec.generate_private_key(ec.SECP256R1()), encryption=BestAvailableEncryption(b"hidden")),
            "password",
        ),
    ],
    ids=["empty", "garbage", "public", "p384", "k1", "ed25519", "rsa", "password"],
)
def test_other_files_are_refused_with_words(content: bytes, words: str) -> None:
    with pytest.raises(InvalidKeyError, match=words) as raised:
        PrivateKey.from_pem(content)
    assert raised.value.code == "invalid_key"
    assert "BEGIN" not in str(raised.value)


@pytest.mark.parametrize("point", [b"", b"\x04" * 65, b"\x00", bytes(65), b"\x04" + b"\xff" * 64])
def test_a_point_off_the_curve_is_refused(point: bytes) -> None:
    with pytest.raises(InvalidKeyError):
        PrivateKey.create().agree(point)


def test_both_sides_derive_the_same_keys() -> None:
    one, other = PrivateKey.create(), PrivateKey.create()
    ours, theirs = one.agree(other.public_point), other.agree(one.public_point)
    assert (ours.command, ours.session_info) == (theirs.command, theirs.session_info)
    assert len({ours.command, ours.session_info}) == 2
    sealed = ours.cipher.encrypt(bytes(12), b"secret", None)
    assert theirs.cipher.decrypt(bytes(12), sealed, None) == b"secret"
