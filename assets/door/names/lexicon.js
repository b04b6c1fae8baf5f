import { isParticle, namesOf } from "./fold.js";
import { soundsOf } from "./skeleton.js";
import { setOf } from "./typed.js";

/** Names have fewer words than this; what follows is not compared. */
const MOST_WORDS = 12;

/** Every word of all names once: what is typed is compared with each of them once, however many people bear it. */
export class Lexicon {
  #numbers = new Map();
  words = [];

  /** The names in a folded text, each as the numbers of its words. */
  read(folded) {
    return namesOf(folded).map((text) => new Name(text, this));
  }

  number(text) {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.words.length;
      const sounds = soundsOf(text);
      this.words.push({ text, sounds, set: setOf(sounds[0]) });
      this.#numbers.set(text, number);
    }
    return number;
  }
}

/** A stored name, its words ready to be compared. */
export class Name {
  constructor(text, lexicon) {
    const words = text.split(" ").filter(Boolean).slice(0, MOST_WORDS);
    this.length = text.length;
    this.words = words.map((word) => lexicon.number(word));
    this.telling = words.map((word) => !isParticle(word));
    // Neighbours that others write as one.
    this.pairs = words.slice(1).map((second, at) => {
      const first = words[at] === "abdul" ? "abdu" : words[at];
      return { word: lexicon.number(first + second), from: first.length, to: first.length + second.length - 4 };
    });
  }
}
