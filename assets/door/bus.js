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
  const whole = texts.verdicts[scans[0].direction === "out" ? "left" : "admitted"];
  const look = passed === people.length
    ? whole
    : { ...texts.verdicts.already_in, word: whole.word, advice: stopped.join(" · ") };
  door.sounds.play(look.sound);
  const name = fill(texts.group.done, { passed, count: people.length });
  door.verdict.show(look, { delegate: { name, organisation: people[0].organisation } });
  door.search.refresh();
}
