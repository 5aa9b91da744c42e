// SPDX-License-Identifier: AGPL-3.0-or-later
// Definitions from files, and findings as lines of text.
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../runtime/engine/contract.ts';
import type { Problem } from '../../runtime/problem.ts';
import { finding, limits } from '../compile/limits.ts';
import { inspect } from '../guard.ts';
import { sentence } from '../problems.ts';
import { joinSentences } from '../words/index.ts';
import { fileWords, publishingWords } from '../words/publishing.ts';
import type { Language } from './command.ts';

export type ReadDocument =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Finding };

/** JSON of a file, or why it is none. */
export async function readDocument(path: string): Promise<ReadDocument> {
  const bytes = await readFile(path);
  const refuse = (problem: Problem): ReadDocument => ({ ok: false, problem });
  if (bytes.length > limits.bytes * 4)
    return refuse(finding('document-too-large', '', { limit: limits.bytes / 1024 }));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(finding('not-utf8', ''));
  }
  const found = inspect(text);
  // How deep a definition may be is judged later, with its place.
  if (found && found.code !== 'too-deep') return refuse(found);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const place = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const before = text.slice(0, place);
    return refuse(
      finding('not-json', '', {
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
      }),
    );
  }
}

/** Every .json under a folder, or the file itself. */
export async function jsonFiles(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Is this a definition at all? A folder may hold other JSON. */
export const claimsToBe = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  String((document as { $schema?: unknown }).$schema).startsWith('urn:patto:definition:');

const sentences = new Map([...joinSentences(publishingWords), ...Object.entries(fileWords)]);
const marks = {
  it: { error: 'errore', warning: 'avviso' },
  en: { error: 'error', warning: 'warning' },
} as const;

/** One line: where, how grave, the sentence. */
export function lineOf(file: string, found: Finding, language: Language): string {
  const said = sentence(found, sentences, language);
  return `${file}${found.at ? ` ${found.at}` : ''}: ${marks[language][found.level]}: ${said} [${found.code}]`;
}
