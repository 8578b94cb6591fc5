// The page's only script: signs in, sends the forms, shows the answers. No libraries, nothing from elsewhere.
const who = document.getElementById('who');
const signOut = document.getElementById('sign-out');
const signIn = document.getElementById('sign-in');
let csrf = null;

function show(me) {
  csrf = me ? me.csrf : null;
  who.textContent = me ? `${document.body.dataset.signedInAs} ${me.name} (${me.roles.join(', ')} · ${me.unitName})` : document.body.dataset.signedOut;
  signOut.hidden = !me;
}

async function send(method, path, body, headers = {}) {
  const answer = await fetch(path, {
    method,
    headers: { Accept: 'application/json', 'Accept-Language': document.documentElement.lang, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(csrf && method !== 'GET' ? { 'X-CSRF-Token': csrf } : {}), ...headers },
    body,
  });
  const text = await answer.text();
  let json;
  try { json = JSON.parse(text); } catch { json = undefined; }
  return { answer, text, json };
}

async function refresh() {
  const { answer, json } = await send('GET', '/api/v1/sessions/current');
  show(answer.ok ? json : null);
}

signIn.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { answer, json } = await send('POST', '/api/v1/sessions', JSON.stringify({ login: signIn.login.value, password: signIn.password.value }));
  signIn.password.value = '';
  if (answer.ok) show(json);
  else who.textContent = json ? json.detail : `${answer.status}`;
});

signOut.addEventListener('click', async () => {
  await send('DELETE', '/api/v1/sessions/current');
  show(null);
});

function requestOf(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  const headers = form.dataset.key ? { 'Idempotency-Key': crypto.randomUUID() } : {};
  for (const field of form.querySelectorAll('input[data-in]')) {
    if (field.dataset.in === 'path') path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
    else if (field.value !== '' && field.dataset.in === 'query') query.set(field.name, field.value);
    else if (field.value !== '') headers[field.name] = field.value;
  }
  const body = form.body ? form.body.value : undefined;
  return { method: form.dataset.method, path: query.size > 0 ? `${path}?${query}` : path, headers, body };
}

const streams = new WeakMap();

function follow(form, pre, path) {
  const running = streams.get(form);
  if (running) running.close();
  const source = new EventSource(path);
  streams.set(form, source);
  pre.hidden = false;
  pre.textContent = `GET ${path}\n`;
  for (const kind of ['done', 'refused']) source.addEventListener(kind, (event) => { pre.textContent += `${event.lastEventId} ${kind} ${event.data}\n`; });
}

for (const form of document.querySelectorAll('form.try')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const pre = form.parentElement.querySelector('pre.answer');
    const { method, path, headers, body } = requestOf(form);
    if (form.dataset.stream) return follow(form, pre, path);
    pre.hidden = false;
    pre.textContent = '…';
    try {
      const { answer, text, json } = await send(method, path, body, headers);
      const etag = answer.headers.get('ETag');
      pre.textContent = `${method} ${path}\n${answer.status} ${answer.statusText}${etag ? `\nETag: ${etag}` : ''}\n\n${json === undefined ? text : JSON.stringify(json, null, 2)}`;
      if (form.dataset.path === '/api/v1/sessions' && answer.ok) show(json);
      if (form.dataset.path === '/api/v1/sessions/current' && method === 'DELETE') show(null);
    } catch {
      pre.textContent = document.body.dataset.failed;
    }
  });
}

// A cycle or unit typed once is offered in every other form.
document.addEventListener('change', ({ target }) => {
  if (target.dataset?.in !== 'path') return;
  for (const field of document.querySelectorAll('input[data-in="path"]')) if (field.name === target.name && field.value === '') field.value = target.value;
});

refresh();
