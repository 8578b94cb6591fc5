/** A figure as typed in Vietnamese; undefined when it is none, or could be read in two ways. The server reads it for good. */
export function figureOf(text) {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace(/%$/, '');
  if (/^\d+(,\d+)?$/.test(bare)) return Number(bare.replace(',', '.'));
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}(,\d+)?$/.test(bare) || /^[1-9]\d{0,2}\.\d{3},\d+$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  return /^\d+\.\d{1,2}$/.test(bare) ? Number(bare) : undefined;
}

const vietnamese = document.documentElement.lang === 'vi' ? 'vi' : 'en';
const write = (value, places = 6) => value.toLocaleString(vietnamese, { maximumFractionDigits: places });

/** Ratios and totals follow what is typed. */
export function liveFigures(form) {
  const valueOf = (name) => figureOf(form.elements.namedItem(name)?.value ?? '');

  const ratio = (output) => {
    const [above, below] = ['numerator', 'denominator'].map((part) => valueOf(`${output.dataset.ratio}.${part}`));
    output.value = above === undefined || !below ? '–' : `${write((above / below) * 100, 2)}%`;
  };

  const totals = () => {
    const grid = form.querySelector('[data-grid]');
    if (!grid) return;
    const sums = new Map();
    const add = (column, value) => { if (value !== undefined) sums.set(column, (sums.get(column) ?? 0) + value); };
    for (const output of grid.querySelectorAll('[data-sum]')) {
      const amounts = [...output.closest('tr').querySelectorAll('input[name*=".amounts."]')].map((each) => [each.name.split('.amounts.')[1], figureOf(each.value)]);
      const known = amounts.filter(([, value]) => value !== undefined);
      const sum = known.length > 0 ? known.reduce((all, [, value]) => all + value, 0) : undefined;
      for (const [source, value] of known) add(source, value);
      add('computed', sum);
      add('total', valueOf(`${output.dataset.sum}.total`));
      output.value = sum === undefined ? '–' : write(sum);
    }
    for (const output of grid.querySelectorAll('[data-column]')) output.value = sums.has(output.dataset.column) ? write(sums.get(output.dataset.column)) : '–';
  };

  form.addEventListener('input', ({ target }) => {
    const name = target.name ?? '';
    const output = /\.(numerator|denominator)$/.test(name) && form.querySelector(`[data-ratio="${CSS.escape(name.replace(/\.\w+$/, ''))}"]`);
    if (output) ratio(output);
    if (name.startsWith('budget.')) totals();
  });
}
