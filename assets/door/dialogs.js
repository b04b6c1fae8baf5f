/** Opens a dialog and gives the value of the button that closed it; closed otherwise, nothing. */
export function asked(id, name = "") {
  const dialog = document.getElementById(id);
  for (const line of dialog.querySelectorAll("[data-name]")) line.textContent = name;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

/** Whether somebody is in the middle of something that a badge before the camera must not take away. */
export function isBusy() {
  return document.querySelector("dialog[open]:not(#ask)") !== null;
}
