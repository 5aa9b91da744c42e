// SPDX-License-Identifier: AGPL-3.0-or-later
// The shipped bundles, published forms and the pages of this bench, from an ephemeral port; and the browser that looks
// at them.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'esbuild';
import puppeteer, { type Browser } from 'puppeteer';
import type { Definition } from '../../schemas/types.ts';
import { elementModule } from '../../server/compile/element.ts';
import type { Peer } from '../peers/index.ts';

const SHELL =
  '<!doctype html><html lang="it"><title>Banco</title><body><script type="module" src="/bench/page.js"></script></body></html>';
const kinds: { readonly [extension: string]: string } = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export interface Bench {
  /** where the adapters' bundles lie */
  readonly folder: string;
  readonly browser: Browser;
  readonly url: string;
  close(): Promise<void>;
}

/** Each adapter is bundled apart, so that no page carries another's code. */
async function bundle(folder: string, peers: readonly Peer[]): Promise<void> {
  const own = ['page', 'patto', 'rows', 'control', 'control-lazy'].map(
    (name) => `dist/bench/runtime/${name}.js`,
  );
  // What the runtime says of its own files: it may not beat the controls by that alone.
  await bundled(own, folder, '//# allFunctionsCalledOnLoad');
  await bundled(
    peers.map(({ name }) => `bench/peers/adapters/${name}.ts`),
    folder,
  );
}

/** `first`: the first line of each file. */
async function bundled(entryPoints: string[], folder: string, first = ''): Promise<void> {
  if (entryPoints.length === 0) return;
  await build({
    entryPoints,
    banner: { js: first },
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    // pictures and fonts of their style sheets are nobody's here
    loader: Object.fromEntries(
      ['.woff', '.woff2', '.ttf', '.eot', '.svg', '.png'].map((end) => [end, 'empty']),
    ),
    logLevel: 'error',
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part as string;
  return body;
}

/** Modules of forms, as the server's compiler makes them, by path. */
class Forms {
  readonly #modules = new Map<string, string>();

  publish(source: Definition): void {
    const version = { definition: source.id, number: 1, hash: '', source };
    this.#modules.set(`/embed/banco/${source.id}.js`, elementModule('banco', version));
  }

  async file(path: string, folder: string): Promise<string | Buffer> {
    if (path.startsWith('/bench/')) return readFile(join(folder, path.slice('/bench/'.length)));
    if (path.startsWith('/embed/runtime/'))
      return readFile(join('dist/public', path.slice('/embed/runtime/'.length)));
    const module = this.#modules.get(path);
    if (module === undefined) throw new Error(`no ${path}`);
    return module;
  }
}

export async function open(peers: readonly Peer[] = []): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-bench-'));
  await bundle(folder, peers);
  const forms = new Forms();
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(SHELL);
      return;
    }
    try {
      if (request.method === 'POST') {
        forms.publish(JSON.parse(await bodyOf(request)) as Definition);
        response.end();
        return;
      }
      const bytes = await forms.file(path, folder);
      response.setHeader('Content-Type', kinds[extname(path)] ?? 'application/octet-stream');
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await puppeteer.launch({
    executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    folder,
    browser,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
