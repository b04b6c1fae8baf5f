import { Camera } from "./camera.js";
import { Decoder } from "./decoder.js";
import { FrameReader } from "./frame-reader.js";
import { memory } from "./memory.js";
import { RecentCodes } from "./recent-codes.js";
import { texts } from "./texts.js";

/** The camera's part of the page: its picture, what it says of itself, which camera, and the light. */
export class CameraPanel {
  #state = "asking";

  /** `onBadge(code, at)` hears of every new showing of a code; `at` is when the frame arrived. */
  constructor(onBadge) {
    this.panel = byId("camera");
    byId("camera-part").hidden = false;
    const video = byId("camera-picture");
    const recent = new RecentCodes();
    const decoder = new Decoder(this.panel.dataset, (ready) => this.#readerIs(ready));
    this.camera = new Camera(video, memory.get("camera"), (state) => this.#cameraIs(state));
    this.reader = new FrameReader(video, decoder, {
      onFrame: (now) => this.camera.sawFrame(now),
      onRead: (code, at) => recent.frame(code, performance.now()) && onBadge(code, at),
    });
    byId("camera-again").addEventListener("click", () => this.camera.start());
    byId("camera-choice").addEventListener("change", ({ target }) => this.#choose(target.value));
    byId("camera-light").addEventListener("click", ({ currentTarget }) => this.#light(currentTarget));
    this.camera.start();
  }

  #cameraIs(state) {
    this.#state = state;
    this.#tell();
    if (state === "scanning") this.#offerChoices();
  }

  #readerIs(ready) {
    this.readerReady = ready;
    this.#tell();
  }

  #tell() {
    let state = this.#state;
    if (state === "scanning" && !this.readerReady) state = this.readerReady === false ? "unreadable" : "loading";
    if (this.panel.dataset.state === state) return;
    this.panel.dataset.state = state;
    byId("camera-says").textContent = texts.camera[state];
    byId("camera-again").hidden = !["refused", "none", "busy"].includes(state);
  }

  async #offerChoices() {
    const light = byId("camera-light");
    light.hidden = !this.camera.hasTorch;
    light.setAttribute("aria-pressed", "false");
    const cameras = await this.camera.list();
    const choice = byId("camera-choice");
    const options = cameras.map(({ deviceId, label }, i) => new Option(label || `${i + 1}`, deviceId));
    choice.replaceChildren(...options);
    choice.value = this.camera.currentId;
    byId("camera-choices").hidden = cameras.length < 2;
  }

  #choose(deviceId) {
    memory.set("camera", deviceId);
    this.camera.choose(deviceId);
  }

  #light(button) {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    this.camera.light(on).catch(() => button.setAttribute("aria-pressed", "false"));
  }
}

function byId(id) {
  return document.getElementById(id);
}
