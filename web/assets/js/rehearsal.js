// Asks for the page again and shows what has changed, until the rehearsal has ended. Without scripts the page loads itself again.
const pauseMs = 1500;

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
  const lead = document.querySelector('.page-head__lead');
  const said = fresh.querySelector('.page-head__lead');
  if (lead && said) lead.textContent = said.textContent;
  return true;
}

const wait = () => new Promise((done) => setTimeout(done, pauseMs));
do await wait(); while (await refresh());
