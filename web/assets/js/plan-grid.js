import { figureOf } from './draft/figures.js';
import { pasteIntoGrid } from './draft/grid.js';

// Sums follow what is typed, and rows that a spreadsheet copied find room below. Without this, the form's buttons do the same.
const grid = document.querySelector('table[data-grid]');
const form = grid?.closest('form');
if (form) {
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const rowsOf = () => [...grid.querySelectorAll('tbody tr:not(.sum)')];
  const figure = (row, key) => (row.querySelector('input[type=checkbox]')?.checked ? undefined : figureOf(row.querySelector(`[name$=".cells.${key}"]`).value));
  const hasBelow = (rows, id, key) => rows.some((row) => id !== undefined && row.dataset.parent === id && (figure(row, key) !== undefined || hasBelow(rows, row.dataset.row, key)));

  const sum = () => {
    const rows = rowsOf();
    for (const output of grid.querySelectorAll('[data-sum-of]')) {
      const key = output.dataset.sumOf;
      const figures = rows.filter((row) => !hasBelow(rows, row.dataset.row, key)).map((row) => figure(row, key)).filter((value) => value !== undefined);
      output.value = figures.length === 0 ? '–' : figures.reduce((all, value) => all + value, 0).toLocaleString(language, { maximumFractionDigits: 6 });
    }
  };

  const addRow = () => {
    const last = rowsOf().at(-1);
    const row = last.cloneNode(true);
    const next = rowsOf().length;
    for (const field of row.querySelectorAll('input, select, textarea')) {
      field.name = field.name.replace(/^rows\.\d+/, `rows.${next}`);
      if (field.id) field.id = field.name;
      field.value = field.matches('[data-parent-of]') ? '^' : '';
    }
    for (const button of row.querySelectorAll('button')) {
      button.value = button.value.replace(/\d+$/, next);
      button.setAttribute('formaction', button.getAttribute('formaction').replace(/#.*$/, `#rows.${next}.number`));
    }
    delete row.dataset.row;
    delete row.dataset.parent;
    last.after(row);
  };

  // Before the cells are filled: as many rows as were copied.
  form.addEventListener('paste', (event) => {
    const at = event.target.closest('tr');
    const lines = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r?\n$/, '').split(/\r?\n/).length;
    if (!grid.contains(at) || lines < 2) return;
    for (let missing = rowsOf().indexOf(at) + lines - rowsOf().length; missing > 0; missing -= 1) addRow();
  }, true);
  pasteIntoGrid(form);
  form.addEventListener('input', sum);
  form.addEventListener('change', ({ target }) => {
    const row = target.closest('tr[data-row]');
    if (row && target.matches('[data-parent-of]')) row.dataset.parent = target.value;
    sum();
  });
}
