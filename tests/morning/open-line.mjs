// What the scan page calls an EventSource: a line that comes back by itself. It says what it heard when the history wants.
import { listen } from './http.mjs';

export class OpenLine {
  static CLOSED = 2;
  #listeners = new Map();
  #heard = [];
  #end = null;
  #first = null;

  constructor(page, address) {
    Object.assign(this, { page, address, readyState: 0 });
    page.line = this;
  }

  addEventListener(name, work) {
    this.#listeners.set(name, work);
  }

  /** The network is gone: what was not said is lost. */
  lose() {
    this.#end?.();
    [this.#end, this.#heard] = [null, []];
  }

  close() {
    this.readyState = OpenLine.CLOSED;
    this.lose();
  }

  /** All that was heard since the last time, once the line is there. */
  async deliver() {
    if (this.readyState === OpenLine.CLOSED) return;
    if (!this.#end) await this.#open();
    const heard = this.#heard;
    this.#heard = [];
    for (const { name, data } of heard) this.page.run(() => this.#listeners.get(name)?.({ data }));
  }

  async #open() {
    const { history, token } = this.page.phone;
    const first = new Promise((resolve) => (this.#first = resolve));
    const end = listen(history.program() + this.address, { authorization: `Bearer ${token}` }, {
      onEvent: (name, data) => {
        if (this.#end !== end) return;
        this.#heard.push({ name, data });
        this.#first();
      },
      onEnd: () => {
        if (this.#end === end) this.#end = null;
        this.#first();
      },
    });
    this.#end = end;
    await first;
  }
}
