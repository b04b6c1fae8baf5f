import { Wedge } from "./wedge.js";

// A scanner whose trigger is held reads the same badge over and over.
const TWICE_MS = 3000;

/** Hears a hardware scanner wherever the focus is, and takes back what it typed into a field on the way. */
export function listenForScanner(onCode) {
  const wedge = new Wedge();
  let before = null;
  let last = { code: "", at: -Infinity };
  const onKey = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const field = document.activeElement;
    const atStart = { field, value: field?.value };
    const code = wedge.key(event, event.timeStamp);
    if (wedge.length === 1) before = atStart;
    if (code === null) return;
    event.preventDefault();
    event.stopPropagation();
    restore(before);
    const isTwice = code === last.code && event.timeStamp - last.at < TWICE_MS;
    last = { code, at: event.timeStamp };
    if (!isTwice) onCode(code);
  };
  addEventListener("keydown", onKey, { capture: true });
}

function restore({ field, value }) {
  if (value === undefined || field.value === value) return;
  field.value = value;
  field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
}
