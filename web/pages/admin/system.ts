import { readSystem } from '../../../api/use-cases/system.ts';
import { page, type View, type Visit } from '../../http/page.ts';

async function show({ desk, kit, language, t }: Visit): Promise<View> {
  const system = await readSystem(desk, kit.probe, kit.version, kit.lastBackup);
  const parts = [{ name: 'database', isUp: system.database }, { name: 'workflowServer', isUp: system.workflowServer }, { name: 'worker', isUp: system.worker }];
  return { template: 'admin/system.njk', title: t('admin.system.title'), lead: system.message[language], help: 'admin.system.help', model: { system, parts, waitingSeconds: Math.round(system.outbox.oldestMs / 1000), memory: Math.round(system.memoryBytes / 1_048_576), hours: Math.floor(system.uptimeSeconds / 3600), minutes: Math.floor(system.uptimeSeconds / 60) % 60 } };
}

export const systemPage = page({ name: 'system', path: '/admin/system', action: 'system.read', show });
