import { besideField, dropEmptyRows, rowBelow } from './saying.js';

/** The button "check" without leaving the page: saves, asks for the findings, and puts each beside its field. */
export function showFindings(form, { save }) {
  const summary = document.getElementById('check');
  form.querySelector('[data-check]')?.addEventListener('click', async (event) => {
    event.preventDefault();
    if (!(await save())) return;
    const answer = await fetch(`${form.dataset.draft}/findings`);
    if (!answer.ok) {
      location.reload();
      return;
    }
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const old of form.querySelectorAll('.finding[data-found], .finding:not([data-pinned])')) old.remove();
    dropEmptyRows(form);
    for (const template of found.querySelectorAll('template[data-field]')) {
      const place = document.getElementById(template.dataset.field);
      for (const finding of template.content.querySelectorAll('.finding')) putBeside(place, document.importNode(finding, true));
    }
    summary.replaceChildren(...found.querySelectorAll('#check-summary'));
    summary.firstElementChild?.focus();
  });
}

/** A figure of a target shows its findings above the target's fields, a row of a grid below it, a target or a list below its head. */
function putBeside(place, finding) {
  if (!place) return;
  finding.dataset.found = '';
  if (place.matches('fieldset')) place.querySelector('legend').after(finding);
  else if (place.matches('tr')) rowBelow(place).append(finding);
  else if (place.closest('.row__fields')) place.closest('.row__body').before(finding);
  else if (place.matches('input, select, textarea')) besideField(place, finding);
  else place.append(finding);
}
