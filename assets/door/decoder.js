const PATIENCE_MS = 4000;

/** The QR reader in its worker: one frame at a time; a worker that hangs is replaced. */
export class Decoder {
  #worker = null;
  #answer = null;
  #misses = 0;

  /** `onReady(true)` once frames can be read, `onReady(false)` where the reader cannot be loaded. */
  constructor({ worker, wasm }, onReady) {
    this.addresses = { worker, wasm };
    this.onReady = onReady;
    this.isReady = false;
    this.#start();
  }

  get isBusy() {
    return this.#answer !== null;
  }

  /** What the frame says, or null. Takes the frame over. */
  async read(frame) {
    const soften = this.#misses % 3 === 2;
    const code = await new Promise((resolve) => {
      const patience = setTimeout(() => this.#restart(), PATIENCE_MS);
      this.#answer = (code) => {
        clearTimeout(patience);
        this.#answer = null;
        resolve(code);
      };
      this.#worker.postMessage({ frame, soften }, [frame]);
    });
    this.#misses = code === null ? this.#misses + 1 : 0;
    return code;
  }

  #start() {
    this.#worker = new Worker(this.addresses.worker, { type: "module" });
    this.#worker.onmessage = ({ data }) => ("ready" in data ? this.#becomeReady(data.ready) : this.#answer?.(data.code));
    this.#worker.onerror = () => this.#becomeReady(false);
    this.#worker.postMessage({ wasm: this.addresses.wasm });
  }

  #becomeReady(ready) {
    this.isReady = ready;
    this.onReady(ready);
    if (!ready) this.#answer?.(null);
  }

  #restart() {
    this.isReady = false;
    this.#worker.terminate();
    this.#start();
    this.#answer?.(null);
  }
}
