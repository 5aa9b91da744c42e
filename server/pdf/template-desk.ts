// SPDX-License-Identifier: AGPL-3.0-or-later
// What a district's own template may say: all that ours says, and every answer that a family's copy may show.
import type { Outline } from '../../runtime/engine/contract.ts';
import { checkPaths, shapeOf } from '../../templates/check-paths.ts';
import { checkTemplate } from '../../templates/check-template.ts';
import { fieldShape, joined, placeables } from '../../templates/fields.ts';
import { textsOf } from '../../templates/frame.ts';
import { frameWords } from '../../templates/frame-words.ts';
import { letterWords } from '../../templates/letter-words.ts';
import { sayableConditions } from '../../templates/named-conditions.ts';
import { fieldThings, namedThings } from '../../templates/named-things.ts';
import type { Words } from '../../runtime/problem.ts';
import { renamedPaths } from '../../templates/rename-paths.ts';
import { actCopy, actFiles } from '../../templates/contract.ts';
import { documentKinds } from '../../templates/index.ts';
import type { TemplateDesk } from '../deps.ts';
import { everyRole } from './readers.ts';
import { readTemplate } from './template-files.ts';

/** undefined: no such kind, or it does not print definitions of this kind. */
export async function templateDesk(name: string, outline: Outline): Promise<TemplateDesk | undefined> {
  const kind = documentKinds.find((one) => one.kind === name && one.prints === outline.definition.kind);
  const read = kind && (await readTemplate(actFiles(kind)));
  if (!kind || !read?.ok) return undefined;
  const { source, partials } = read.value.text;
  const copy = actCopy(kind);
  const own = await wordsOf(kind.kind);
  const named = joined(shapeOf([source], partials), kind.says ?? {});
  // Of the answers only what this definition has, whatever our own template names.
  const holds = sayableConditions(outline, copy, everyRole);
  const asked = Object.fromEntries(holds.map((key) => [key, {}]));
  const shape = { ...named, ...fieldShape(outline, copy, everyRole), holds: asked };
  return {
    // Its first line is for who reads the file.
    shipped: source.replace(/^\{\{!--.*?--\}\}\s*/s, ''),
    parts: actFiles(kind).partials,
    things: (language) =>
      namedThings(
        source,
        partials,
        kind.says ?? {},
        fieldThings(outline, copy, everyRole),
        holds,
        textsOf({ ...frameWords, ...letterWords, ...own }, language),
        language,
      ),
    fields: placeables(outline, copy, everyRole),
    check(text) {
      const wrong = checkTemplate(text, actFiles(kind).partials);
      return wrong.length > 0 ? wrong : checkPaths(text, shape);
    },
    renamed: (text, names) => renamedPaths(text, names, actFiles(kind).partials),
  };
}

/** The words that a kind adds to those of every paper. */
async function wordsOf(kind: string): Promise<{ readonly [key: string]: Words }> {
  const { words } = (await import(`../../templates/documents/${kind}/words.js`)) as {
    readonly words: { readonly [key: string]: Words };
  };
  return words;
}
