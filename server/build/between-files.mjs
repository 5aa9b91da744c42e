// SPDX-License-Identifier: AGPL-3.0-or-later
// How the files of the bundled runtime ask for each other, made shorter. `files` are all texts of the bundle and their
// source maps by name (`runtime.js`, `chunks/….js`), changed in place.

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Mappings of a source map whose first column, and with it all of the first line, moves by so many letters. */
function shifted(mappings, more) {
  const [digits] = /^[g-z0-9+/]*[A-Za-f]/.exec(mappings) ?? [''];
  if (!digits) return mappings;
  const number = (sum, digit, place) => sum + ((letters.indexOf(digit) & 31) << (5 * place));
  let left = [...digits].reduce(number, 0) + 2 * more;
  let out = '';
  do {
    const digit = left & 31;
    left >>>= 5;
    out += letters[left ? digit | 32 : digit];
  } while (left);
  return out + mappings.slice(digits.length);
}

/** Another beginning of a file: imports, that no source maps to. */
function begin(files, name, text) {
  const map = files.get(`${name}.map`);
  if (map) {
    const parsed = JSON.parse(map);
    const mappings = shifted(parsed.mappings, text.length - files.get(name).length);
    files.set(`${name}.map`, JSON.stringify({ ...parsed, mappings }));
  }
  files.set(name, text);
}

const scripts = (files) => [...files.keys()].filter((name) => name.endsWith('.js'));
const address = (name) => `"\\./(?:chunks/)?${name.split('/').at(-1)}"`;

/** The runtime names the file of the form itself, not the one that only hands it on: one request less in a row. */
export function straight(files) {
  const runtime = files.get('runtime.js');
  const handed = /import\("\.\/(chunks\/form-\w+\.js)"\)/.exec(runtime)?.[1];
  const own = /^import\{[^}]*\}from"\.\/([\w-]+\.js)"/.exec(files.get(handed))?.[1];
  if (!own) throw new Error('the bundle of the form hands on nothing');
  files.set('runtime.js', runtime.replace(handed, `chunks/${own}`));
  return `chunks/${own}`;
}

/** What only makes names for others has no effect of its own: who takes none of them need not fetch it. */
export function unburdened(files) {
  const naming = scripts(files).find((name) =>
    /^var (\w)=Object\.defineProperty;[^;]*;export\{/.test(files.get(name)),
  );
  if (!naming) return;
  const bare = new RegExp(`import${address(naming)};`);
  for (const name of scripts(files))
    if (bare.test(files.get(name))) begin(files, name, files.get(name).replace(bare, ''));
}

const pairs = (list) => list.split(',').map((each) => each.split(' as '));
const written = ([from, to]) => (from === to ? from : `${from} as ${to}`);

/**
 * The bundle gives what files share a second name for the way (`export{v as a}`). A file that shares a hundred keeps
 * the names that they have inside: the others are letters that nothing compresses.
 */
export function ownNames(files, shared) {
  const exported = /export\{([^}]*)\};\s*$/.exec(files.get(shared));
  if (!exported) throw new Error(`${shared} hands nothing on`);
  const inside = new Map(pairs(exported[1]).map(([own, known = own]) => [known, own]));
  const list = `export{${[...inside.values()].join()}};\n`;
  files.set(shared, files.get(shared).slice(0, exported.index) + list);
  const taking = new RegExp(`import\\{([^}]*)\\}from(${address(shared)})`, 'g');
  for (const name of scripts(files)) {
    const text = files.get(name).replace(taking, (_, taken, from) => {
      const own = pairs(taken).map(([known, local = known]) => {
        if (!inside.has(known)) throw new Error(`${name} takes ${known}, which ${shared} does not hand on`);
        return written([inside.get(known), local]);
      });
      return `import{${own.join()}}from${from}`;
    });
    if (text !== files.get(name)) begin(files, name, text);
  }
}

/**
 * Nearly every function of a file that a form begins with is called before the form stands there. Told so, the engine
 * of the browser compiles them as the file arrives, beside the page's own thread, instead of reading them over to find
 * their ends and again, one by one, while the form is being drawn. Other engines see a comment.
 */
export function compiledAtOnce(files, ...names) {
  for (const name of names) {
    files.set(name, `//# allFunctionsCalledOnLoad\n${files.get(name)}`);
    const map = files.get(`${name}.map`);
    if (!map) continue;
    const parsed = JSON.parse(map);
    files.set(`${name}.map`, JSON.stringify({ ...parsed, mappings: `;${parsed.mappings}` }));
  }
}
