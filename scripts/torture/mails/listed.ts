import type { Login } from './people.ts';

/** Uncertain mails as an operator meets them: the ids that the page's list holds, and the figure of the metrics. */
export async function readUncertain(address: string, login: Login): Promise<{ readonly listed: readonly number[]; readonly counted: number }> {
  const signedIn = await fetch(`${address}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(login) });
  if (signedIn.status !== 201) throw new Error(`sign-in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const csv = await text(`${address}/admin/deliveries.csv?state=uncertain`, { cookie });
  const metrics = await text(`${address}/metrics`, {});
  return {
    listed: csv.split(/\r?\n/).flatMap((line) => /^"?(\d+)"?[,;]/.exec(line)?.[1] ?? []).map(Number),
    counted: Number(/chutrinh_mails\{state="uncertain"\} (\d+)/.exec(metrics)?.[1] ?? NaN),
  };
}

async function text(address: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(address, { headers, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
