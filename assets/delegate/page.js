// The delegate's page: keeps the badge for a time without network. A phone is its owner's, so there it is kept without
// asking; a computer may be anybody's, so there it is kept when its owner says so.
import { KeptBadge } from "./kept-badge.js";

const ASK_FIRST = "badge-ask-first";

class KeepingPanel {
  constructor(panel) {
    this.panel = panel;
    this.badge = new KeptBadge(panel.dataset.page);
    panel.querySelector("[data-do=keep]")?.addEventListener("click", () => this.#keep());
    panel.querySelector("[data-do=remove]")?.addEventListener("click", () => this.#remove());
  }

  async open() {
    if (!("badge" in this.panel.dataset)) return this.badge.remove();
    const wanted = (await this.badge.isKept()) || isOwnersPhone();
    return wanted ? this.#keep() : this.#show();
  }

  async #keep() {
    await this.badge.keep().catch(() => {}); // what is shown then says so
    remember(null);
    await this.#show();
  }

  async #remove() {
    await this.badge.remove();
    remember("yes");
    await this.#show();
  }

  async #show() {
    const state = (await this.badge.isKept()) ? "kept" : "not-kept";
    for (const part of this.panel.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
    this.panel.dataset.state = state;
    this.panel.hidden = false;
  }
}

function isOwnersPhone() {
  return matchMedia("(pointer: coarse)").matches && remembered() === null;
}

/** Says nothing of anybody: only that the badge is not to be kept here unasked. */
function remember(answer) {
  try {
    if (answer === null) localStorage.removeItem(ASK_FIRST);
    else localStorage.setItem(ASK_FIRST, answer);
  } catch {
    // Then it is asked again.
  }
}

function remembered() {
  try {
    return localStorage.getItem(ASK_FIRST);
  } catch {
    return "unknown";
  }
}

if (KeptBadge.isPossible()) new KeepingPanel(document.getElementById("keeping")).open();
