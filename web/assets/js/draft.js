import { liveFigures } from './draft/figures.js';
import { pasteIntoGrid } from './draft/grid.js';
import { showFindings } from './draft/findings.js';
import { keepSaved } from './draft/saving.js';

// The form saves itself, works figures out while they are typed, and checks without leaving the page. Without this, its buttons do the same.
const form = document.querySelector('form[data-draft]');
if (form) {
  const saving = keepSaved(form);
  liveFigures(form);
  pasteIntoGrid(form);
  showFindings(form, saving);
}
