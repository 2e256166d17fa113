"""Certificates for servers on this machine, by an authority that only the tests know."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.support.hosts import HERE

if TYPE_CHECKING:
    from pathlib import Path

_DAY = timedelta(days=1)
_MONTH = timedelta(days=30)


class Certificates(NamedTuple):
    """Files: who is to be believed, and certificates with their keys: a good one, one that is over, one by another."""

    authority: Path
    sound: Path
    expired: Path
    foreign: Path


class _Signer(NamedTuple):
    """Somebody whose word on servers may be believed."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate


def make(folder: Path) -> Certificates:
    """Make an authority and its certificates in a folder."""
    ours, another = _signer("ours"), _signer("another")
    made = Certificates(*(folder / f"{name}.pem" for name in Certificates._fields))
    made.authority.write_bytes(ours.certificate.public_bytes(serialization.Encoding.PEM))
    for file, signer, over in ((made.sound, ours, False), (made.expired, ours, True), (made.foreign, another, False)):
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE)), x509.DNSName("localhost")])
        certificate = _begun(HERE, key, signer.certificate.subject, over=over).add_extension(names, critical=False)
        signed = certificate.sign(signer.key, hashes.SHA256())
        file.write_bytes(_written(key) + signed.public_bytes(serialization.Encoding.PEM))
        file.chmod(0o600)
    return made


def _signer(name: str) -> _Signer:
    key = ec.generate_private_key(ec.SECP256R1())
    begun = _begun(name, key, _name(name)).add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return _Signer(key, begun.sign(key, hashes.SHA256()))


def _begun(
    name: str, key: ec.EllipticCurvePrivateKey, issuer: x509.Name, *, over: bool = False
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    until = now - _DAY if over else now + _MONTH
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - _MONTH - _DAY)
        .not_valid_after(until)
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _written(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
