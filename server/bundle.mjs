// SPDX-License-Identifier: AGPL-3.0-or-later
// The bundles that pages load, from what tsc emitted, into dist/public.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const pages = {
  runtime: 'dist/runtime/elements/index.js',
  builder: 'dist/builder/index.js',
  start: 'dist/server/pages/start.js',
  desk: 'dist/server/pages/desk.js',
  accounts: 'dist/server/pages/accounts.js',
  verify: 'dist/server/pages/verify.js',
  invite: 'dist/server/pages/invite.js',
  fields: 'dist/server/pages/fields.js',
};

/**
 * Field types that a module carries already get no chunk of their own: its computed import of inputs is spelled out
 * for the others. Without this each type is one request more before the first keystroke.
 */
async function spelledOut(contents, path) {
  const computed = 'import(`../fields/${name}/input.js`)';
  if (!contents.includes(computed)) return contents;
  const carried = new Set(
    [...contents.matchAll(/from '\.\.\/fields\/([\w-]+)\/input\.js'/g)].map(([, name]) => name),
  );
  const fields = join(dirname(path), '../fields');
  const others = (await readdir(fields)).filter(
    (name) => !carried.has(name) && existsSync(join(fields, name, 'input.js')),
  );
  const entries = others.map((name) => `'${name}': () => import('../fields/${name}/input.js')`);
  return contents.replace(computed, `({ ${entries.join(', ')} })[name]()`);
}

/**
 * tsc wraps the argument of every computed import() in a call of its own, which hides the folder from the bundler;
 * our computed imports name compiled files already, so the call is taken off again.
 */
const computedImports = {
  name: 'computed-imports',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]dist[\\/]runtime[\\/].*\.js$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      if (!contents.includes('import(__rewriteRelativeImportExtension(')) return undefined;
      const plain = contents.replace(
        /import\(__rewriteRelativeImportExtension\((`[^`]*`)\)\)/g,
        'import($1)',
      );
      return { contents: await spelledOut(plain, path), loader: 'js' };
    });
  },
};

/** The runtime travels into other people's pages: bundled alone, it is not cut along the seams of our own pages. */
export async function bundle() {
  const found = Object.entries(pages).filter(([, file]) => existsSync(file));
  await bundled(found.filter(([name]) => name === 'runtime'));
  await bundled(found.filter(([name]) => name !== 'runtime'));
  await fonts();
}

async function bundled(entries) {
  if (entries.length === 0) return;
  await build({
    entryPoints: Object.fromEntries(entries),
    outdir: 'dist/public',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: 'linked',
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [computedImports],
  });
}

/** Faces of our own pages; the PDF embeds its own copies. */
async function fonts() {
  await mkdir('dist/public/fonts', { recursive: true });
  for (const part of ['latin', 'latin-ext'])
    for (const weight of [400, 600, 700]) {
      const name = `titillium-web-${part}-${weight}-normal.woff2`;
      await copyFile(`node_modules/@fontsource/titillium-web/files/${name}`, `dist/public/fonts/${name}`);
    }
}
