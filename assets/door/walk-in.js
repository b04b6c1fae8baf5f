import { texts } from "./texts.js";

/** The fields for somebody who is not registered. What is missing is said here, by the field. */
export class WalkInForm {
  /** `onFilled(fields)` gives what to mend by field, or nothing when the person was registered. */
  constructor(onFilled) {
    this.form = document.getElementById("walk-in");
    this.onFilled = onFilled;
    this.form?.addEventListener("submit", (event) => this.#submitted(event));
  }

  async #submitted(event) {
    event.preventDefault();
    const { name, email, organisation, country } = this.form.elements;
    const fields = { name: name.value.trim(), email: email.value.trim(), organisation: organisation.value.trim(), country: country.value };
    const button = this.form.querySelector("button");
    button.disabled = true;
    const faults = faultsOf(fields) ?? (await this.onFilled(fields));
    button.disabled = false;
    this.#say(faults ?? {});
    if (faults) return;
    this.form.reset();
    document.getElementById("walk-in-part").open = false;
  }

  #say(faults) {
    for (const control of [...this.form.elements].filter(({ id }) => id)) {
      document.getElementById(`${control.id}-error`)?.remove();
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
      control.parentElement.classList.remove("invalid");
      if (faults[control.id]) sayAt(control, faults[control.id]);
    }
    this.form.querySelector("[aria-invalid]")?.focus();
  }
}

function sayAt(control, sentence) {
  const line = document.createElement("p");
  line.className = "error";
  line.id = `${control.id}-error`;
  line.textContent = sentence;
  control.before(line);
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", line.id);
  control.parentElement.classList.add("invalid");
}

/** What can be said without the server; the server looks closer. */
function faultsOf(fields) {
  const faults = {};
  for (const [field, sentence] of Object.entries(texts.walk_in.missing)) if (!fields[field]) faults[field] = sentence;
  if (!fields.email && !fields.organisation) faults.organisation = texts.walk_in.apart;
  if (fields.email && !/[@＠﹫]/.test(fields.email)) faults.email = texts.walk_in.no_at.replace("{typed}", () => fields.email);
  return Object.keys(faults).length > 0 ? faults : null;
}
