// SPDX-License-Identifier: AGPL-3.0-or-later
// The bundles that pages load, from what tsc emitted, into dist/public.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { compiledAtOnce, ownNames, straight, unburdened } from './build/between-files.mjs';
import { withoutGiven, withoutIndentation, withoutPublishing, withoutServing } from './build/page-text.mjs';

const pages = {
  runtime: 'dist/runtime/elements/index.js',
  withdrawn: 'dist/runtime/elements/withdrawn.js',
  frame: 'dist/runtime/elements/frame.js',
  'frame-page': 'dist/runtime/elements/frame-page.js',
  builder: 'dist/builder/index.js',
  start: 'dist/server/pages/start.js',
  desk: 'dist/server/pages/desk.js',
  accounts: 'dist/server/pages/accounts.js',
  verify: 'dist/server/pages/verify.js',
  invite: 'dist/server/pages/invite.js',
  fields: 'dist/server/pages/fields.js',
};

/**
 * The commonest field types (those with a control of their own) come together, not each in a chunk: the computed
 * import of inputs is spelled out for the others.
 */
async function spelledOut(contents, path) {
  const computed = 'import(`../fields/${name}/input.js`)';
  if (!contents.includes(computed)) return contents;
  const fields = join(dirname(path), '../fields');
  const has = (name, file) => existsSync(join(fields, name, file));
  const others = (await readdir(fields)).filter((name) => has(name, 'input.js') && !has(name, 'control.js'));
  const entries = others.map((name) => `'${name}': () => import('../fields/${name}/input.js')`);
  return contents.replace(computed, `({ ${entries.join(', ')} })[name]()`);
}

/**
 * tsc wraps the argument of every computed import() in a call of its own, which hides the folder from the bundler;
 * our computed imports name compiled files already, so the call is taken off again.
 */
const computed = (contents, path) =>
  contents.includes('import(__rewriteRelativeImportExtension(')
    ? spelledOut(
        contents.replace(/import\(__rewriteRelativeImportExtension\((`[^`]*`)\)\)/g, 'import($1)'),
        path,
      )
    : contents;

/** Where Lit's names live: who only draws must not bring LitElement along, as the file that has them all would. */
const homes = {
  LitElement: 'lit-element/lit-element.js',
  css: '@lit/reactive-element/css-tag.js',
  unsafeCSS: '@lit/reactive-element/css-tag.js',
};
const athome = (contents) =>
  contents.replace(/^import \{([^}]*)\} from 'lit';$/gm, (_, names) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => `import { ${name} } from '${homes[name] ?? 'lit-html'}';`)
      .join(' '),
  );

/** What every one of our modules goes through on its way into a bundle. */
const ours = {
  name: 'ours',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]dist[\\/](runtime|builder|server)[\\/].*\.js$/ }, async ({ path }) => {
      const contents = athome(await computed(await readFile(path, 'utf8'), path));
      return { contents: await withoutIndentation(contents), loader: 'js' };
    });
  },
};

/**
 * What the runtime fetches late shares much with what it starts with; cut along those seams the start would be nine
 * files. Late parts are made to need the whole start, which is there by then: so it stays one file.
 * Nothing is published from a page that shows a form: facts travel without what only publishing asks for.
 */
const oneStart = {
  name: 'one-start',
  setup(builder) {
    const start = join(process.cwd(), pages.runtime.replace('index.js', 'form.js'));
    const common = start.replace('form.js', 'common-types.js');
    const late = new Set();
    // Some are needed by other late parts too and read before anybody names them as late.
    builder.onStart(async () => {
      for (const name of await readdir('dist/runtime', { recursive: true })) {
        const file = join(process.cwd(), 'dist/runtime', name);
        if (!name.endsWith('.js')) continue;
        for (const [, path] of (await readFile(file, 'utf8')).matchAll(/\bimport\('(\.[^']+)'\)/g)) {
          const named = join(dirname(file), path);
          if (named !== start) late.add(named);
        }
      }
    });
    builder.onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
      const file = join(resolveDir, path);
      if (kind === 'dynamic-import' && file !== start) late.add(file);
      return undefined;
    });
    builder.onLoad({ filter: /[\\/]dist[\\/]runtime[\\/].*\.js$/ }, async ({ path }) => {
      if (path.endsWith('facts.js'))
        return { contents: withoutPublishing(await readFile(path, 'utf8')), loader: 'js' };
      if (/[\\/]functions[\\/]/.test(path))
        return { contents: withoutGiven(await readFile(path, 'utf8')), loader: 'js' };
      // The refusal is for pages where another runtime has started: ours must not.
      if (!late.has(path) || /(words|elements[\\/](refuse|faces))\.js$/.test(path)) return undefined;
      const contents = await withoutIndentation(athome(await computed(await readFile(path, 'utf8'), path)));
      const needs = [start, ...(path.includes('/fields/') ? [common] : [])];
      const imports = needs.map((file) => `\nimport ${JSON.stringify(file)};`);
      return { contents: `${contents}${imports.join('')}`, loader: 'js' };
    });
  },
};

/** The runtime travels into other people's pages: bundled alone, it is not cut along the seams of our own pages. */
export async function bundle() {
  // Names of chunks hold a hash: what an earlier build left would stay for ever.
  await rm('dist/public', { recursive: true, force: true });
  const found = Object.entries(pages).filter(([, file]) => existsSync(file));
  await bundled(
    found.filter(([name]) => name === 'runtime'),
    [oneStart, lit],
  );
  await shortened();
  await bundled(found.filter(([name]) => name !== 'runtime'));
  await checker();
  await fonts();
  await copyFile('docs/esempi/patto-form.d.ts', 'dist/public/patto-form.d.ts');
}

/**
 * Lit's way for browsers without constructable style sheets would need <style>, which a strict policy refuses.
 * What it has for servers stays at home.
 */
const lit = {
  name: 'lit',
  setup(builder) {
    builder.onLoad({ filter: /lit-html[\\/]lit-html\.js$/ }, async ({ path }) => ({
      contents: withoutServing(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    const file = (name) => join(process.cwd(), 'server/build', name);
    builder.onResolve({ filter: /css-tag\.js$/ }, ({ importer }) => ({
      path: file(importer.endsWith('reactive-element.js') ? 'css-adopting.mjs' : 'css-tag.mjs'),
    }));
  },
};

/** Texts of the runtime's files, asking for each other in fewer letters. */
async function shortened() {
  const names = ['runtime.js', ...(await readdir('dist/public/chunks')).map((name) => `chunks/${name}`)];
  const read = (name) => readFile(`dist/public/${name}`, 'utf8');
  const files = new Map(await Promise.all(names.map(async (name) => [name, await read(name)])));
  const before = new Map(files);
  const start = straight(files);
  unburdened(files);
  ownNames(files, start);
  compiledAtOnce(files, start);
  for (const [name, text] of files)
    if (text !== before.get(name)) await writeFile(`dist/public/${name}`, text);
}

async function bundled(entries, more = [], how = {}) {
  if (entries.length === 0) return;
  await build({
    entryPoints: Object.fromEntries(entries),
    outdir: 'dist/public',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    // Maps stand beside the files; a line that says so would be a tenth of the smallest ones.
    sourcemap: 'external',
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [...more, ours],
    ...how,
  });
}

/**
 * The checker of documents as the server has it, for the page that keeps the file where it is: the platform's part
 * of it is the browser's, and of the files that also sign and print only what checks is taken.
 */
async function checker() {
  const here = join(process.cwd(), 'dist/server/verify/page');
  const platform = {
    name: 'platform',
    setup(builder) {
      builder.onResolve({ filter: /^node:(crypto|zlib)$/ }, ({ path }) => ({
        path: join(here, `${path.slice('node:'.length)}.js`),
        sideEffects: false,
      }));
      builder.onResolve({ filter: /./ }, async ({ path, pluginData, ...how }) => {
        if (pluginData === 'asked') return undefined;
        const found = await builder.resolve(path, { ...how, pluginData: 'asked' });
        return how.kind === 'entry-point' ? found : { ...found, sideEffects: false };
      });
    },
  };
  await bundled([['check-file', 'dist/server/verify/page/check.js']], [platform], {
    inject: [join(here, 'bytes.js')],
    splitting: false,
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
