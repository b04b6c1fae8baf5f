import { timeOf } from "./texts.js";

const KEPT = 5;

/** The last few results in words, for the one that was missed: also those that came late from a server that was away. */
export class RecentScans {
  constructor() {
    this.list = document.getElementById("recent");
  }

  add(scan, result, look) {
    const row = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = result.delegate?.name ?? "";
    row.append(`${timeOf(scan.scanned_at, scan.checkpoint)} · ${look.word}`, name.textContent ? " · " : "", name);
    this.list.prepend(row);
    while (this.list.children.length > KEPT) this.list.lastElementChild.remove();
    document.getElementById("recent-part").hidden = false;
  }
}
