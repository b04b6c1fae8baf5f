// Nothing a phone took is thrown away: it waits until the server has written it down, and holds up nothing else.
import assert from 'node:assert/strict';
import { part } from './support/door-parts.mjs';

const { ScanQueue } = await part('scan-queue.js');
const { DoorApi, NoAnswer, NotPaired, Refused } = await part('api.js');

export const tests = {
  'a scan that is answered with an error alone waits on, and is settled once it is written down': errorAlone,
  'an act that is not done waits on, unless the desk has it': actNotDone,
  'whatever a server or a proxy answers instead, nothing is dropped': otherAnswers,
  'one that no request gets through with holds up no other': oneBad,
  'what is more than a request holds goes by several, in its order and each once': many,
  'two that are refused side by side hold up no other either': twoBad,
  'when everything was refused for a while, everything goes once it is taken again': outage,
  'what is about a scan or a walk-in that waits is sent after it': inOrder,
  'a device that is paired no longer hears of it and keeps what it took': notPaired,
  'a store that is full, broken or silent loses nothing, and what it keeps later is kept': badStore,
  'what was told while the answer was on its way is sent again with it': toldLate,
};

const written = (items) => items.map(({ id, do: what }) => (what ? { id, done: true } : { id, verdict: 'admitted' }));

// A server that answers as the test says; `sent` has the ids of each request.
function server(answer) {
  const sent = [];
  const take = async (items) => {
    sent.push(items.map(({ id }) => id));
    return answer(items, sent.length);
  };
  return { sent, sendScans: take, sendActs: take };
}

async function until(isSo, patience = 20_000) {
  for (const began = Date.now(); !isSo();) {
    assert.ok(Date.now() - began < patience, 'in time');
    await new Promise((done) => setTimeout(done, 5));
  }
}

async function errorAlone() {
  const api = server((items, times) => (times === 1 ? items.map(({ id }) => ({ id, error: 'This device does not scan at that checkpoint.' })) : written(items)));
  const queue = new ScanQueue(api, () => {});
  const answered = queue.add({ id: 'a' });
  await until(() => api.sent.length === 1);
  await new Promise((done) => setTimeout(done, 50));
  assert.deepEqual([queue.length, queue.isStuck], [1, true]);
  assert.deepEqual(await answered, { id: 'a', verdict: 'admitted' });
  assert.deepEqual([queue.length, queue.isStuck], [0, false]);
}

async function actNotDone() {
  const answers = [
    { id: 'a', done: false, error: 'Something is missing or mistyped.', fields: { email: 'Where is the @?' } },
    { id: 'a', done: false, kept: true, error: 'Something is missing or mistyped.' },
  ];
  const api = server(() => [answers[Math.min(api.sent.length, answers.length) - 1]]);
  const queue = new ScanQueue(api, () => {});
  const answer = await queue.add({ id: 'a', do: 'walk_in' });
  assert.equal(answer.kept, true);
  assert.equal(api.sent.length, 2);
  assert.equal(queue.length, 0);
}

async function otherAnswers() {
  const page = '<!doctype html><title>Welcome to our network</title>';
  const json = (status, content, headers = {}) => new Response(JSON.stringify(content), { status, headers });
  const answers = [
    ...[400, 403, 404, 405, 408, 409, 413, 414, 422, 451].map((status) => () => json(status, { error: 'No.' })),
    () => new Response(page, { status: 403 }),
    () => new Response(page, { status: 200 }),
    () => new Response(page, { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="network"' } }),
    () => json(401, { error: 'Who asks?' }, { 'WWW-Authenticate': 'Bearer' }),
    () => json(200, null),
    () => json(200, {}),
    () => json(200, { results: {} }),
    () => json(200, { results: [] }),
    () => json(200, { results: [null, 7, { id: 'b', verdict: 'admitted' }] }),
    () => json(200, { results: [{ id: 'a', verdict: null }] }),
    () => json(500, { error: 'Broken.' }),
    () => json(503, { error: 'Busy.' }),
    () => json(429, { error: 'Slowly.' }, { 'Retry-After': '0' }),
    () => { throw new TypeError('redirected'); },
  ];
  for (const answer of answers) {
    let times = 0;
    let options;
    globalThis.fetch = async (_, asked) => {
      options = asked;
      times += 1;
      return times === 1 ? answer() : json(200, { results: [{ id: 'a', verdict: 'admitted' }] });
    };
    const queue = new ScanQueue(new DoorApi(() => {}), () => {});
    const answered = queue.add({ id: 'a' });
    await until(() => times > 0);
    await new Promise((done) => setTimeout(done, 5));
    assert.equal(queue.length, 1, String(answer));
    assert.equal((await answered).verdict, 'admitted', String(answer));
    assert.equal(options.redirect, 'error');
  }
}

// Requests hold so many at most; what waits here is more.
const MOST_AT_ONCE = 100;

const ids = (count) => Array.from({ length: count }, (_, number) => `s${number}`);

// The first goes alone, and the others together.
function addAll(queue, count, settled = []) {
  for (const id of ids(count)) queue.add({ id }).then(() => settled.push(id), () => {});
  return settled;
}

async function oneBad() {
  for (const refusal of [new Refused('No.'), new NoAnswer(0, true)]) {
    const api = server((items) => {
      if (items.some(({ id }) => id === 's12')) throw refusal;
      return written(items);
    });
    const queue = new ScanQueue(api, () => {});
    const count = MOST_AT_ONCE + 30;
    const settled = addAll(queue, count);
    await until(() => settled.length === count - 1, 60_000);
    assert.deepEqual([queue.length, queue.isStuck], [1, true]);
    const [tried] = [api.sent.length];
    await queue.add({ id: 'later' });
    assert.ok(api.sent.length <= tried + 2);
  }
}

async function many() {
  let isAway = true;
  const api = server((items) => {
    if (isAway) throw new NoAnswer();
    return written(items);
  });
  const queue = new ScanQueue(api, () => {});
  const count = 2 * MOST_AT_ONCE + 50;
  const settled = addAll(queue, count);
  await until(() => api.sent.length > 0);
  isAway = false;
  api.sent.length = 0;
  queue.retry();
  await until(() => settled.length === count, 30_000);
  const sizes = api.sent.map((request) => request.length);
  assert.ok(sizes.length > 2 && Math.max(...sizes) <= MOST_AT_ONCE, String(sizes));
  assert.deepEqual(api.sent.flat(), ids(count));
}

async function twoBad() {
  const api = server((items) => {
    if (items.some(({ id }) => ['s4', 's5'].includes(id))) throw new Refused('No.');
    return written(items);
  });
  const queue = new ScanQueue(api, () => {});
  const count = MOST_AT_ONCE + 40;
  const settled = addAll(queue, count);
  await until(() => settled.length === count - 2, 60_000);
  assert.equal(queue.length, 2);
}

async function outage() {
  let isOver = false;
  const api = server((items) => {
    if (!isOver) throw new Refused('Not now.');
    return written(items);
  });
  const queue = new ScanQueue(api, () => {});
  const count = MOST_AT_ONCE + 10;
  const settled = addAll(queue, count);
  await until(() => api.sent.length > 3);
  isOver = true;
  await until(() => settled.length === count, 30_000);
  assert.equal(queue.length, 0);
}

async function inOrder() {
  const had = [];
  const api = server((items, times) => {
    if (items.some(({ id }) => id === 'walk' || id === 'scan') && times < 3) throw new Refused('No.');
    had.push(...items.map(({ id }) => id));
    return written(items);
  });
  const queue = new ScanQueue(api, () => {});
  queue.add({ id: 'walk', do: 'walk_in' });
  queue.add({ id: 'scan', registration: 'walk' });
  queue.add({ id: 'undo', do: 'undo', scan: 'scan' });
  queue.add({ id: 'note', do: 'note', registration: 'walk' });
  queue.add({ id: 'free', code: 'x' });
  await until(() => queue.length === 0, 30_000);
  const place = (id) => had.indexOf(id);
  assert.ok(place('walk') < place('scan') && place('scan') < place('undo') && place('walk') < place('note'), String(had));
}

async function notPaired() {
  let isPaired = false;
  const api = server((items) => {
    if (!isPaired) throw new NotPaired();
    return items.map(({ id }) => ({ id, kept: true, error: 'This device had been taken away.' }));
  });
  const queue = new ScanQueue(api, () => {});
  const all = ids(MOST_AT_ONCE + 10).map((id) => queue.add({ id }));
  for (const one of all) await assert.rejects(one, NotPaired);
  assert.equal(queue.length, all.length);
  isPaired = true;
  queue.retry();
  await until(() => queue.length === 0);
}

async function badStore() {
  const rows = new Map();
  let isFull = true;
  const put = async (table, name, value) => {
    if (isFull) throw new DOMException('full', 'QuotaExceededError');
    rows.set(name, value);
  };
  const stores = [
    { all: async () => [], put, delete: async () => { throw new Error('broken'); } },
    { all: async () => [], put: () => new Promise(() => {}), delete: async () => {} },
  ];
  for (const store of stores) {
    let isAway = true;
    const api = server((items) => {
      if (isAway) throw new NoAnswer();
      return written(items);
    });
    const queue = new ScanQueue(api, () => {});
    await queue.keepIn(store);
    const settled = addAll(queue, 3);
    await until(() => api.sent.length > 0);
    assert.equal(queue.length, 3);
    isFull = false;
    if (store.put === put) await until(() => rows.size === 3);
    isAway = false;
    queue.retry();
    await until(() => settled.length === 3);
    assert.equal(queue.length, 0);
  }
}

async function toldLate() {
  let give;
  const heard = [];
  const api = server((items, times) => {
    heard.push(...items);
    return times === 1 ? new Promise((given) => (give = () => given(written(items)))) : written(items);
  });
  const queue = new ScanQueue(api, () => {});
  queue.add({ id: 'a' });
  await until(() => give);
  queue.told('a', 'full');
  give();
  await until(() => queue.length === 0);
  assert.deepEqual(heard.map(({ told }) => told), [undefined, 'full']);
}
