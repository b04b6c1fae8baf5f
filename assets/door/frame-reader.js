const BETWEEN_FRAMES_MS = 100;

/** Takes frames off a playing video, at most ten a second and never two at once, and has them read. */
export class FrameReader {
  #last = 0;

  /** `onFrame(now)` hears of every frame that arrives, `onRead(code or null, at)` of every one that was read. */
  constructor(video, decoder, { onFrame, onRead }) {
    this.video = video;
    this.decoder = decoder;
    this.onFrame = onFrame;
    this.onRead = onRead;
    this.#await();
  }

  #await() {
    if (this.video.requestVideoFrameCallback) this.video.requestVideoFrameCallback(() => this.#arrive());
    else setTimeout(() => this.#arrive(), BETWEEN_FRAMES_MS);
  }

  #arrive() {
    const now = performance.now();
    const isLive = this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !this.video.paused;
    if (isLive) {
      this.onFrame(now);
      if (now - this.#last >= BETWEEN_FRAMES_MS && this.decoder.isReady && !this.decoder.isBusy) this.#read(now);
    }
    this.#await();
  }

  async #read(now) {
    this.#last = now;
    let frame;
    try {
      frame = await createImageBitmap(this.video);
    } catch {
      return; // the camera was switched off between the frame and here
    }
    if (!this.decoder.isReady || this.decoder.isBusy) return frame.close();
    this.onRead(await this.decoder.read(frame), now);
  }
}
