import { isParticle } from "./fold.js";
import { likeness } from "./likeness.js";
import { heardReadings, setOf } from "./skeleton.js";

const SURE = [0.2, 0.2, 0.4];

/** A typed word: how it may be written, and how it may have been meant; as `src/names/typed.rs`. */
export class Typed {
  constructor({ text, also }) {
    this.text = text;
    this.texts = [text, ...also];
    this.sounds = [...new Set(this.texts.flatMap(heardReadings))].map((text) => ({ text, set: setOf(text) }));
    this.set = this.sounds[0].set;
    this.weight = isParticle(text) ? 1 : Math.min(Math.max(text.length, 2), 7);
  }

  /** This word and the next as one. */
  joined(next) {
    return new Typed({ text: (this.text === "abdul" ? "abdu" : this.text) + next.text, also: [] });
  }

  /** How alike it is to a word of a name, by letters and by sound. */
  alike({ text: word, sounds }) {
    let best = 0;
    for (const text of this.texts) {
      if (text === word) return 1;
      best = Math.max(best, beginning(text, word));
    }
    if (this.text.length === 1 || word.length === 1 || best > 0) return best;
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
  if (sound === BEGINS) return 0.45 + 0.4 * like.beginning;
  const sure = SURE[classes.length] ?? 0.6;
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
