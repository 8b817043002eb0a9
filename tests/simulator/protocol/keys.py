"""Keys of both sides and what is derived from them."""

from dataclasses import dataclass
import hashlib
import hmac
from typing import Self

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key


def public_point(key: ec.EllipticCurvePublicKey) -> bytes:
    """Return the 65 bytes of a public key: 04, X, Y."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def read_public_key(key: str | bytes) -> bytes:
    """Return the 65 bytes of a key given as PEM, as hex, or as those bytes.

    Raises:
        ValueError: It is no point of the curve P-256.
    """
    text = key.decode("ascii", "replace") if isinstance(key, bytes) else key
    if text.lstrip().startswith("-----"):
        return read_pem(text)
    point = key if isinstance(key, bytes) else bytes.fromhex(key)
    return public_point(ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point))


def read_pem(text: str) -> bytes:
    """Return the 65 bytes of a key in PEM.

    Raises:
        ValueError: It is no public key on P-256.
    """
    try:
        key = load_pem_public_key(text.strip().encode())
    except UnsupportedAlgorithm:
        key = None
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return public_point(key)
    raise ValueError("The key is not on P-256")


@dataclass(frozen=True, slots=True)
class SharedKey:
    """K of one client and one computer, with its two subkeys (known: protocol.md)."""

    key: bytes
    session_info: bytes
    command: bytes

    @classmethod
    def agree(cls, private_key: ec.EllipticCurvePrivateKey, peer: bytes) -> Self:
        """Derive the keys from our private and the peer's public one.

        Raises:
            ValueError: The peer's key is no point of the curve.
        """
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), peer)
        secret = private_key.exchange(ec.ECDH(), public)
        return cls.from_key(hashlib.sha1(secret, usedforsecurity=False).digest()[:16])

    @classmethod
    def from_key(cls, key: bytes) -> Self:
        """Derive the subkeys from K."""
        return cls(key, tag(key, b"session info"), tag(key, b"authenticated command"))


def tag(key: bytes, message: bytes) -> bytes:
    """Return HMAC-SHA256."""
    return hmac.digest(key, message, "sha256")
