import { adviceOf } from "./reasons.js";
import { categoryOf, countryOf, fill, latinOf, texts } from "./texts.js";

const CHECKING_AFTER_MS = 250;
// The most letters a name and its longest word may have for a size; .verdict .name in hazir.css has the sizes.
const FITS = [["s", 18, 10], ["m", 36, 14], ["l", 60, 20], ["xl", Infinity, Infinity]];

/** The answer that fills the screen, until the next one or until somebody closes it. */
export class VerdictScreen {
  #checking = null;
  #shownAt = 0;

  /** `onMore()` hears that something is to be done about the person on the screen, `onUndoThese()` that a whole
   * delegation is to be taken back. */
  constructor(onMore, onUndoThese = () => {}) {
    this.screen = byId("verdict");
    this.screen.addEventListener("click", () => this.close());
    onTap("verdict-more", onMore);
    onTap("undo-these", onUndoThese);
    standBelow(byId("door-line"));
  }

  /** A scan is on its way: the last person's verdict must not stand for this one. */
  expect(serverIsAway) {
    clearTimeout(this.#checking);
    const look = serverIsAway ? texts.waiting : texts.checking;
    this.#checking = setTimeout(() => this.show(look), serverIsAway ? 0 : CHECKING_AFTER_MS);
  }

  /** Shows a result of the door API, or nothing but a look; `result.undo_these` is how many one tap would take back. */
  show(look, result = {}) {
    clearTimeout(this.#checking);
    const lines = linesOf(look, result);
    for (const [part, text] of Object.entries(lines)) put(part, text);
    this.screen.className = `screen verdict ${look.tone}`;
    byId("verdict-name").dataset.fit = fitOf(lines.name);
    byId("verdict-more").hidden = !result.registration;
    byId("undo-these").hidden = !result.undo_these;
    byId("undo-these").textContent = fill(texts.undo_these, { count: result.undo_these });
    byId("verdict-shape").setAttribute("href", `#shape-${look.shape}`);
    this.#shownAt = performance.now();
    this.screen.hidden = false;
    document.body.classList.add("has-verdict");
    byId("verdict-said").textContent = Object.values(lines).filter(Boolean).join(". ");
  }

  /** Notes how long the badge waited for its answer, for whoever measures. */
  took(milliseconds) {
    this.screen.dataset.took = Math.round(milliseconds);
  }

  /** Whether somebody may still be reading it: the last one of a rush stays open until the next person comes. */
  isReadWithin(milliseconds) {
    return this.isOpen && performance.now() - this.#shownAt < milliseconds;
  }

  get isOpen() {
    return !this.screen.hidden;
  }

  close() {
    clearTimeout(this.#checking);
    this.screen.hidden = true;
    document.body.classList.remove("has-verdict");
  }
}

function linesOf(look, result) {
  const { name, organisation, country, category } = result.delegate ?? {};
  return {
    rehearsal: result.rehearsal ? texts.rehearsal : "",
    word: look.word,
    name: name ?? "",
    latin: latinOf(result.delegate),
    organisation: organisation ?? "",
    country: countryOf(country),
    category: categoryOf(category),
    advice: adviceOf(look, result),
  };
}

function put(part, text) {
  const line = byId(`verdict-${part}`);
  line.textContent = text;
  line.hidden = !text;
}

function fitOf(name) {
  const longest = Math.max(...name.split(/[\s-]+/).map((word) => [...word].length));
  return FITS.find(([, letters, word]) => [...name].length <= letters && longest <= word)[0];
}

/** A button on a screen that a tap closes. */
function onTap(id, act) {
  byId(id).addEventListener("click", (event) => {
    event.stopPropagation();
    act();
  });
}

/** The top line is never covered: what stands below it knows how high it is just now. */
function standBelow(line) {
  const tell = () => document.body.style.setProperty("--top", `${line.offsetHeight}px`);
  new ResizeObserver(tell).observe(line);
}

function byId(id) {
  return document.getElementById(id);
}
