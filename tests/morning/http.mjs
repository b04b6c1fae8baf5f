// Plain HTTP on lines that stay open: what the ready-made clients do beside that takes most of a history's time.
import { request } from 'node:http';
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
/** By host, those that nobody uses just now. */
const idle = new Map();

/** One line to a program, with one question on it at a time. */
class Line {
  #heard = [];
  #length = 0;
  #waiting = null;

  constructor(host) {
    const [hostname, port] = host.split(':');
    this.isNew = true;
    this.socket = connect({ host: hostname, port, noDelay: true });
    this.socket.on('data', (part) => this.#hear(part));
    this.socket.on('error', (error) => this.#fail(error));
    this.socket.on('close', () => this.#fail(Object.assign(new Error('the line was closed'), { code: 'ECONNRESET' })));
  }

  get isOpen() {
    return !this.socket.destroyed && this.socket.readyState !== 'readOnly';
  }

  ask(head, body) {
    this.socket.write(head + body);
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject, answer: null }));
  }

  #fail(error) {
    this.#waiting?.reject(error);
    this.#waiting = null;
    this.socket.destroy();
  }

  #hear(part) {
    this.#heard.push(part);
    this.#length += part.length;
    const waiting = this.#waiting;
    if (!waiting) return this.socket.destroy();
    if (!waiting.answer) {
      const all = this.#all();
      const end = all.indexOf(HEAD_END);
      if (end < 0) return;
      waiting.answer = readHead(all.toString('latin1', 0, end));
      waiting.begins = end + HEAD_END.length;
      waiting.ends = waiting.begins + Number(waiting.answer.headers['content-length'] ?? NaN);
      if (Number.isNaN(waiting.ends)) return this.#fail(new Error(`an answer without a length: ${JSON.stringify(waiting.answer)}`));
    }
    if (this.#length < waiting.ends) return;
    const text = this.#all().toString('utf8', waiting.begins, waiting.ends);
    [this.#heard, this.#length, this.#waiting] = [[], 0, null];
    this.isNew = false;
    waiting.resolve({ ...waiting.answer, text });
  }

  #all() {
    if (this.#heard.length > 1) this.#heard = [Buffer.concat(this.#heard)];
    return this.#heard[0];
  }
}

function readHead(text) {
  const [first, ...lines] = text.split('\r\n');
  const status = Number(first.slice(9, 12));
  const headers = { 'set-cookie': [] };
  for (const line of lines) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    if (name === 'set-cookie') headers[name].push(value);
    else headers[name] = value;
  }
  return { status, ok: status < 300, headers };
}

/** The answer, whole: `{ status, ok, headers, text }`. */
export async function ask(address, { method = 'GET', headers = {}, body = '' } = {}) {
  const begins = address.indexOf('/', 7);
  const [host, path] = [address.slice(7, begins), address.slice(begins)];
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
  for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`;
  if (method !== 'GET') head += `content-length: ${Buffer.byteLength(body)}\r\n`;
  return askOn(host, `${head}\r\n`, body);
}

async function askOn(host, head, body) {
  if (!idle.has(host)) idle.set(host, []);
  const lines = idle.get(host);
  let line = lines.pop();
  while (line && !line.isOpen) line = lines.pop();
  line ??= new Line(host);
  const { isNew } = line;
  try {
    const answer = await line.ask(head, body);
    lines.push(line);
    return answer;
  } catch (error) {
    // A line that the server was closing took nothing.
    if (isNew || error.code !== 'ECONNRESET') throw error;
    return askOn(host, head, body);
  }
}

/** A line that goes on: `onEvent(name, data)` hears of each event, `onEnd()` of its end. Gives what ends it. */
export function listen(address, headers, { onEvent, onEnd }) {
  let left = '';
  const asking = request(address, { headers, agent: false }, (answer) => {
    answer.setEncoding('utf8');
    answer.on('data', (part) => {
      const events = (left + part).split('\n\n');
      left = events.pop();
      for (const event of events) if (/^data: /m.test(event)) onEvent(event.match(/^event: (.*)$/m)?.[1] ?? 'message', event.match(/^data: (.*)$/m)[1]);
    });
    answer.on('error', () => {});
    answer.on('close', onEnd);
  });
  asking.on('error', onEnd);
  asking.end();
  return () => asking.destroy();
}

/** The same of a door: JSON, by a device's token. */
export async function askDoor(address, token, scans) {
  const headers = { authorization: `Bearer ${token}` };
  const { text } = await ask(address, scans ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ scans }) } : { headers });
  return JSON.parse(text);
}
