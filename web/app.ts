import compression from 'compression';
import express, { Router, type RequestHandler } from 'express';
import type { PagesKit } from '../api/contracts/pages.ts';
import { serveAssets, type Assets } from './http/assets.ts';
import { answerPageFaults, noSuchPage } from './http/faults.ts';
import { languageSwitch } from './http/language.ts';
import { mountPages } from './http/mount.ts';
import { pages } from './pages/all.ts';
import { signInRouter } from './pages/self/sign-in.ts';
import { createRender } from './view/render.ts';

/** The pages for people: a second way in to the same use-cases as the API. */
export function createPages(kit: PagesKit, assets: Assets): Router {
  const { render, renderBare } = createRender(kit, assets.base);
  const router = Router();
  router.use(assets.base, serveAssets(assets));
  router.use(compression(), noStore, express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 20_000 }));
  router.use(languageSwitch(kit), signInRouter(kit, renderBare));
  router.use(mountPages(pages, kit, render));
  router.use(noSuchPage, answerPageFaults(kit, renderBare));
  return router;
}

/** What a page shows depends on who asks, and is not to be seen with the back button after signing out. */
const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
