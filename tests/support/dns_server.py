"""A name server for tests: `dns_server.py ZONE` answers from a zone file and prints its port, the same by UDP and TCP."""

import sys

from dnslib.server import DNSLogger, DNSServer
from dnslib.zoneresolver import ZoneResolver

with open(sys.argv[1]) as zone:
    resolver = ZoneResolver(zone.read())
quiet = DNSLogger(logf=lambda _: None)
over_tcp = DNSServer(resolver, address="127.0.0.1", port=0, tcp=True, logger=quiet)
port = over_tcp.server.server_address[1]
over_udp = DNSServer(resolver, address="127.0.0.1", port=port, logger=quiet)
over_tcp.start_thread()
over_udp.start_thread()
print(port, flush=True)
# Until whoever started us goes away.
sys.stdin.read()
