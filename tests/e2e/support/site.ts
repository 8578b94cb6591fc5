import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../../scripts/browser.ts';
import { endedRehearsals } from '../../support/ended-rehearsals.ts';
import { openTestPages, type TestPages } from '../../support/pages.ts';
import { createPeople, type People } from './people.ts';

/** The pages of the test record on a port of their own, and a browser to look at them with. */
export interface Site extends People {
  readonly pages: TestPages;
  readonly address: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const pages = await openTestPages({ rehearsals: endedRehearsals });
  const server = createServer(pages.app.express);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  return {
    ...createPeople({ record: pages.record, now: () => pages.clock.now, address, browser }), pages, address, browser,
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await pages.close();
    },
  };
}
