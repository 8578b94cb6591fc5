import { startServices } from '../../cli/rehearse/run/system.ts';
import { rehearseOn } from '../../cli/rehearse/rehearse-on.ts';

export interface YearBench {
  readonly method: string;
  readonly units: number;
  readonly seconds: number;
  readonly auditRows: number;
  readonly intact: boolean;
  /** What kept it from being faithful; empty when every act was in time. */
  readonly warnings: readonly string[];
}

const method = 'The whole 2022 year of Gia Lai as `npm run rehearse` lives it, on a system of its own: real workflows, actors over HTTP, reports; at the pace that its moments need, not as fast as possible.';

export async function benchYear({ units = 40 }: { units?: number } = {}): Promise<YearBench> {
  const { signal } = new AbortController();
  const services = await startServices({ keep: false, onLine: () => undefined, signal });
  try {
    const report = await rehearseOn({ services, options: { plan: 'gia-lai-2022', units, seed: 1 }, signal, say: () => undefined });
    return { method, units: report.units.length, seconds: report.seconds, auditRows: report.audit.rows, intact: report.audit.intact, warnings: report.warnings.map((warning) => warning.en) };
  } finally {
    await services.stop();
  }
}
