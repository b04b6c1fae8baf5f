// A new database after so many histories: what is played is the same after a hundred thousand as at first.
import { Product } from './product.mjs';

export class Products {
  #all = new Set();
  #newest = null;

  constructor(recount, together) {
    this.first = new Product(recount);
    this.together = together;
  }

  get what() {
    return this.first.what;
  }

  async prepare() {
    await this.first.start();
    await this.first.end();
  }

  /** The one for the next history. */
  async take() {
    if (!this.#newest || this.#newest.given === this.together) this.#newest = { given: 0, back: 0, starting: this.first.another() };
    const mine = this.#newest;
    mine.given += 1;
    mine.product = await mine.starting;
    this.#all.add(mine);
    return mine.product;
  }

  giveBack(product, options) {
    const one = [...this.#all].find((other) => other.product === product);
    one.back += 1;
    if (one.back < this.together || options.keep) return;
    product.stop();
    this.#all.delete(one);
  }

  stop(options) {
    for (const { product } of this.#all) product.stop(options);
    this.first.stop();
  }
}
