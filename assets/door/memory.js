/** Choices this device keeps; where the browser keeps nothing, they last as long as the page. */
export const memory = {
  get(name) {
    try {
      return localStorage.getItem(`door-${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`door-${name}`, value);
    } catch {
      // Nothing is lost: the choice is made again next time.
    }
  },
};
