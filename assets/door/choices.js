import { memory } from "./memory.js";

/** Which checkpoint this device stands at and which way people pass it; kept for the next time. */
export class Choices {
  constructor(form, onChange) {
    this.select = form.elements.checkpoint;
    this.radios = [...form.elements].filter((control) => control.name === "direction");
    this.onChange = onChange;
    this.#recall();
    this.select.addEventListener("change", () => this.#changed());
    for (const radio of this.radios) radio.addEventListener("change", () => this.#changed());
  }

  /** The lasting id: a checkpoint may be called otherwise tomorrow. */
  get checkpoint() {
    return this.select.selectedOptions[0].dataset.id;
  }

  get checkpointName() {
    return this.select.selectedOptions[0].text;
  }

  /** The checkpoint's only direction, or the chosen one where it has both. */
  get direction() {
    const only = this.select.selectedOptions[0].dataset.direction;
    return only === "both" ? this.radios.find((radio) => radio.checked).value : only;
  }

  #recall() {
    const remembered = memory.get("checkpoint");
    const option = [...this.select.options].find(({ dataset }) => dataset.id === remembered);
    if (option) option.selected = true;
    else document.getElementById("settings").open = this.select.options.length > 1;
    this.#showDirections();
  }

  #changed() {
    memory.set("checkpoint", this.checkpoint);
    this.#showDirections();
    this.onChange();
  }

  /** The other way from now on: somebody has seen that the phone was left on the wrong one. */
  turn(direction) {
    this.radios.find((radio) => radio.value === direction).checked = true;
    this.#changed();
  }

  /** The whole page is coloured by it. */
  #showDirections() {
    document.getElementById("directions").hidden = this.select.selectedOptions[0].dataset.direction !== "both";
    document.body.classList.toggle("leaving", this.direction === "out");
  }
}
