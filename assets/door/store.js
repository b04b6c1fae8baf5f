/** The service worker, which is no module, calls it so too. */
const NAME = "hazir-door";
const WORKER_PATIENCE_MS = 1000;

/**
 * What this device keeps while it is off: sealed with a key that no script can take out of the browser.
 * There is none where the browser has no safe place (no https) or no room.
 */
export class Store {
  static #opening = null;
  #db;
  #key;

  /** Opened once; null where there is none. */
  static open() {
    Store.#opening ??= Store.#open();
    return Store.#opening;
  }

  static async #open() {
    if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return null;
    try {
      const store = new Store();
      store.#db = await opened();
      store.#key = store.#ownKey();
      store.#key.catch(() => {}); // whoever needs it hears of it
      return store;
    } catch {
      return null;
    }
  }

  /** Forgets everything that was ever kept here. */
  static wipe() {
    globalThis.indexedDB?.deleteDatabase(NAME);
    globalThis.caches?.delete("door");
  }

  async put(table, name, value) {
    await this.putText(table, name, JSON.stringify(value));
  }

  async putText(table, name, text) {
    const sealed = await this.#seal(text);
    await this.#run(table, "readwrite", (objects) => objects.put(sealed, name));
  }

  async getText(table, name) {
    const sealed = await this.#run(table, "readonly", (objects) => objects.get(name));
    return sealed && this.#unseal(sealed);
  }

  /** All values of a table, in the order of their names; one that cannot be read takes no other along. */
  async all(table) {
    const sealed = await this.#run(table, "readonly", (objects) => objects.getAll());
    const values = await Promise.all(sealed.map((one) => this.#unseal(one).then(JSON.parse).catch(() => null)));
    return values.filter(Boolean);
  }

  async delete(table, name) {
    await this.#run(table, "readwrite", (objects) => objects.delete(name));
  }

  async clear(table) {
    await this.#run(table, "readwrite", (objects) => objects.clear());
  }

  close() {
    this.#db.close();
  }

  async #ownKey() {
    const known = await this.#run("keys", "readonly", (objects) => objects.get("own"));
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await this.#run("keys", "readwrite", (objects) => objects.put(made, "own"));
    return made;
  }

  async #seal(text) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = new TextEncoder().encode(text);
    return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await this.#key, bytes) };
  }

  async #unseal(one) {
    return unsealed(await this.#key, one);
  }

  #run(table, mode, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.#db.transaction(table, mode, { durability: "strict" });
      const request = work(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }
}

/** Where the list of people lies. */
export const LIST = ["roster", "all"];
/** Beside it: what came after it. */
export const SINCE = ["roster", "since"];

// Read while the page and its other scripts are still on their way: on a phone either takes as long as the other.
let list = readList().catch(() => null);

async function readList() {
  return (await fromWorker().catch(() => null)) ?? (await Store.open())?.getText(...LIST);
}

/** The service worker began to read it before there was this page. */
async function fromWorker() {
  const worker = globalThis.navigator?.serviceWorker?.controller;
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  const given = await new Promise((resolve) => {
    setTimeout(resolve, WORKER_PATIENCE_MS, null);
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ wants: "list" }, [port2]);
  });
  return given && unsealed(given.key, given);
}

async function unsealed(key, { iv, sealed }) {
  const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
  return new TextDecoder().decode(bytes);
}

/** The list as it was kept the last time. It is given once: nobody needs it twice, and it is large. */
export function takeList() {
  const taken = list;
  list = null;
  return taken;
}

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const table of ["keys", "roster", "queue"]) request.result.createObjectStore(table);
    };
    request.onsuccess = () => {
      // Another page of this device wipes what is kept: it must not wait for us.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}
