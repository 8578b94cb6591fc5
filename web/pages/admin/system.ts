import { readSystem, type SystemState } from '../../../api/use-cases/system.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats, type Formats } from '../../view/formats.ts';

interface Waiting {
  readonly name: string;
  readonly count: number;
  /** Age of the oldest, in seconds. */
  readonly seconds?: number;
  /** Somebody has something to do about it: which words say what. */
  readonly advice?: string;
  readonly href?: string;
}

/** What waits or failed, in the figures that `/metrics` and `/readyz` give, and what to do where something is to be done. */
function waitingOf({ outbox, mail, webhooks, standing }: SystemState): readonly Waiting[] {
  const seconds = (ms: number): number => Math.round(ms / 1000);
  const when = (isSo: boolean, advice: string): Pick<Waiting, 'advice'> => (isSo ? { advice } : {});
  return [
    { name: 'outbox', count: outbox.count, seconds: seconds(outbox.oldestMs), ...when(standing.includes('outbox'), 'outbox') },
    { name: 'mails', count: mail.waiting, seconds: seconds(mail.oldestMs), href: paths.deliveries({ state: 'waiting' }), ...when(standing.includes('mail'), 'mails') },
    { name: 'mailsFailed', count: mail.failed, href: paths.deliveries({ state: 'failed' }), ...when(mail.failed > 0, 'mailsFailed') },
    { name: 'mailsUncertain', count: mail.uncertain, href: paths.deliveries({ state: 'uncertain' }), ...when(mail.uncertain > 0, 'mailsUncertain') },
    { name: 'webhooks', count: webhooks.waiting, seconds: seconds(webhooks.oldestMs), href: paths.webhooks(), ...when(standing.includes('webhooks'), 'webhooks') },
    { name: 'webhooksFailing', count: webhooks.failing, href: paths.webhooks(), ...when(webhooks.failing > 0, 'webhooksFailing') },
    { name: 'webhooksDead', count: webhooks.dead, href: paths.webhooks(), ...when(webhooks.dead > 0, 'webhooksDead') },
  ];
}

/** In the largest unit of which there are two or more. */
function ageOf(seconds: number, t: Visit['t'], { number }: Formats): string {
  const [unit, size] = ([['days', 86_400], ['hours', 3600], ['minutes', 60]] as const).find(([, each]) => seconds >= 2 * each) ?? ['seconds', 1];
  return t(`admin.system.age.${unit}`, { count: number(Math.floor(seconds / size)) });
}

async function show({ desk, kit, language, t }: Visit): Promise<View> {
  const system = await readSystem(desk, kit.probe, kit.version, kit.lastBackup);
  const parts = [{ name: 'database', isUp: system.database }, { name: 'workflowServer', isUp: system.workflowServer }, { name: 'worker', isUp: system.worker }];
  const waiting = waitingOf(system).map(({ advice, name, ...each }) => ({ ...each, age: each.seconds ? ageOf(each.seconds, t, formats(language)) : undefined, name: t(`admin.system.waitingFor.${name}`), advice: advice && t(`admin.system.advice.${advice}`) }));
  const toDo = waiting.filter(({ advice }) => advice !== undefined).length;
  return {
    template: 'admin/system.njk', title: t('admin.system.title'), lead: [system.message[language], ...(toDo > 0 ? [t('admin.system.toLookAt', { count: toDo })] : [])].join(' '), help: 'admin.system.help', wide: true,
    model: { system, parts, waiting, memory: Math.round(system.memoryBytes / 1_048_576), hours: Math.floor(system.uptimeSeconds / 3600), minutes: Math.floor(system.uptimeSeconds / 60) % 60 },
  };
}

export const systemPage = page({ name: 'system', path: '/admin/system', action: 'system.read', show });
