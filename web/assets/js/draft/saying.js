/** Where there is room to say something of a field: above it and the unit behind it, for a cell of a grid below its row. */
export function besideField(field, said) {
  const row = field.closest('table.grid tbody tr');
  if (row) rowBelow(row).append(said);
  else (field.closest('.with-suffix') ?? field).before(said);
}

/** The row below a row of a grid that holds what is said of it. */
export function rowBelow(row) {
  const next = row.nextElementSibling;
  if (next?.matches('.grid__said')) return next.cells[0];
  const made = document.createElement('tr');
  made.className = 'grid__said';
  const cell = made.insertCell();
  cell.colSpan = row.cells.length;
  row.after(made);
  return cell;
}

export function dropEmptyRows(form) {
  for (const row of form.querySelectorAll('.grid__said')) if (row.textContent.trim() === '') row.remove();
}

/** Puts a message beside the field it is about, and says it when the field is reached. `kind` tells who takes it away again. */
export function sayAt(form, kind, field, message) {
  const input = document.getElementById(field);
  const text = document.createElement('p');
  text.className = 'govuk-error-message';
  text.dataset.said = kind;
  text.dataset.about = field;
  text.id = `${field}-${kind}`;
  text.textContent = message;
  if (!input) {
    form.prepend(text);
    return;
  }
  besideField(input, text);
  if ('value' in input) {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), text.id].filter(Boolean).join(' '));
  }
}

export function clearSaid(form, kind) {
  for (const each of form.querySelectorAll(`[data-said="${kind}"]`)) {
    const input = document.getElementById(each.dataset.about);
    if (input?.hasAttribute('aria-invalid')) {
      input.removeAttribute('aria-invalid');
      input.setAttribute('aria-describedby', (input.getAttribute('aria-describedby') ?? '').replace(each.id, '').trim());
    }
    each.remove();
  }
  dropEmptyRows(form);
}
