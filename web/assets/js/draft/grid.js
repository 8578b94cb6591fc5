/** Cells that a spreadsheet copied go into the cells from here on, to the right and down. One cell, or lines beyond the last row, are left to the browser. */
export function pasteIntoGrid(form) {
  form.querySelector('[data-grid]')?.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const rows = text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
    const at = event.target.closest('td');
    if (!at || rows.flat().length < 2) return;
    event.preventDefault();
    const lines = [...at.closest('tbody').querySelectorAll('tr:not(.sum, .grid__said)')];
    const [top, left] = [lines.indexOf(at.closest('tr')), at.cellIndex];
    rows.forEach((cells, down) => cells.forEach((cell, right) => put(lines[top + down]?.cells[left + right]?.querySelector('input:not([type=hidden]), select, textarea'), cell.trim())));
  });
}

function put(field, text) {
  if (!field) return;
  if (field.tagName === 'SELECT') {
    const option = [...field.options].find((each) => each.text.trim().toLowerCase() === text.toLowerCase());
    if (!option) return;
    field.value = option.value;
  } else field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
