import type { Env } from '../../config/env.ts';
import { provideTemporal } from '../../scripts/setup/temporal.mjs';
import { files } from './data-folder.ts';
import { claimPort } from './ports.ts';
import type { EmbeddedTemporal } from './temporal.ts';

/** Where everything of a system will be, before anything is started. */
export interface Layout {
  /** Of the pages and the API, as this machine reaches them. */
  readonly address: string;
  readonly temporalAddress: string;
  /** Absent when `TEMPORAL_ADDRESS` names a server. */
  readonly temporal: EmbeddedTemporal | undefined;
  /** What the parts find in their environment besides what is there already. */
  readonly variables: Readonly<Record<'PORT' | 'CHUTRINH_DATA' | 'TEMPORAL_ADDRESS', string>>;
}

/**
 * Claims the ports and finds Temporal. `patience` in ms is for the parts of a system that was killed and are still ending.
 * Throws `PortRefused`, or the one message on every way to Temporal.
 */
export async function layOut(env: Env, source: Readonly<Record<string, string | undefined>>, patience: number): Promise<Layout> {
  const port = await claimPort({ host: env.HOST, port: env.PORT, variable: 'PORT', what: 'pages and API', patience });
  const temporal = env.TEMPORAL_ADDRESS ? undefined : await embedded(env, source, patience);
  const temporalAddress = temporal ? `127.0.0.1:${temporal.port}` : (env.TEMPORAL_ADDRESS ?? '');
  return {
    address: `http://${reachable(env.HOST)}:${port}`,
    temporalAddress,
    temporal,
    variables: { PORT: String(port), CHUTRINH_DATA: env.CHUTRINH_DATA, TEMPORAL_ADDRESS: temporalAddress },
  };
}

async function embedded(env: Env, source: Readonly<Record<string, string | undefined>>, patience: number): Promise<EmbeddedTemporal> {
  const wanted = { host: '127.0.0.1', variable: 'TEMPORAL_PORT', what: 'embedded Temporal' };
  const [port, httpPort, metricsPort] = await Promise.all([claimPort({ ...wanted, port: env.TEMPORAL_PORT, patience }), claimPort({ ...wanted, port: 0 }), claimPort({ ...wanted, port: 0 })]);
  const binary = await provideTemporal(source);
  if (binary === undefined) throw new Error('No Temporal program, though no server is named.');
  return { binary, port, httpPort, metricsPort, file: files(env.CHUTRINH_DATA).temporal, namespace: env.TEMPORAL_NAMESPACE };
}

/** Host by which this machine reaches what listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
