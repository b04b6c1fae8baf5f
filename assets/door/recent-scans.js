import { timeOf } from "./texts.js";

const KEPT = 5;

/** The last few results in words, for the one that was missed: also those that came late from a server that was away. */
export class RecentScans {
  /** `onChosen(scan, result)` hears of a tap on one of them. */
  constructor(onChosen) {
    this.onChosen = onChosen;
    this.list = document.getElementById("recent");
  }

  add(scan, result, look) {
    const row = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = result.delegate?.name ?? "";
    const line = document.createElement(result.registration ? "button" : "span");
    line.append(`${timeOf(scan.scanned_at, scan.checkpoint)} · ${look.word}`, name.textContent ? " · " : "", name);
    if (result.registration) {
      line.type = "button";
      line.addEventListener("click", () => this.onChosen(scan, result));
    }
    row.append(line);
    this.#prepend(row);
  }

  /** A sentence of its own: what became of something that was not a scan. */
  say(sentence) {
    const row = document.createElement("li");
    row.textContent = sentence;
    this.#prepend(row);
  }

  #prepend(row) {
    this.list.prepend(row);
    while (this.list.children.length > KEPT) this.list.lastElementChild.remove();
    document.getElementById("recent-part").hidden = false;
  }
}
