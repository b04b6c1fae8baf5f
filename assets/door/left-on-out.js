/** How long a phone may stand on Out, people arriving and nobody leaving by it, before it asks. */
const PATIENCE_MS = 10 * 60_000;

/**
 * A phone that was left on Out writes down the arrivals of a morning as departures. It asks after ten minutes in which
 * somebody arrived at its checkpoint (by another door, or read here without having been inside) and nobody who was
 * inside left by this phone; answered "stay", it asks again ten minutes later.
 */
export class LeftOnOut {
  #timer = null;
  #isArriving = false;
  #isDue = false;

  /** `onTurn()` when the phone is to be on In again. */
  constructor(onTurn) {
    this.question = byId("still-out");
    byId("still-out-in").addEventListener("click", onTurn);
    byId("still-out-stay").addEventListener("click", () => this.#begin());
  }

  /** The direction was chosen, or the checkpoint. */
  chosen(direction) {
    if (direction === "out") this.#begin();
    else this.#end();
  }

  /** Somebody came in by another door of this checkpoint. */
  arrived() {
    this.#isArriving = true;
    this.#askIfDue();
  }

  /** Somebody was read out here. */
  left(wasInside) {
    if (wasInside) this.#begin();
    else this.arrived();
  }

  #begin() {
    this.#end();
    this.#timer = setTimeout(() => {
      this.#isDue = true;
      this.#askIfDue();
    }, PATIENCE_MS);
  }

  #end() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#isDue = false;
    this.#isArriving = false;
    this.question.hidden = true;
  }

  #askIfDue() {
    if (this.#isDue && this.#isArriving) this.question.hidden = false;
  }
}

function byId(id) {
  return document.getElementById(id);
}
