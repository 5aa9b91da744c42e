// SPDX-License-Identifier: AGPL-3.0-or-later
// The ES module that a foreign page loads: it brings one version and hands it to the runtime of our host.
import type { Version } from '../../schemas/types.ts';
import { travelling } from './travelling.ts';

/** Grows when a runtime could no longer understand what older modules hand over. */
export const interfaceNumber = 1;

/** Names that HTML or the runtime keep for themselves. */
const reserved = new Set([
  'annotation-xml',
  'color-profile',
  'font-face',
  'font-face-src',
  'font-face-uri',
  'font-face-format',
  'font-face-name',
  'missing-glyph',
]);
const reservedDistricts = new Set([
  'patto',
  'runtime',
  'drafts',
  'submissions',
  'files',
  'font',
  'annotation',
  'color',
  'missing',
]);

/** May a district have this id: it is the first word of its forms' tags and of their addresses. */
export const districtIdFits = (id: string): boolean =>
  /^[a-z][a-z0-9]{1,29}$/.test(id) && !reservedDistricts.has(id);

/** `<valprova-adi-domanda>`; undefined when HTML keeps that name. */
export function tagOf(district: string, form: string): string | undefined {
  const tag = `${district}-${form}`;
  return reserved.has(tag) ? undefined : tag;
}

/**
 * Text of `/embed/<district>/<form>@<n>.js`. Addresses are relative to the module, so that they hold behind any proxy:
 * the runtime at /embed/runtime/runtime.js, the check module beside this one. `withdrawn`: only who has begun goes on.
 */
export function elementModule(
  district: string,
  version: Pick<Version, 'definition' | 'number' | 'hash' | 'source'>,
  withdrawn = false,
): string {
  const { definition: form, number, hash, source } = version;
  const what = {
    interface: interfaceNumber,
    district,
    form,
    number,
    hash,
    tag: tagOf(district, form) ?? null,
  };
  const { definition, program } = travelling(source);
  return [
    `// ${form}, version ${number}, SHA-256 ${hash}`,
    `import { register } from '../runtime/runtime.js';`,
    ...(withdrawn ? [`import { begun } from '../runtime/withdrawn.js';`] : []),
    `const at = (name) => new URL(name, import.meta.url).href;`,
    `const what = { ...${JSON.stringify(what)}, definition: ${parsed(definition)}, ${program ? `program: ${parsed(program)}, ` : ''}check: at('${form}@${number}.check.js'), schema: at('${form}@${number}.schema.json') };`,
    withdrawn ? `begun(what).then(() => register(what));` : `register(what);`,
    '',
  ].join('\n');
}

/** As a text to parse: quick for large ones, and a key named __proto__ stays a key. */
const parsed = (value: unknown): string => {
  const text = JSON.stringify(JSON.stringify(value));
  return `JSON.parse(${text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')})`;
};
