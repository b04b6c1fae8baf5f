import { isParticle } from "./fold.js";
import { likeness } from "./likeness.js";
import { heardReadings, setOf } from "./skeleton.js";

/** How surely words of so many like consonants are one, whatever their vowels. */
const SURE = [0.1, 0.1, 0.3];
/** The same for a word that only begins with them. */
const BEGUN = [0, 0, 0.2, 0.35];
const SURE_MOST = 0.6;
const BEGUN_MOST = 0.45;
/** A guess must be that name, but for a letter. */
const LEAST_OF_A_GUESS = 0.85;

/** A typed word: how it may be written, and how it may have been meant; as `src/names/typed.rs`. */
export class Typed {
  /** Gaps put where none were typed, or taken away. */
  isGuess = false;

  constructor({ text, also, isAbjad, isNoise }) {
    this.text = text;
    this.isAbjad = isAbjad;
    this.isNoise = isNoise;
    this.texts = [text, ...also];
    // Only where vowels are not written do consonants alone make a name.
    this.isHeard = isAbjad || /[aeiou]/.test(text);
    this.sounds = [...new Set(this.texts.flatMap(heardReadings))].map((text) => ({ text, set: setOf(text) }));
    this.set = this.sounds[0].set;
    this.weight = isParticle(text) ? 1 : Math.min(Math.max(text.length, 2), 7);
  }

  /** This word and the next as one. */
  joined(next) {
    const text = (this.text === "abdul" ? "abdu" : this.text) + next.text;
    return new Typed({ text, also: [], isAbjad: this.isAbjad && next.isAbjad, isNoise: this.isNoise || next.isNoise });
  }

  /** The two words it may be. */
  parted(first, second) {
    const part = (text) => new Typed({ text, also: [], isAbjad: this.isAbjad, isNoise: this.isNoise }).guessed();
    return [part(first), part(second)];
  }

  /** Not as it was typed, but as it may have been meant. */
  guessed() {
    this.isGuess = true;
    return this;
  }

  /** How alike it is to a word of a name, by letters and by sound. */
  alike(word) {
    if (!this.isGuess) return this.#resembling(word);
    const [letters, ofWord] = [this.text.length, word.text.length];
    if (Math.abs(letters - ofWord) * 3 > Math.max(letters, ofWord)) return 0;
    const { whole } = likeness(this.text, word.text);
    return whole >= LEAST_OF_A_GUESS ? whole : 0;
  }

  #resembling({ text: word, sounds }) {
    if (this.isNoise) return Number(word.length > 1 && this.text === word);
    let best = 0;
    for (const text of this.texts) {
      if (text === word) return 1;
      best = Math.max(best, beginning(text, word));
    }
    if (this.text.length === 1 || word.length === 1 || best > 0 || isParticle(word)) return best;
    const sound = this.#sound(sounds);
    if (sound === OTHER && far(this.set, sounds[0].set)) return 0;
    for (const text of this.texts) {
      const like = likeness(text, word);
      const bySound = ofSound(sound, like, sounds[0].text);
      const begun = text.length > 2 ? 0.8 * like.beginning * like.beginning : 0;
      const byLetters = Math.max(like.whole * Math.sqrt(like.whole), begun);
      best = Math.max(best, Math.min(bySound, 0.97), Math.min(byLetters, 0.95));
    }
    return best;
  }

  #sound(sounds) {
    let best = OTHER;
    if (!this.isHeard) return best;
    for (const { text, set } of sounds) {
      for (const heard of this.sounds) {
        if ((heard.set & ~set) !== 0) continue;
        if (heard.text === text) return SAME;
        if (heard.text.length > 1 && text.startsWith(heard.text)) best = BEGINS;
      }
    }
    return best;
  }
}

const OTHER = 0;
const BEGINS = 1;
const SAME = 2;

function ofSound(sound, like, classes) {
  if (sound === OTHER) return 0;
  if (sound === BEGINS) {
    const sure = BEGUN[classes.length] ?? BEGUN_MOST;
    return sure + (0.9 - sure) * like.beginning;
  }
  const sure = SURE[classes.length] ?? SURE_MOST;
  return sure + (1 - sure) * like.whole;
}

/** A typed word that begins the name's, as people type; or one of them is an initial. */
function beginning(text, word) {
  if (text.charCodeAt(0) !== word.charCodeAt(0)) return 0;
  if (word.startsWith(text)) return text.length === 1 ? 0.7 : 0.88 + (0.1 * text.length) / word.length;
  return word.length === 1 && text.startsWith(word) ? 0.55 : 0;
}

/** Whether so few consonants are shared that counting single letters is not worth the time. */
function far(set, other) {
  return bits(set & ~other) + bits(set ^ other) > 3;
}

function bits(set) {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
