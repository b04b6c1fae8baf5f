import { fill, lookOf, texts } from "./texts.js";
import { uuid7 } from "./uuid7.js";

/** A whole delegation passes at once, each of them as a scan of its own. */
export async function passAll(door, people) {
  if (people.length === 0) return;
  const { checkpoint, direction } = door.choices;
  const scanned_at = door.api.now().toISOString();
  const scans = people.map(({ registration }) => ({ id: uuid7(), registration, checkpoint, direction, scanned_at }));
  door.verdict.expect(false);
  try {
    const verdicts = scans.map((scan) => door.firstVerdict(scan, door.queue.add(scan)));
    show(door, people, scans, await Promise.all(verdicts));
  } catch (error) {
    door.failed(error);
  }
}

/** One screen for all: how many passed, and who did not. */
function show(door, people, scans, results) {
  const isThrough = ({ verdict }) => verdict === "admitted" || verdict === "left";
  const stopped = results.flatMap((result, at) => {
    return isThrough(result) || result.verdict === "already_in" ? [] : [`${people[at].name}: ${lookOf(result).word}`];
  });
  results.forEach((result, at) => door.keep(scans[at], { ...result, delegate: people[at] }));
  const passed = results.filter(isThrough).length;
  // Exactly those whom this tap has let pass can be taken back by one more.
  door.passed = scans.map((scan, at) => ({ scan, person: people[at], result: results[at] }));
  door.passed = door.passed.filter(({ scan, result }) => isThrough(result) && door.acts.canUndo(scan, result));
  const whole = texts.verdicts[scans[0].direction === "out" ? "left" : "admitted"];
  const look = passed === people.length
    ? whole
    : { ...texts.verdicts.already_in, word: whole.word, advice: stopped.join(" · ") };
  const name = fill(texts.group.done, { passed, count: people.length });
  door.tell(look, { delegate: { name, organisation: people[0].organisation }, undo_these: door.passed.length });
  door.search.refresh();
}
