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
  // beside a figure stands its unit: the message goes above both
  (input.closest('.with-suffix') ?? input).before(text);
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
}
