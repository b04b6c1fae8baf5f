"""A mail server for tests: `smtp_server.py FOLDER PORT [CERTIFICATE KEY]` prints the port it listens on
(PORT 0 picks one). With a certificate it speaks TLS from the first byte and wants USER and PASSWORD.

How it answers the data of a message stands in FOLDER/behaviour and may change while it runs: accept, defer,
refuse, hang-up, slow, hold (answers only once it is told otherwise). An address that begins with `refused-` is always refused, one with `once-deferred-` is
put off the first time. Of a domain that begins with `silent-` nothing is heard until it is told to speak: of `silent-at-once-` when
the recipient is named, of others when the message is there. Every message is a line of FOLDER/events, written before the answer is sent; what was
accepted lies in FOLDER/accepted.
"""

import asyncio
import email
import json
import logging
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

FOLDER = sys.argv[1]
logging.disable()
USER, PASSWORD = b"hazir@forum.example", "açıl, susam: @/?".encode()
ANSWERS = {
    "accepted": "250 2.0.0 Taken, and kept",
    "deferred": "451 4.3.0 The queue is full, come back later",
    "refused": "550 5.1.1 Nobody of that name lives here",
    "hung-up": "",
}


def behaviour():
    with open(os.path.join(FOLDER, "behaviour")) as file:
        return file.read().strip()


class Handler:
    def __init__(self):
        self.count = 0
        self.lines = 0
        self.put_off = set()

    async def handle_RCPT(self, server, session, envelope, address, _options):
        await self.heard_of([address], "silent-at-once-")
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Go on"

    async def heard_of(self, addresses, domain):
        while behaviour() != "speak" and any(address.split("@")[-1].startswith(domain) for address in addresses):
            await asyncio.sleep(0.05)

    async def handle_DATA(self, server, session, envelope):
        await self.heard_of(envelope.rcpt_tos, "silent-")
        how = behaviour()
        what = self.judge(how, envelope.rcpt_tos)
        if how == "slow":
            await asyncio.sleep(0.5)
        if how == "hold":
            self.note("held", envelope, self.line(session))
        while behaviour() == "hold":
            await asyncio.sleep(0.05)
        self.note(what, envelope, self.line(session))
        if what == "hung-up":
            server.transport.abort()
        return ANSWERS[what] or ANSWERS["deferred"]

    def line(self, session):
        """A number for each connection, in the order in which they first brought a message."""
        if not hasattr(session, "line"):
            self.lines += 1
            session.line = f"{os.getpid()}-{self.lines}"
        return session.line

    def judge(self, how, recipients):
        if any(address.startswith("refused-") for address in recipients):
            return "refused"
        first = [a for a in recipients if a.startswith("once-deferred-") and a not in self.put_off]
        if first:
            self.put_off.update(first)
            return "deferred"
        return {"defer": "deferred", "refuse": "refused", "hang-up": "hung-up"}.get(how, "accepted")

    def note(self, what, envelope, line):
        message = email.message_from_bytes(envelope.content)
        event = {"what": what, "id": message["Message-ID"].strip("<> "), "to": envelope.rcpt_tos, "from": envelope.mail_from, "line": line}
        if what == "accepted":
            self.count += 1
            folder = os.path.join(FOLDER, "accepted")
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, f"{os.getpid()}-{self.count}.eml"), "wb") as file:
                file.write(envelope.content)
        with open(os.path.join(FOLDER, "events"), "a") as log:
            log.write(json.dumps(event) + "\n")


def authenticate(_server, _session, _envelope, _mechanism, given):
    return AuthResult(success=(given.login, given.password) == (USER, PASSWORD), handled=False)


def security(certificate):
    """What TLS asks of the socket, and what it adds to the SMTP options."""
    if not certificate:
        return None, {}
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    return context, {"auth_required": True, "auth_require_tls": False, "authenticator": authenticate}


async def main():
    handler = Handler()
    loop = asyncio.get_running_loop()
    tls, more = security(sys.argv[3:])
    options = {"hostname": "mail.test", "enable_SMTPUTF8": True, **more}
    server = await loop.create_server(
        lambda: SMTP(handler, loop=loop, **options), "127.0.0.1", int(sys.argv[2]), reuse_address=True, ssl=tls)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
