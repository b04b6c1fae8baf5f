const STALLED_MS = 3000;

const REASONS = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  OverconstrainedError: "none",
};

/**
 * The camera behind a video element. `onState` hears one of: asking, refused, none, insecure, busy, scanning,
 * stalled. A picture that stands still is started again.
 */
export class Camera {
  #stream = null;
  #attempt = 0;
  #lastFrame = 0;
  #retry = null;

  constructor(video, deviceId, onState) {
    this.video = video;
    this.deviceId = deviceId;
    this.onState = onState;
    setInterval(() => this.#watch(), 1000);
    document.addEventListener("visibilitychange", () => this.sawFrame(performance.now()));
    this.#followPermission();
  }

  async start() {
    this.stop();
    const attempt = ++this.#attempt;
    if (!navigator.mediaDevices?.getUserMedia) return this.onState(isSecureContext ? "none" : "insecure");
    this.onState("asking");
    try {
      const stream = await this.#open();
      if (attempt !== this.#attempt) return stopTracks(stream);
      await this.#show(stream);
      this.onState("scanning");
    } catch (error) {
      if (attempt === this.#attempt) this.#giveUp(error);
    }
  }

  stop() {
    clearTimeout(this.#retry);
    if (this.#stream) stopTracks(this.#stream);
    this.#stream = null;
  }

  /** Takes another of the device's cameras. */
  choose(deviceId) {
    this.deviceId = deviceId;
    return this.start();
  }

  /** The device's cameras, their names known once the camera is allowed. */
  async list() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter((device) => device.kind === "videoinput" && device.deviceId);
  }

  get currentId() {
    return this.#track?.getSettings().deviceId ?? "";
  }

  get hasTorch() {
    return Boolean(this.#track?.getCapabilities?.().torch);
  }

  async light(on) {
    await this.#track?.applyConstraints({ advanced: [{ torch: on }] });
  }

  /** To be told of every frame: where none comes the camera is started again. */
  sawFrame(now) {
    this.#lastFrame = now;
  }

  get #track() {
    return this.#stream?.getVideoTracks()[0];
  }

  async #open() {
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
    const any = { video: { ...size, facingMode: { ideal: "environment" } }, audio: false };
    if (!this.deviceId) return navigator.mediaDevices.getUserMedia(any);
    try {
      const chosen = { video: { ...size, deviceId: { exact: this.deviceId } }, audio: false };
      return await navigator.mediaDevices.getUserMedia(chosen);
    } catch (error) {
      if (REASONS[error.name] !== "none") throw error;
      return navigator.mediaDevices.getUserMedia(any); // the remembered camera is not there today
    }
  }

  async #show(stream) {
    this.#stream = stream;
    this.sawFrame(performance.now());
    if (this.#track.getCapabilities?.().focusMode?.includes("continuous")) {
      await this.#track.applyConstraints({ advanced: [{ focusMode: "continuous" }] }).catch(() => {});
    }
    this.#track.addEventListener("ended", () => stream === this.#stream && this.#restart());
    this.video.srcObject = stream;
    await this.video.play();
  }

  #giveUp(error) {
    this.stop();
    const state = REASONS[error.name] ?? "busy";
    this.onState(state);
    if (state === "busy") this.#retry = setTimeout(() => this.start(), STALLED_MS);
  }

  #watch() {
    if (!this.#stream || document.hidden) return;
    if (performance.now() - this.#lastFrame > STALLED_MS) this.#restart();
  }

  #restart() {
    this.stop();
    this.onState("stalled");
    this.#retry = setTimeout(() => this.start(), 500);
  }

  async #followPermission() {
    try {
      const permission = await navigator.permissions.query({ name: "camera" });
      permission.addEventListener("change", () => this.start());
    } catch {
      // A browser that does not tell: the button "try again" is there.
    }
  }
}

function stopTracks(stream) {
  for (const track of stream.getTracks()) track.stop();
}
