import { clearSaid, sayAt } from './saying.js';

const waitMs = 1500;
const retryMs = 15_000;

/** The fields of the form that people type in, by name. */
const typedIn = (form) => [...form.elements].filter((each) => each.name && !each.name.startsWith('_') && !['version', 'was', 'do', 'to', 'conflict'].includes(each.name) && !each.name.startsWith('pick:') && each.type !== 'hidden' && each.type !== 'submit');

/**
 * Sends the form some moments after the last key. What comes back is the whole page of the form as it stands in the record: fields that somebody else changed
 * and this page did not are taken over; fields that both changed are told of, and wait for the button.
 */
export function keepSaved(form) {
  const status = document.getElementById('saved');
  const say = (text) => { status.textContent = text; };
  let timer;
  let running = Promise.resolve(true);
  let isDirty = false;

  const later = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };

  const save = () => {
    clearTimeout(timer);
    running = running.then(send, send);
    return running;
  };

  async function send() {
    if (!isDirty) return true;
    isDirty = false;
    const sent = new Map(typedIn(form).map((each) => [each.name, each.value]));
    say(form.dataset.saving);
    try {
      const answer = await fetch(`${form.dataset.draft}/autosave`, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' }, redirect: 'error' });
      if (answer.status === 401) {
        say(form.dataset.ended);
        return false;
      }
      if (!answer.ok || !(answer.headers.get('content-type') ?? '').includes('json')) throw new Error(String(answer.status));
      take(await answer.json(), sent);
      return true;
    } catch {
      isDirty = true;
      say(form.dataset.failed);
      later(retryMs);
      return false;
    }
  }

  function take({ version, saved, texts, faults, conflicts }, sent) {
    const left = new Set([...faults, ...conflicts].map(({ field }) => field));
    const was = JSON.parse(form.elements.was.value);
    for (const each of typedIn(form)) {
      const now = texts[each.name];
      if (now === undefined || left.has(each.name)) continue;
      // Typed on since it was sent: the next save tells.
      if (each.value === sent.get(each.name) && each.value === (was[each.name] ?? '') && each !== document.activeElement && each.value !== now) each.value = now;
      was[each.name] = now;
    }
    form.elements.was.value = JSON.stringify(was);
    form.elements.version.value = version;
    clearSaid(form, 'save');
    for (const { field, message } of [...faults, ...conflicts]) sayAt(form, 'save', field, message);
    if (!isDirty) say(saved);
  }

  form.addEventListener('input', (event) => {
    if (!event.target.name) return;
    isDirty = true;
    say(form.dataset.pending);
    later(waitMs);
  });
  form.addEventListener('change', () => { if (isDirty) later(100); });
  form.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('pagehide', () => { if (isDirty && !form.dataset.sent) navigator.sendBeacon(`${form.dataset.draft}/autosave`, new URLSearchParams(new FormData(form))); });
  form.addEventListener('submit', () => { form.dataset.sent = 'yes'; });
  return { save: () => { isDirty = true; return save(); } };
}
