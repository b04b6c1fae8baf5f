// What has to hold after each morning.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { top } from './product.mjs';

const PASSES = ['admitted', 'already_in', 'left'];

/** tests/recount, asked again and again. */
export class Recount {
  #waiting = new Map();
  #last = 0;

  constructor() {
    const script = process.env.HAZIR_RECOUNT ?? join(top, 'tests/recount');
    this.process = spawn('python3', [join(top, 'tests/morning/recount.py'), script], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      const { id, ...told } = JSON.parse(line);
      this.#waiting.get(id)(told);
      this.#waiting.delete(id);
    });
  }

  ask(question) {
    const id = ++this.#last;
    this.process.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  stop() {
    this.process.kill();
  }
}

export class Checks {
  #faults = [];

  constructor(history, recount) {
    this.history = history;
    this.recount = recount;
  }

  async all() {
    const { history } = this;
    const figures = await history.desk.page(history.at('/figures.json'));
    const inside = await this.#serverInside();
    const written = await this.#countedAgain([...history.looks, { figures, lines: null }], inside);
    const counts = await this.#serverCounts();
    for (const phone of history.paired) this.#sameOnPhone(phone, inside, counts);
    await this.#nothingLost(written, figures);
    this.#truth(inside);
    await this.#board(figures);
    await this.#oneOpinion();
    return this.#faults;
  }

  #expect(is, what) {
    if (!is) this.#faults.push(what());
  }

  #same(one, other, what) {
    const [a, b] = [one, other].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
    this.#expect(a === b, () => `${what}:\n${a}\n${b}`);
  }

  /** By checkpoint and registration, since when. */
  async #serverInside() {
    const { inside } = await this.history.ask(this.history.phones[0], 'inside');
    return new Map(inside.map((one) => [`${one.checkpoint_id} ${one.registration}`, Date.parse(one.at)]));
  }

  /** By checkpoint, how many are inside. */
  async #serverCounts() {
    const { history } = this;
    const counted = history.doors.map(async ({ id }) => [id, (await history.ask(history.phones[0], `count?checkpoint=${id}`)).inside]);
    return new Map(await Promise.all(counted));
  }

  /** Gives how many scans have a line. */
  async #countedAgain(looks, inside) {
    const asked = looks.map(({ figures, lines }) => ({ at: JSON.parse(figures).at, lines }));
    const { scans, said, inside: counted, error } = await this.recount.ask({ journal: this.history.journal, asked });
    this.#expect(!error, () => `tests/recount: ${error}`);
    if (error) return;
    looks.forEach(({ figures }, at) => this.#same(figures, said[at], `figures.json and tests/recount at ${asked[at].at} (look ${at + 1} of ${looks.length})`));
    const here = [...inside].map(([key, since]) => [Number(key.match(/^C(\d+)/)[1]), since]).sort(byNumbers);
    this.#same(here, counted.sort(byNumbers), 'who is inside where since when: the server and tests/recount');
    return scans;
  }

  #sameOnPhone(phone, inside, counts) {
    const { history } = this;
    const { page } = phone;
    this.#expect(page.queue.length === 0, () => `${phone.name} still has ${page.queue.length} to send`);
    this.#expect(page.roster.isWhole, () => `${phone.name} has no list`);
    for (const door of history.doors) {
      const known = (key) => page.run(() => page.roster.insideSince(door.id, key));
      const own = history.people.map(({ registration }) => [registration, known(registration)]).filter(([, first]) => first);
      const there = history.people.map(({ registration }) => [registration, inside.get(`${door.id} ${registration}`)]).filter(([, since]) => since);
      this.#same(own.map(([one, first]) => [one, Date.parse(first.at)]), there, `${phone.name} at ${door.id}: who is inside by the phone and by the server`);
      for (const { name, registration, alone } of history.people.filter(({ alone }) => alone?.page === page)) {
        this.#same(Boolean(known(alone.id)), Boolean(known(registration)), `${phone.name} at ${door.id}: whether ${name} is inside, as it called them alone and as the server does`);
      }
      const count = counts.get(door.id);
      this.#same([page.run(() => page.roster.countInside(door.id)), count], [there.length, there.length], `${phone.name} at ${door.id}: how many by the phone and by the server's count, and how many there are`);
      if (door === phone.checkpoint) this.#same(page.count?.inside, count, `${phone.name}: the number in its top line, and the server's`);
    }
  }

  /** Each scan a phone took is a scan, or waits at the desk; asking for that changes nothing. */
  async #nothingLost(written, figures) {
    const { history } = this;
    let [taken, kept, rehearsed] = [0, 0, 0];
    for (const phone of history.phones) {
      const undoneElsewhere = new Set(history.phones.filter((one) => one !== phone).flatMap(({ took }) => took).map(({ act }) => act?.do === 'undo' && act.scan));
      const scans = phone.took.filter(({ scan }) => scan);
      if (scans.length === 0) continue;
      taken += scans.length;
      const { results } = await history.send(phone, scans.map(({ scan }) => scan));
      results.forEach((result, at) => {
        kept += result.kept ? 1 : 0;
        rehearsed += result.rehearsal ? 1 : 0;
        Object.assign(scans[at], { verdict: result.verdict, isKept: result.kept, isRehearsed: result.rehearsal });
        const { told, wasAlone, scan, person } = scans[at];
        // What waits at the desk has not happened yet, for the server alone.
        const isCounted = scans.slice(0, at + 1).every((one) => !one.isKept || one.person !== person || one.scan.checkpoint !== scan.checkpoint);
        // Nor is a phone told by any list that another took back its second entrance, which leaves who is inside as it was.
        const isHeard = !scans.slice(0, at).some((one) => one.person === person && one.verdict === 'already_in' && undoneElsewhere.has(one.scan.id));
        if (wasAlone && told && isCounted && isHeard && !result.rehearsal) this.#same(told.verdict, result.verdict, `alone with all there was to know, ${phone.name} said of ${scans[at].person} ${scan.direction} (${scan.id}), and then the server`);
        this.#expect(result.verdict || result.kept, () => `a scan of ${phone.name} is lost: ${JSON.stringify(result)}`);
      });
    }
    // What a phone handed in without a pairing is kept, whatever the desk did with it then.
    const least = taken - kept - rehearsed;
    const most = history.paired.length < history.phones.length ? taken - rehearsed : least;
    this.#expect(least <= written && written <= most, () => `${written} scans in the journal, of ${taken} that the phones took ${kept} wait at the desk and ${rehearsed} were rehearsed`);
    const after = await history.desk.page(history.at('/figures.json'));
    const without = (text) => text.replace(/"at":"[^"]*"/, '');
    this.#same(without(figures), without(after), 'the figures, and after everything was sent once more');
  }

  /** Nobody is inside whom no volunteer let in; and where all clocks are right and nothing was delayed, whoever was seen last to leave is outside. */
  #truth(inside) {
    const { history } = this;
    const undoneBy = (phones) => new Set(phones.flatMap(({ took }) => took).flatMap(({ act }) => (act?.do === 'undo' ? [act.scan] : [])));
    const undone = undoneBy(history.phones);
    // What a phone without a pairing takes back waits at the desk.
    const perhaps = undoneBy(history.phones.filter(({ isRevoked }) => isRevoked));
    for (const person of history.people) {
      for (const door of history.doors) {
        const all = history.phones.flatMap(({ took }) => took).filter(({ scan, person: name, isRehearsed }) => scan && name === person.name && scan.checkpoint === door.id && scan.code !== 'NOBODY' && !isRehearsed);
        const letsPass = ({ told, verdict, isKept }) => PASSES.includes(told?.verdict ?? verdict ?? 'admitted') && (isKept || PASSES.includes(verdict));
        const through = all.filter(letsPass);
        const passed = through.filter((one) => !undone.has(one.scan.id));
        const isInside = inside.has(`${door.id} ${person.registration}`);
        const where = `${person.name} at ${door.id}`;
        this.#expect(!isInside || through.some(({ scan }) => scan.direction === 'in' && (!undone.has(scan.id) || perhaps.has(scan.id))), () => `${where} is inside, and nobody let them in`);
        // What waited at the desk is entered at a moment of its own.
        const isClear = all.every(({ scan, at, told, isDelayed, isKept }) => told && !told.kept && !isDelayed && !isKept && !perhaps.has(scan.id) && Date.parse(scan.scanned_at) === at);
        if (!isClear || passed.length === 0) continue;
        const last = passed.sort((a, b) => a.at - b.at).at(-1);
        this.#same(isInside, last.scan.direction === 'in', `${where} is inside, and should be by what was seen last (${last.scan.id})`);
      }
    }
  }

  /** A phone that has heard everything says by itself what the server says, of whomever, with the same reason. */
  async #oneOpinion() {
    const { history } = this;
    const { random } = history;
    for (let times = 3; times > 0; times -= 1) {
      const [phone, person, door] = [random.one(history.paired), random.one(history.people), random.one(history.doors)];
      const who = person.codes.length > 0 && random.chance(0.7) ? { code: random.one(person.codes) } : { registration: person.registration };
      history.tick();
      const { page } = phone;
      page.run(() => page.roster.refresh());
      await phone.settle();
      const { scan, own } = await page.run(() => page.opinion(who, random.chance(0.7) ? 'in' : 'out', door.id));
      const [result] = (await history.send(phone, [scan])).results;
      if (own.rehearsal || result.rehearsal || result.kept) {
        // The server tells its time in whole seconds.
        const isSure = !(Date.parse(scan.scanned_at) < history.rehearsedSince + 1000);
        if (isSure) this.#same(own.rehearsal, Boolean(result.rehearsal), `whether ${door.id} is tried out, by ${phone.name} and by the server (${scan.scanned_at})`);
        continue;
      }
      const said = ({ verdict, registration, first, reason }) => JSON.stringify({ verdict, registration, since: first && Date.parse(first.at), reason: { inside: reason?.inside, state: reason?.state } });
      this.#same(said(own), said({ ...result, registration: result.registration }), `${person.name} ${scan.direction} at ${door.id} by ${who.code ? `badge ${person.codes.indexOf(who.code) + 1}` : 'name'}, now: ${phone.name} by itself, and the server`);
    }
  }

  /** Every conflict that is counted stands on the board, with a scan. */
  async #board(figures) {
    const { conflicts } = JSON.parse(figures);
    const page = await this.history.desk.page(this.history.at('/conflicts'));
    const rows = page.match(/\/conflicts\/\d+"/g)?.length ?? 0;
    this.#same(rows, conflicts, 'conflicts on the board, and in the figures');
  }
}

function byNumbers([a, b], [c, d]) {
  return a - c || b - d;
}
