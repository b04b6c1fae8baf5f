import { DoorApi, NotPaired } from "./api.js";
import { CameraPanel } from "./camera-panel.js";
import { Choices } from "./choices.js";
import { Counter } from "./counter.js";
import { Live } from "./live.js";
import { memory } from "./memory.js";
import { PeopleSearch } from "./people-search.js";
import { RecentScans } from "./recent-scans.js";
import { ScanQueue } from "./scan-queue.js";
import { listenForScanner } from "./scanner-keys.js";
import { Sounds } from "./sounds.js";
import { fill, texts } from "./texts.js";
import { uuid7 } from "./uuid7.js";
import { VerdictScreen } from "./verdict-screen.js";
import { keepAwake } from "./wake-lock.js";

/** The scan page: every way a badge comes in leads to `scan`, every result to `#show`. */
class Door {
  #latest = null;
  #connected = true;

  constructor() {
    this.form = byId("code-form");
    this.api = new DoorApi((answered) => this.#connection(answered));
    this.queue = new ScanQueue((scans) => this.api.sendScans(scans), () => this.#tellConnection());
    this.verdict = new VerdictScreen();
    this.recent = new RecentScans();
    this.sounds = new Sounds(memory.get("sound") !== "off");
    this.choices = new Choices(this.form, () => this.#checkpointChosen());
    this.counter = new Counter(this.api, {
      onCount: (inside) => (byId("door-count").textContent = inside),
      onUnpaired: () => this.#failed(new NotPaired()),
    });
    this.search = new PeopleSearch({
      search: (words) => this.api.search(words, this.choices.checkpoint),
      direction: () => this.choices.direction,
      onChosen: ({ registration }) => this.scan({ registration }),
      onUnpaired: () => this.#failed(new NotPaired()),
    });
  }

  start() {
    new Live({ onNews: (news) => this.#heard(news), onUnpaired: () => this.#failed(new NotPaired()) }).start();
    this.camera = new CameraPanel((code, at) => this.scan({ code }, at));
    listenForScanner((code) => this.scan({ code }));
    this.form.addEventListener("submit", (event) => this.#submitted(event));
    addEventListener("input", () => this.verdict.close());
    addEventListener("keydown", (event) => this.#keyPressed(event));
    addEventListener("online", () => this.queue.retry());
    this.#offerSound();
    this.#checkpointChosen();
    keepAwake();
  }

  /** `who` is a badge's code or a registration; `seenAt` when the badge came into the picture. */
  async scan(who, seenAt = performance.now()) {
    byId("ask").close();
    const { checkpoint, direction } = this.choices;
    const scan = { id: uuid7(), ...who, checkpoint, direction, scanned_at: this.api.now().toISOString() };
    this.#latest = scan.id;
    this.verdict.expect(!this.#connected);
    try {
      this.#show(scan, await this.queue.add(scan), seenAt);
    } catch (error) {
      this.#failed(error);
    }
  }

  #show(scan, result, seenAt) {
    const look = lookOf(result);
    this.counter.note(result, scan);
    this.recent.add(scan, result, look);
    this.sounds.play(look.sound);
    if (scan.id !== this.#latest) return;
    this.verdict.show(look, result);
    this.verdict.took(performance.now() - seenAt);
    if (result.verdict !== "unknown") byId("code").value = "";
  }

  #heard({ passages, inside }) {
    this.counter.told(inside);
    this.search.heard(passages);
  }

  #failed(error) {
    const look = error instanceof NotPaired ? texts.stopped : texts.failed;
    this.verdict.show(look);
    this.sounds.play(look.sound);
  }

  #keyPressed(event) {
    if (event.key !== "Escape" || !this.verdict.isOpen) return;
    event.preventDefault(); // or the browser empties the search field too
    this.verdict.close();
  }

  #submitted(event) {
    event.preventDefault();
    const code = byId("code").value.trim();
    if (code) this.scan({ code });
  }

  #checkpointChosen() {
    byId("door-place").textContent = this.choices.checkpointName;
    this.counter.follow(this.choices.checkpoint);
    this.search.refresh();
  }

  #connection(answered) {
    const isNews = answered !== this.#connected;
    this.#connected = answered;
    this.#tellConnection();
    if (!isNews) return;
    if (answered) this.queue.retry();
    else if (this.queue.length > 0) this.verdict.expect(true);
  }

  #tellConnection() {
    const { ok, waiting, lost } = texts.connection;
    const sentence = this.#connected ? (this.queue.length > 1 ? waiting : ok) : lost;
    byId("door-connection").textContent = fill(sentence, { count: this.queue.length });
    byId("door-connection").classList.toggle("on", this.#connected);
  }

  #offerSound() {
    const button = byId("sound");
    button.hidden = false;
    const tell = () => button.setAttribute("aria-pressed", String(this.sounds.isOn));
    button.addEventListener("click", () => {
      this.sounds.isOn = !this.sounds.isOn;
      memory.set("sound", this.sounds.isOn ? "on" : "off");
      tell();
    });
    tell();
  }
}

function lookOf(result) {
  return result.error ? texts.failed : texts.verdicts[result.verdict];
}

function byId(id) {
  return document.getElementById(id);
}

new Door().start();
