// SPDX-License-Identifier: AGPL-3.0-or-later
// A document against the grammar of definitions, said in codes that have sentences.
import type { Finding } from '../../runtime/engine/contract.ts';
import check, { type CheckError } from '../../schemas/definition-check.js';
import { escapeKey, finding } from './limits.ts';

const text = (value: unknown): string => String(value).slice(0, 120);

function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, key) => (value as { [key: string]: unknown } | undefined)?.[key], document);
}

type Say = (error: CheckError, document: unknown) => Finding;

/** One entry per keyword of JSON Schema that can refuse a document. */
const sayings: { readonly [keyword: string]: Say } = {
  additionalProperties: ({ instancePath, params }) => {
    const keyword = String(params['additionalProperty']);
    const conditionLike = /^(case:|\/|\.)/.test(keyword);
    const code = conditionLike ? 'bad-pointer' : 'unknown-keyword';
    return finding(code, `${instancePath}/${escapeKey(keyword)}`, { keyword, pointer: keyword });
  },
  required: ({ instancePath, params }) =>
    finding('missing-part', instancePath, { part: text(params['missingProperty']) }),
  propertyNames: ({ instancePath, params }) => {
    const key = String(params['propertyName']);
    return finding('bad-key', `${instancePath}/${escapeKey(key)}`, { key: text(key) });
  },
  pattern: ({ instancePath }, document) => {
    const value = text(valueAt(document, instancePath));
    if (instancePath.endsWith('/$ref')) return finding('ref-outside', instancePath, { ref: value });
    if (instancePath === '/id') return finding('bad-id', instancePath, { id: value });
    if (/^(case:|\/|\.)/.test(value)) return finding('bad-pointer', instancePath, { pointer: value });
    return finding('bad-name', instancePath, { name: value });
  },
  const: ({ instancePath, params }, document) =>
    finding(instancePath === '/$schema' ? 'other-grammar' : 'not-one-of', instancePath, {
      value: text(valueAt(document, instancePath)),
      allowed: text(params['allowedValue']),
    }),
  enum: ({ instancePath, params }, document) =>
    finding('not-one-of', instancePath, {
      value: text(valueAt(document, instancePath)),
      allowed: (params['allowedValues'] as unknown[]).join(', '),
    }),
  type: ({ instancePath, params }) => finding('wrong-kind', instancePath, { wanted: text(params['type']) }),
  maxLength: ({ instancePath, params }) =>
    finding('text-too-long', instancePath, { limit: Number(params['limit']) }),
  minLength: ({ instancePath }) => finding('empty-part', instancePath),
  maxItems: ({ instancePath, params }) =>
    finding('too-many-parts', instancePath, { limit: Number(params['limit']) }),
  minItems: ({ instancePath }) => finding('empty-part', instancePath),
  minProperties: ({ instancePath }) => finding('empty-part', instancePath),
  maxProperties: ({ instancePath, params }) =>
    finding('too-many-parts', instancePath, { limit: Number(params['limit']) }),
  uniqueItems: ({ instancePath }) => finding('repeated-part', instancePath),
};

/** The error that says most: the name of a bad key, or the deepest branch of a choice that failed. */
function telling(errors: readonly CheckError[]): CheckError | undefined {
  const named = errors.find((error) => error.keyword === 'propertyNames');
  if (named) return named;
  const deepest = Math.max(...errors.map((error) => error.instancePath.length));
  return errors.find((error) => error.instancePath.length === deepest && error.keyword in sayings);
}

/** The first place where a document leaves the grammar; undefined when it is a definition. */
export function grammarProblem(document: unknown): Finding | undefined {
  if (check(document)) return undefined;
  const errors = check.errors ?? [];
  const error = telling(errors);
  const say = error && sayings[error.keyword];
  return say ? say(error, document) : finding('not-understood', errors.at(-1)?.instancePath ?? '');
}
