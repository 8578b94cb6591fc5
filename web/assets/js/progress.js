// Follows the events of a cycle and asks for the figures again, at most twice a second. Without scripts the page loads itself again.
const list = document.querySelector('[data-events]');
const lead = document.querySelector('.page-head__lead');
const said = document.querySelector('[data-said]');
const bar = document.querySelector('#opened');

const pauseMs = 500;
let asking = false;
let isStale = false;

async function refresh() {
  isStale = true;
  if (asking) return;
  asking = true;
  while (isStale) {
    isStale = false;
    const answer = await fetch(list.dataset.counts, { headers: { accept: 'application/json' } }).catch(() => undefined);
    if (answer?.ok) show(await answer.json());
    await new Promise((done) => setTimeout(done, pauseMs));
  }
  asking = false;
}

function show(counts) {
  for (const place of list.querySelectorAll('[data-count]')) place.textContent = counts[place.dataset.count];
  bar.value = counts.opened;
  if (lead) lead.textContent = counts.lead;
  if (!counts.isDone) return;
  events.close();
  said.textContent = counts.lead;
}

const events = new EventSource(list.dataset.events);
events.addEventListener('done', refresh);
events.addEventListener('open', refresh);
