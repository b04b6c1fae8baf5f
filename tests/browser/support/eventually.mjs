// Waiting for what a page keeps rather than shows: `waitForFunction` takes the promise itself for a yes.
export async function eventually(isSo, patience = 60_000) {
  for (const began = Date.now(); !(await isSo());) {
    if (Date.now() - began > patience) throw new Error(`not so after ${patience / 1000} s: ${isSo}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

// Nothing waits on the phone to be sent.
export const sentAll = (page) => eventually(() => page.evaluate(() => new Promise((resolve) => {
  indexedDB.open('hazir-door').onsuccess = ({ target: { result: kept } }) => {
    kept.transaction('queue').objectStore('queue').count().onsuccess = ({ target }) => {
      kept.close();
      resolve(target.result === 0);
    };
  };
})));

// Nothing is kept on the phone at all.
export const wiped = (page) => eventually(() => page.evaluate(async () => (await indexedDB.databases()).length === 0));
