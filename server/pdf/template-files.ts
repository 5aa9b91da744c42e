// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import canonicalize from 'canonicalize';
import type { Problem } from '../../runtime/problem.ts';
import { checkTemplate } from '../../templates/check-template.ts';
import type { TemplateFiles, TemplateText } from '../../templates/contract.ts';
import type { Outcome } from '../storage/contract.ts';

/** The folder of templates, from source and from the build alike. */
const folder = ((): string => {
  let found = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(found, 'package.json'))) found = dirname(found);
  return join(found, 'templates');
})();

const texts = new Map<string, Promise<string>>();
/** One of our files, read once. */
function textOf(...path: readonly string[]): Promise<string> {
  const file = join(folder, ...path);
  let text = texts.get(file);
  if (text === undefined) {
    text = readFile(file, 'utf8');
    texts.set(file, text);
  }
  return text;
}

/** A template as it is kept: its text without the fonts, and the SHA-256 that documents carry. */
export interface KeptTemplate {
  readonly id: string;
  readonly hash: string;
  readonly text: TemplateText;
}

/** A district's own text in the place of ours, if it has one; `css` is added to the print sheet. */
export interface OwnTemplate {
  readonly id?: string;
  readonly source?: string;
  readonly css?: string;
}

/** Reads a template and checks it, its partials too. */
export async function readTemplate(files: TemplateFiles, own?: OwnTemplate): Promise<Outcome<KeptTemplate>> {
  const [source, css, ...partials] = await Promise.all([
    textOf('documents', files.folder, files.file),
    textOf('print.css'),
    ...files.partials.map((name) => textOf('partials', `${name}.hbs`)),
  ]);
  const text: TemplateText = {
    source: own?.source ?? source ?? '',
    css: `${css ?? ''}${own?.css ?? ''}`,
    partials: Object.fromEntries(files.partials.map((name, index) => [name, partials[index] ?? ''])),
  };
  const hash = sha256(canonicalize(text) ?? '');
  const problem = sound.has(hash) ? undefined : wrong(text, files.partials);
  if (problem) return { ok: false, problem };
  sound.add(hash);
  const id = own?.id ?? `${files.folder}/${files.file.replace(/\.hbs$/, '')}`;
  return { ok: true, value: { id, hash, text } };
}

/** hashes of templates that passed the check */
const sound = new Set<string>();

function wrong(text: TemplateText, partials: readonly string[]): Problem | undefined {
  return [text.source, ...Object.values(text.partials)].flatMap((one) => checkTemplate(one, partials))[0];
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
