// Pitch in Hz and length in seconds, one after the other: rising for yes, even for "already", low for no.
const TUNES = {
  good: [[880, 0.09], [1320, 0.16]],
  attention: [[660, 0.12], [0, 0.06], [660, 0.12]],
  refused: [[220, 0.22], [165, 0.4]],
};

const SHAKES = { good: [70], attention: [80, 70, 80], refused: [350] };

/** What the ear and the hand hear of a verdict. */
export class Sounds {
  #context = null;

  constructor(isOn) {
    this.isOn = isOn;
    for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, () => this.#wake(), { capture: true });
  }

  play(tune) {
    navigator.vibrate?.(SHAKES[tune]);
    if (!this.isOn) return;
    this.#wake();
    let at = this.#context.currentTime + 0.01;
    for (const [pitch, length] of TUNES[tune]) {
      if (pitch) this.#tone(tune, pitch, at, length);
      at += length;
    }
  }

  #tone(tune, pitch, at, length) {
    const oscillator = new OscillatorNode(this.#context, {
      type: tune === "refused" ? "sawtooth" : "triangle",
      frequency: pitch,
    });
    const volume = new GainNode(this.#context, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.5, at + 0.01);
    volume.gain.setValueAtTime(0.5, at + length - 0.03);
    volume.gain.linearRampToValueAtTime(0, at + length);
    oscillator.connect(volume).connect(this.#context.destination);
    oscillator.start(at);
    oscillator.stop(at + length);
  }

  // Browsers keep sound silent until the page has been touched once.
  #wake() {
    if (!this.isOn) return;
    this.#context ??= new AudioContext();
    if (this.#context.state === "suspended") this.#context.resume().catch(() => {});
  }
}
