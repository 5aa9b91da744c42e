// SPDX-License-Identifier: AGPL-3.0-or-later
// What a district's own template may say: all that ours says, and every answer that a family's copy may show.
import type { Outline } from '../../runtime/engine/contract.ts';
import { checkPaths, shapeOf } from '../../templates/check-paths.ts';
import { checkTemplate } from '../../templates/check-template.ts';
import { fieldShape, joined, placeables } from '../../templates/fields.ts';
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
  const named = joined(shapeOf([source], partials), kind.says ?? {});
  // Of the answers only what this definition has, whatever our own template names.
  const shape = { ...named, ...fieldShape(outline, copy, everyRole) };
  return {
    // Its first line is for who reads the file.
    shipped: source.replace(/^\{\{!--.*?--\}\}\s*/s, ''),
    fields: placeables(outline, copy, everyRole),
    check(text) {
      const wrong = checkTemplate(text, actFiles(kind).partials);
      return wrong.length > 0 ? wrong : checkPaths(text, shape);
    },
    renamed: (text, names) => renamedPaths(text, names, actFiles(kind).partials),
  };
}
