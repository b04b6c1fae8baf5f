// A field's name is put where the cursor was last. Without this it is typed.

class Writing {
  constructor(inputs) {
    this.last = inputs[inputs.length - 1];
    for (const input of inputs) input.addEventListener('focus', () => { this.last = input; });
  }

  insert(text) {
    this.last.focus();
    this.last.setRangeText(text, this.last.selectionStart, this.last.selectionEnd, 'end');
    this.last.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

const writing = new Writing(document.querySelectorAll('#subject, #heading, #body'));

for (const name of document.querySelectorAll('[data-insert]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link code';
  button.textContent = name.textContent;
  button.addEventListener('click', () => writing.insert(button.textContent));
  name.replaceWith(button);
}
