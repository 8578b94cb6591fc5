// Follows the events of the rehearsed cycle, and shows what has changed, until the rehearsal has ended. Before there is a cycle, and between events (its
// clock runs on), the page is asked for again now and then. Without scripts it loads itself again.
const pauseMs = 1500;
const quietMs = 5000;

async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok) return true;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const live = fresh.querySelector('#live');
  // an end or a first figure changes more than the figures: head, button, banner
  if (!live?.hasAttribute('data-running') || Boolean(live.querySelector('progress')) !== Boolean(document.querySelector('#live progress'))) {
    location.reload();
    return false;
  }
  document.querySelector('#live').replaceWith(live);
  for (const place of ['.page-head__lead', '.rehearsal']) {
    const [shown, said] = [document.querySelector(place), fresh.querySelector(place)];
    if (shown && said) shown.textContent = said.textContent;
  }
  return true;
}

let told = () => undefined;
const address = document.querySelector('#live').dataset.events;
const events = address ? new EventSource(address) : undefined;
events?.addEventListener('done', () => told());
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const nextEvent = () => new Promise((done) => { told = done; });

do {
  await wait(pauseMs);
  if (events) await Promise.race([nextEvent(), wait(quietMs - pauseMs)]);
} while (await refresh());
events?.close();
