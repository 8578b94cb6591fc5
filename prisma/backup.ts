import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup } from '../domain/backup.ts';
import { openReading } from './connection.ts';

/** Where backups go, and where uploaded contents are. */
export interface BackupPlaces {
  readonly record: string;
  readonly uploads: string;
  readonly folder: string;
  /** Where the system looks for its last backup: the manifest goes there too. */
  readonly told: string;
}

const manifest = /^record-\d{8}-\d{6}\.json$/;

/**
 * Copies the record as it stands, beside whoever writes, and the uploaded contents that the folder lacks. The manifest is written last: without it
 * there is no backup. It names the audit chain's head, so that rows cut off the end of the chain can be told from then on.
 */
export async function backUp({ record, uploads, folder, told }: BackupPlaces, now: Date): Promise<Backup> {
  mkdirSync(folder, { recursive: true });
  const name = `record-${now.toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15)}`;
  const file = join(folder, `${name}.sqlite`);
  const source = openReading(record);
  try {
    await source.backup(`${file}.part`);
  } finally {
    source.close();
  }
  const head = headOf(`${file}.part`);
  renameSync(`${file}.part`, file);
  if (existsSync(uploads)) cpSync(uploads, join(folder, 'files'), { recursive: true, force: false, filter: (path) => basename(path) !== 'incoming' });
  const backup: Backup = { at: now.getTime(), file: `${name}.sqlite`, bytes: statSync(file).size, ...head };
  for (const place of new Set([folder, told])) writeManifest(place, `${name}.json`, backup);
  return backup;
}

function writeManifest(folder: string, name: string, backup: Backup): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.part`), `${JSON.stringify(backup, null, 2)}\n`);
  renameSync(join(folder, `${name}.part`), join(folder, name));
}

/** Read from the copy, so that the manifest speaks of exactly what was copied. Throws when the copy is no whole database. */
function headOf(file: string): Pick<Backup, 'auditRows' | 'auditHead'> {
  const copy = openReading(file);
  try {
    const [answer] = copy.pragma('integrity_check') as readonly { readonly integrity_check: string }[];
    if (answer?.integrity_check !== 'ok') throw new Error(`The copy is damaged: ${answer?.integrity_check ?? 'no answer'}`);
    const row = copy.prepare('SELECT "id", "hash" FROM "AuditRow" ORDER BY "id" DESC LIMIT 1').get() as { readonly id: number; readonly hash: string } | undefined;
    return { auditRows: row?.id ?? 0, auditHead: row?.hash ?? null };
  } finally {
    copy.close();
  }
}

/** The newest whole backup of a folder; undefined where there is none. */
export function lastBackup(folder: string): Backup | undefined {
  if (!existsSync(folder)) return undefined;
  const newest = readdirSync(folder).filter((name) => manifest.test(name)).sort().at(-1);
  return newest === undefined ? undefined : (JSON.parse(readFileSync(join(folder, newest), 'utf8')) as Backup);
}
