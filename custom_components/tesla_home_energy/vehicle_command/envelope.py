"""The message around a session's commands, kept and filled in anew for each.

Most of it stays the same for the life of a session, and making it takes longer than everything else but the
cryptography.
"""

from .metadata import Domain
from .proto.signatures_pb2 import AesGcmPersonalizedSignatureData, HmacPersonalizedSignatureData
from .proto.universal_message_pb2 import Destination, RoutableMessage


class Envelope:
    """A message whose parts can be reached without going through it.

    Attributes:
        message: The whole.
        sender: Where the answer has to go.
        hmac: What proves a command that is signed with HMAC.
        aes_gcm: What proves a command that is encrypted. A message has only one of these two.
    """

    __slots__ = ("aes_gcm", "hmac", "message", "sender")

    def __init__(self, domain: Domain, public_point: bytes) -> None:
        """Address a computer of the car and name our key."""
        self.message = RoutableMessage()
        self.message.to_destination.domain = domain
        self.message.signature_data.signer_identity.public_key = public_point
        self.sender: Destination = self.message.from_destination
        self.hmac: HmacPersonalizedSignatureData = self.message.signature_data.HMAC_Personalized_data
        self.aes_gcm: AesGcmPersonalizedSignatureData = self.message.signature_data.AES_GCM_Personalized_data
