import { isParticle, namesOf } from "./fold.js";
import { skeleton, soundsOf } from "./skeleton.js";

/** Names have fewer words than this; what follows is not compared. */
const MOST_WORDS = 12;

/** Every word of all names once: what is typed is compared with each of them once, however many people bear it. */
export class Lexicon {
  #numbers = new Map();
  #names = new Map();
  #sounds = new Set();
  words = [];

  /** The names in a folded text. */
  read(folded) {
    return namesOf(folded).map((text) => {
      if (!this.#names.has(text)) this.#names.set(text, new Name(text, this));
      return this.#names.get(text);
    });
  }

  /** Whether it is somebody's name, or sounds like one. */
  knows(text) {
    if (this.#numbers.has(text)) return true;
    const sound = skeleton(text);
    return sound.length > 1 && this.#sounds.has(sound);
  }

  /** The number of a word that this name holds. */
  number(text, name) {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.words.length;
      const sounds = soundsOf(text);
      for (const sound of sounds) this.#sounds.add(sound.text);
      this.words.push({ text, sounds, names: [] });
      this.#numbers.set(text, number);
    }
    this.words[number].names.push(name);
    return number;
  }
}

/** A stored name, its words ready to be compared. */
class Name {
  /** What the last query that came near made of it. */
  query = null;
  score = 0;

  constructor(text, lexicon) {
    const words = text.split(" ").filter(Boolean).slice(0, MOST_WORDS);
    this.length = text.length;
    this.words = words.map((word) => lexicon.number(word, this));
    this.telling = words.map((word) => !isParticle(word));
    // Neighbours that others write as one.
    this.pairs = words.slice(1).map((second, at) => {
      const first = words[at] === "abdul" ? "abdu" : words[at];
      const word = lexicon.number(first + second, this);
      return { word, from: first.length, to: first.length + second.length - 4 };
    });
  }
}
