// A wire between browser and server that counts what goes over it, whoever asks: page, worker or service worker.
import { connect, createServer } from 'node:net';

// `address` to be opened in place of the server's; `taken` has the bytes of the answers, heads included, by path.
export async function wire(product) {
  const { hostname, port } = new URL(product.address);
  const taken = new Map();
  const open = new Set();
  const server = createServer((browser) => {
    const program = connect(Number(port), hostname);
    let path = '';
    open.add(browser).add(program);
    browser.on('data', (bytes) => {
      path = bytes.toString('latin1').match(/^(?:GET|POST) (\S+) HTTP/)?.[1] ?? path;
      program.write(bytes);
    });
    program.on('data', (bytes) => {
      taken.set(path, (taken.get(path) ?? 0) + bytes.length);
      browser.write(bytes);
    });
    for (const [one, other] of [[browser, program], [program, browser]]) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    taken,
    sum: (part = '') => [...taken].filter(([name]) => name.includes(part)).reduce((sum, [, bytes]) => sum + bytes, 0),
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
