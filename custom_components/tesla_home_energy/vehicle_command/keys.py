"""Our key pair, and the keys that it shares with one computer of one car.

Both sides use NIST P-256; a public key travels as an uncompressed point of 65 bytes (protocol.md, "Key
agreement").
"""

import hashlib
import hmac
from typing import Final, Self

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from .errors import InvalidKeyError

_POINT_LENGTH: Final = 65


class SharedKeys:
    """The symmetric keys of one session, derived once and kept.

    Attributes:
        session_info: 32 bytes, authenticates what the car says of the session.
        command: 32 bytes, signs our commands.
        signer: HMAC-SHA256 with `command`, to be copied for each.
        cipher: AES-128-GCM, for encrypted commands and answers.
    """

    __slots__ = ("cipher", "command", "session_info", "signer")

    def __init__(self, shared: bytes) -> None:
        """Derive the keys from the 16 bytes that both sides computed."""
        self.session_info = hmac.digest(shared, b"session info", "sha256")
        self.command = hmac.digest(shared, b"authenticated command", "sha256")
        self.signer = HMAC(self.command, SHA256())
        self.cipher = AESGCM(shared)


class PrivateKey:
    """Our key pair. The private half leaves only through `to_pem`."""

    __slots__ = ("_key", "public_point")

    def __init__(self, key: ec.EllipticCurvePrivateKey) -> None:
        """Keep the key and its public half as a point of 65 bytes.

        Raises:
            InvalidKeyError: The key is on another curve than P-256.
        """
        if not isinstance(key.curve, ec.SECP256R1):
            raise InvalidKeyError(f"The key is on the curve {key.curve.name}; cars accept only P-256")
        self._key = key
        self.public_point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @classmethod
    def create(cls) -> Self:
        """Make a new key pair."""
        return cls(ec.generate_private_key(ec.SECP256R1()))

    @classmethod
    def from_pem(cls, pem: bytes) -> Self:
        """Read a private key in a PEM block, SEC1 or PKCS#8, without a password.

        Raises:
            InvalidKeyError: It is anything else; the message says what, and nothing of the key.
        """
        try:
            key = load_pem_private_key(pem, password=None)
        except TypeError:
            raise InvalidKeyError("The private key is protected by a password; it must have none") from None
        except ValueError, UnsupportedAlgorithm:
            raise InvalidKeyError("This is no private key in PEM format (SEC1 or PKCS#8)") from None
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise InvalidKeyError("The key is no elliptic curve key; cars accept only P-256")
        return cls(key)

    def to_pem(self) -> bytes:
        """Return the private key as a PKCS#8 PEM block without a password: a secret."""
        return self._key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def public_key_pem(self) -> bytes:
        """Return the public key as the PEM block that Tesla fetches from the application's domain."""
        return self._key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the public point, 64 hexadecimal digits: tells key pairs apart, no secret."""
        return hashlib.sha256(self.public_point).hexdigest()

    def agree(self, car_point: bytes) -> SharedKeys:
        """Derive the keys shared with a car from its public point.

        Raises:
            InvalidKeyError: The bytes are no point of the curve, or not in the one form that travels.
        """
        if len(car_point) != _POINT_LENGTH:
            raise InvalidKeyError("The car's public key is no uncompressed point")
        try:
            car_key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), car_point)
        except ValueError:
            raise InvalidKeyError("The car's public key is no point of the curve P-256") from None
        # SHA-1 is what the protocol prescribes; the x coordinate keeps its leading zeros.
        digest = hashlib.sha1(self._key.exchange(ec.ECDH(), car_key), usedforsecurity=False).digest()
        return SharedKeys(digest[:16])
