import compression from 'compression';
import express, { Router } from 'express';

/** Style sheet, scripts, fonts and pictures as set-up built them. */
export interface Assets {
  readonly folder: string;
  /** Where they are served; it changes with every byte of them, so a browser keeps them for good. */
  readonly base: `/assets/${string}`;
}

export function serveAssets({ folder }: Assets): Router {
  const router = Router();
  router.use(compression(), express.static(folder, { immutable: true, maxAge: '365d', index: false, redirect: false }));
  return router;
}
