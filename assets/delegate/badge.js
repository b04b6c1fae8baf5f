// The badge as it is shown at the door: the screen stays on, and a copy can be removed without network too.
import { KeptBadge } from "./kept-badge.js";
import { keepAwake } from "../wake-lock.js";

keepAwake();

const remove = document.getElementById("remove");
if (remove && KeptBadge.isPossible()) {
  remove.hidden = false;
  remove.addEventListener("click", async () => {
    await new KeptBadge(remove.dataset.page).remove();
    remove.hidden = true;
    document.getElementById("removed").hidden = false;
  });
}
