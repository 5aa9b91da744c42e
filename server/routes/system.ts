// SPDX-License-Identifier: AGPL-3.0-or-later
import { baseOf } from '../base.ts';
import { describe } from '../openapi.ts';
import { version } from '../version.ts';
import type { Route } from './contract.ts';
import { anything } from './schema.ts';

/** `routes`: the whole registry, this part included. */
export const systemRoutes = (routes: () => readonly Route[]): readonly Route[] => [
  {
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the service is ready: version, store, browser',
    access: 'anyone',
    answer: anything,
    async run(_asked, deps) {
      const store = await deps.store.health();
      const browser = await deps.papers.health();
      const ok = store.ok && store.writable && browser;
      const body = { ok, version, store: { ok: store.ok, writable: store.writable }, browser };
      return { ok: true, status: ok ? 200 : 503, body };
    },
  },
  {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This interface, as OpenAPI 3.1',
    access: 'anyone',
    answer: anything,
    run: (_asked, deps) => ({
      ok: true,
      body: describe(routes(), baseOf(deps)),
      headers: { 'Cache-Control': 'no-cache' },
    }),
  },
];
