// A mail server that takes mail when it is told to, so that a mailing can be watched on its way.
import { createServer } from 'node:net';

export class HeldPost {
  #permits = 0;
  #waiting = [];
  #server = createServer((socket) => new Conversation(socket, this));

  // Only letters with these words in them are held back; all others are taken at once.
  constructor(words) {
    this.words = words;
    this.taken = 0;
  }

  // The address for HAZIR_MAIL.
  async open() {
    await new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
    this.#server.unref();
    return `smtp://127.0.0.1:${this.#server.address().port}?tls=none`;
  }

  // Takes so many more.
  letIn(count) {
    this.#permits += count;
    this.#take();
  }

  hold(letter, take) {
    if (!letter.includes(this.words)) return take();
    this.#waiting.push(take);
    this.#take();
  }

  get waiting() {
    return this.#waiting.length;
  }

  #take() {
    while (this.#permits > 0 && this.#waiting.length > 0) {
      this.#permits -= 1;
      this.taken += 1;
      this.#waiting.shift()();
    }
  }
}

class Conversation {
  #heard = '';
  #isLetter = false;

  constructor(socket, post) {
    this.socket = socket;
    this.post = post;
    socket.unref();
    socket.setEncoding('latin1');
    socket.on('error', () => {});
    socket.on('data', (text) => this.#hear(text));
    this.#say('220 held.example');
  }

  #say(line) {
    if (!this.socket.destroyed) this.socket.write(`${line}\r\n`);
  }

  #hear(text) {
    this.#heard += text;
    for (;;) {
      const end = this.#isLetter ? '\r\n.\r\n' : '\r\n';
      const at = this.#heard.indexOf(end);
      if (at < 0) return;
      const said = this.#heard.slice(0, at);
      this.#heard = this.#heard.slice(at + end.length);
      if (this.#isLetter) this.#letter(said);
      else this.#command(said.slice(0, 4).toUpperCase());
    }
  }

  #letter(letter) {
    this.#isLetter = false;
    this.post.hold(letter, () => this.#say('250 2.0.0 taken'));
  }

  #command(verb) {
    if (verb === 'DATA') this.#isLetter = true;
    this.#say({ DATA: '354 go on', QUIT: '221 bye' }[verb] ?? '250 held.example');
    if (verb === 'QUIT') this.socket.end();
  }
}
