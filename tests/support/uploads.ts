import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import request from 'supertest';
import type { Attachment } from '../../domain/attachment.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { ReportContent } from '../../domain/submission.ts';
import { openTestApi, reportOfUnit, unit, type Answer, type Person, type TestApi, type Year } from './api.ts';

/** A year whose first quarter is reported, with files at hand. */
export interface UploadsTest {
  readonly api: TestApi;
  readonly year: Year;
  readonly agency: Person;
  /** Where contents lie. */
  readonly folder: string;
  /** Files of the unit's report. */
  readonly base: string;
  /** A target of that report. */
  readonly target: string;
  send(person: Person, path: string, bytes: Buffer, name: string): Promise<Answer>;
  /** To the unit's report, by the unit. */
  add(bytes: Buffer, name: string, query?: string): Promise<Answer>;
  /** The body is a Buffer. */
  download(person: Person, path: string): Promise<Answer>;
  listed(person: Person): Promise<readonly Attachment[]>;
  /** Contents that are kept, and those that are still arriving. */
  stored(): Promise<{ kept: readonly string[]; incoming: readonly string[] }>;
  draft(): Promise<ReportContent>;
  evidence(): Promise<readonly string[]>;
}

export async function openUploads(): Promise<UploadsTest> {
  const api = await openTestApi();
  const year = await api.aYear();
  api.clock.now = atTime('2022-03-16', '10:00');
  await year.openReports('Q1');
  const agency = await api.as('agency', unit);
  const folder = join(dirname(api.record.file), 'files');
  const base = `${year.report('Q1')}/files`;
  const target = reportOfUnit('Q1').targets[0]?.target ?? '';
  const list = async (at: string): Promise<readonly string[]> => readdir(at).catch(() => []);
  const send: UploadsTest['send'] = async (person, path, bytes, name) =>
    request(api.app.express).post(`/api/v1${path}`).set({ authorization: `Bearer ${person.secret}`, 'accept-language': 'vi' }).attach('file', bytes, { filename: name });
  const draft: UploadsTest['draft'] = async () => (await agency.get(`${year.report('Q1')}/draft`)).body.content;
  return {
    api, year, agency, folder, base, target, send, draft,
    add: (bytes, name, query = '') => send(agency, `${base}${query}`, bytes, name),
    download: (person, path) => request(api.app.express).get(`/api/v1${path}`).set('authorization', `Bearer ${person.secret}`).buffer(true).parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    }),
    listed: async (person) => (await person.get(base)).body.items,
    async stored() {
      const folders = (await list(folder)).filter((name) => name !== 'incoming');
      return { kept: (await Promise.all(folders.map(async (name) => (await list(join(folder, name))).map((rest) => `${name}${rest}`)))).flat().sort(), incoming: await list(join(folder, 'incoming')) };
    },
    evidence: async () => (await draft()).targets.find((each) => each.target === target)?.evidence ?? [],
  };
}
