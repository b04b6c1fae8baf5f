import { DoorApi } from "./api.js";
import { ScanQueue } from "./scan-queue.js";
import { Store } from "./store.js";

/** The time of this device is over: the list goes at once; what it took before is sent, however long that takes. */
async function finish() {
  const store = await Store.open();
  if (!store) return;
  await store.clear("roster");
  await new ScanQueue(new DoorApi(() => {}), tell).keepIn(store);
}

function tell(waiting) {
  const line = document.getElementById("ended-waiting");
  line.textContent = waiting > 0 ? line.dataset.waiting.replace("{count}", waiting) : line.dataset.sent;
  if (waiting === 0) Store.wipe();
}

finish();
