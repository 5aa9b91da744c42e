// SPDX-License-Identifier: AGPL-3.0-or-later
// The bundles that pages load, from what tsc emitted, into dist/public.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
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
 * tsc wraps the argument of every computed import() in a call of its own, which hides the folder from the bundler;
 * our computed imports name compiled files already, so the call is taken off again.
 */
const computedImports = {
  name: 'computed-imports',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]dist[\\/]runtime[\\/].*\.js$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      if (!contents.includes('import(__rewriteRelativeImportExtension(')) return undefined;
      return {
        contents: contents.replace(/import\(__rewriteRelativeImportExtension\((`[^`]*`)\)\)/g, 'import($1)'),
        loader: 'js',
      };
    });
  },
};

export async function bundle() {
  const entryPoints = Object.fromEntries(Object.entries(pages).filter(([, file]) => existsSync(file)));
  await build({
    entryPoints,
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
  await fonts();
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
