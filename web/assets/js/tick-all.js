// One box in the head that ticks every row of its table, and how many are ticked. Without scripts the boxes are ticked one by one.
for (const table of document.querySelectorAll('[data-tick-all]')) {
  const boxes = [...table.querySelectorAll('tbody input[type=checkbox]')];
  const head = table.querySelector('[data-tick-head]');
  const count = table.closest('form')?.querySelector('[data-tick-count]');
  const nothing = count?.textContent ?? '';
  if (!head || boxes.length === 0) continue;

  const all = document.createElement('input');
  all.type = 'checkbox';
  all.setAttribute('aria-label', head.textContent.trim());
  head.append(all);

  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    if (count) count.textContent = ticked === 0 ? nothing : `${count.dataset.tickCount} ${ticked}`;
  };
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  table.addEventListener('change', tell);
  tell();
}
