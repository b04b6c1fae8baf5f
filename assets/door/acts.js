import { uuid7 } from "./uuid7.js";

/** What a door does beside scanning; each act waits in the queue like a scan and is done once. */
export class Acts {
  constructor({ queue, now, checkpoint }) {
    this.queue = queue;
    this.now = now;
    this.checkpoint = checkpoint;
  }

  /** The promise is kept once the server has answered, however long that takes. */
  do(what, fields) {
    const act = { id: uuid7(), do: what, checkpoint: this.checkpoint(), done_at: this.now().toISOString(), ...fields };
    return { id: act.id, answered: this.queue.add(act) };
  }
}
