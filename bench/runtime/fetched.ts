// SPDX-License-Identifier: AGPL-3.0-or-later
// What a browser fetches of ours to show a published form in a page, until somebody turns to it: module, runtime,
// context. Two idle seconds are waited for, so that nothing hides behind a page that has gone quiet.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'puppeteer';
import type { Definition } from '../../schemas/types.ts';
import { elementModule } from '../../server/compile/element.ts';
import { context } from './patto.ts';

const IDLE = 2000;

/** Bytes after gzip. */
export const zipped = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length;

export interface Fetched {
  /** bytes after gzip by path: /embed/runtime/…, /embed/banco/… */
  readonly files: ReadonlyMap<string, number>;
  readonly runtime: number;
  readonly module: number;
  readonly all: number;
  /** questions in the document */
  readonly fields: number;
}

/** Opens a page with a published form in a browser and tells what came over the wire. Needs a built dist/. */
export async function fetched(browser: Browser, source: Definition): Promise<Fetched> {
  const hash = createHash('sha256').update(JSON.stringify(source)).digest('hex');
  const module = Buffer.from(elementModule('banco', { definition: source.id, number: 1, hash, source }));
  const files = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const answer = async (): Promise<[string, Buffer]> => {
      if (path === `/embed/banco/${source.id}.js`) return ['text/javascript', module];
      if (path.endsWith('/context')) return ['application/json', Buffer.from(JSON.stringify(context))];
      return ['text/javascript', await readFile(join('dist/public', path.replace('/embed/runtime/', '')))];
    };
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="it"><title>Pagina</title><link rel="icon" href="data:,"><body><patto-form form="banco/${source.id}"></patto-form><script type="module" src="/embed/banco/${source.id}.js"></script>`,
      );
      return;
    }
    answer().then(
      ([kind, bytes]) => {
        files.set(path, zipped(bytes));
        response.setHeader('Content-Type', kind);
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const fields = () =>
      page.evaluate(
        () =>
          document
            .querySelector('patto-form')
            ?.shadowRoot?.querySelectorAll('patto-field label, patto-field legend').length ?? 0,
      );
    await page.waitForFunction(() =>
      document
        .querySelector('patto-form')
        ?.shadowRoot?.querySelector('patto-field label, patto-field legend'),
    );
    await new Promise((done) => setTimeout(done, IDLE));
    const sum = (start: string) =>
      [...files].reduce((total, [path, bytes]) => (path.startsWith(start) ? total + bytes : total), 0);
    return {
      files,
      runtime: sum('/embed/runtime/'),
      module: files.get(`/embed/banco/${source.id}.js`) ?? 0,
      all: sum('/'),
      fields: await fields(),
    };
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}
