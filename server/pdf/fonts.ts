// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file of a font for each weight, with the characters that it is asked for (`unicode-range`). */
interface Slice {
  readonly family: 'Titillium Web' | 'Noto Sans';
  readonly folder: string;
  readonly subset: string;
  readonly range: string;
}

const latin =
  'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215';
const latinExtended =
  'U+100-130,U+132-151,U+154-24F,U+259,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

// The paper's own face, then Noto for alphabets and signs that it does not have.
const ranges: readonly Slice[] = [
  { family: 'Titillium Web', folder: '@fontsource/titillium-web', subset: 'latin', range: latin },
  { family: 'Titillium Web', folder: '@fontsource/titillium-web', subset: 'latin-ext', range: latinExtended },
  { family: 'Noto Sans', folder: '@fontsource/noto-sans', subset: 'latin', range: latin },
  { family: 'Noto Sans', folder: '@fontsource/noto-sans', subset: 'latin-ext', range: latinExtended },
  {
    family: 'Noto Sans',
    folder: '@fontsource/noto-sans',
    subset: 'cyrillic',
    range: 'U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116',
  },
  {
    family: 'Noto Sans',
    folder: '@fontsource/noto-sans',
    subset: 'cyrillic-ext',
    range: 'U+460-48F,U+492-4AF,U+4B2-52F,U+1C80-1C88,U+2DE0-2DFF',
  },
  { family: 'Noto Sans', folder: '@fontsource/noto-sans', subset: 'greek', range: 'U+370-3FF' },
  { family: 'Noto Sans', folder: '@fontsource/noto-sans', subset: 'greek-ext', range: 'U+1F00-1FFF' },
  {
    family: 'Noto Sans',
    folder: '@fontsource/noto-sans',
    subset: 'vietnamese',
    range: 'U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+1EA0-1EF9,U+20AB',
  },
  {
    family: 'Noto Sans',
    folder: '@fontsource/noto-sans-arabic',
    subset: 'arabic',
    range: 'U+600-6FF,U+750-77F,U+870-88E,U+890-891,U+897-8E1,U+8E3-8FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC',
  },
  {
    family: 'Noto Sans',
    folder: '@fontsource/noto-sans-bengali',
    subset: 'bengali',
    range: 'U+951-952,U+964-965,U+980-9FE,U+200C-200D,U+20B9,U+25CC',
  },
  {
    family: 'Noto Sans',
    folder: '@fontsource/noto-sans',
    subset: 'devanagari',
    range: 'U+900-97F,U+1CD0-1CF9,U+200C-200D,U+20A8,U+20B9,U+25CC,U+A830-A839,U+A8E0-A8FF',
  },
];

/** Chinese is cut into some hundred files, by how often signs stand together: a document takes those that it needs. */
const chinese = '@fontsource/noto-sans-sc';
const han = /[\p{Script=Han}\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/gu;

function inRange(range: string, point: number): boolean {
  return range.split(',').some((part) => {
    const [from = '0', to = from] = part.slice(2).split('-');
    return point >= Number.parseInt(from, 16) && point <= Number.parseInt(to, 16);
  });
}

const require = createRequire(import.meta.url);
const read = new Map<string, Promise<string>>();
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

let sliced: Promise<readonly Slice[]> | undefined;

/** The files of Chinese that hold a sign of a text; the list of them is read when the first such text comes. */
async function chineseSlices(text: string): Promise<readonly Slice[]> {
  const points = [...new Set(text.match(han))].map((one) => one.codePointAt(0) ?? 0);
  if (points.length === 0) return [];
  sliced ??= readFile(join(folderOf(chinese), 'unicode.json'), 'utf8').then((list) =>
    Object.entries(JSON.parse(list) as { readonly [slice: string]: string })
      .filter(([name]) => name.startsWith('['))
      .map(([name, range]) => ({
        family: 'Noto Sans',
        folder: chinese,
        subset: name.slice(1, -1),
        range: range.toUpperCase(),
      })),
  );
  return (await sliced).filter(({ range }) => points.some((point) => inRange(range, point)));
}

/** Base64 of a font file of an installed package; read once. */
function fontFile(folder: string, name: string): Promise<string> {
  let content = read.get(name);
  if (content === undefined) {
    content = readFile(join(folderOf(folder), 'files', name), 'base64');
    read.set(name, content);
  }
  return content;
}

/** `@font-face` rules, fonts inlined, for exactly the alphabets that a text needs. */
export async function fontRules(text: string): Promise<string> {
  const points = [...new Set(text)].map((one) => one.codePointAt(0) ?? 0);
  // Titillium always prints plain Latin; any other face is embedded only where a character asks for it.
  const foreign = points.filter((point) => !inRange(latin, point) && !inRange(latinExtended, point));
  const needed = ranges.filter((one) => {
    if (one.family === 'Titillium Web')
      return one.subset === 'latin' || points.some((point) => inRange(latinExtended, point));
    return foreign.some((point) => inRange(one.range, point));
  });
  const rules = [...needed, ...(await chineseSlices(text))].flatMap((one) =>
    ([400, 600, 700] as const)
      // Noto has a bold of its own for 600 too.
      .filter((weight) => one.family === 'Titillium Web' || weight !== 600)
      .map(async (weight) => {
        const name = `${one.folder.split('/')[1]}-${one.subset}-${weight}-normal.woff2`;
        const data = await fontFile(one.folder, name);
        return `@font-face{font-family:'${one.family}';font-weight:${weight};font-display:block;unicode-range:${one.range};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
      }),
  );
  return (await Promise.all(rules)).join('\n');
}

/** Names (after the subset's tag) of the fonts that may stand in a document; Chinese is called by its lightest, whatever its weight. */
export const allowedFont = /^(TitilliumWeb|NotoSans(Arabic|Bengali|SCThin)?)-/;
