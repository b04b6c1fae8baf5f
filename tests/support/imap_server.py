"""A mailbox for tests: `imap_server.py FOLDER CERTIFICATE KEY` serves FOLDER/returned (a Maildir) by IMAP over TLS
to the user `returned` with the password below, and prints the port. pymap speaks IMAP; the TLS in front of it is ours,
since pymap itself knows STARTTLS alone.
"""

import asyncio
import os
import socket
import ssl
import subprocess
import sys

from pymap.backend.maildir.users import PasswordsFile, UsersFile
from pysasl.hashing import BuiltinHash

FOLDER, CERTIFICATE, KEY = sys.argv[1:]
USER, PASSWORD = "returned", 'zurück "und" \\ weiter'


async def write_accounts():
    async with UsersFile.with_write(FOLDER) as users, PasswordsFile.with_write(FOLDER) as passwords:
        users.set(users.build_record(USER, "returned"))
        passwords.set(passwords.build_record(USER, BuiltinHash(rounds=1000).hash(PASSWORD)))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def reached(port):
    while True:
        try:
            return await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.02)


async def pour(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def main():
    await write_accounts()
    behind = free_port()
    pymap = os.path.join(os.path.dirname(sys.executable), "pymap")
    server = subprocess.Popen(
        [pymap, "--host", "127.0.0.1", "--port", str(behind), "--no-tls", "maildir", FOLDER], stderr=subprocess.DEVNULL)

    async def serve(reader, writer):
        inner_reader, inner_writer = await reached(behind)
        await asyncio.gather(pour(reader, inner_writer), pour(inner_reader, writer))

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE, KEY)
    front = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    (await reached(behind))[1].close()
    print(front.sockets[0].getsockname()[1], flush=True)
    try:
        # Until whoever started us goes away.
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    finally:
        server.kill()
        os._exit(0)


asyncio.run(main())
