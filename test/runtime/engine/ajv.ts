// SPDX-License-Identifier: AGPL-3.0-or-later
// Ajv with the options that publishing uses, and what its errors name.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ClosedSchema } from '../../../runtime/fields/contract.ts';

const ajv = new Ajv2020({
  allErrors: true,
  strictSchema: true,
  strictTypes: false,
  strictRequired: false,
  ownProperties: true,
});
(formats as unknown as { default: (ajv: Ajv2020) => void }).default?.(ajv);

const compiled = new Map<string, ValidateFunction>();

/** The check of a schema; equal schemas share one. */
export function compile(schema: ClosedSchema): ValidateFunction {
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? ajv.compile(schema);
  ajv.removeSchema(schema);
  // A proof sees tens of thousands of schemas, each once.
  if (compiled.size < 5_000) compiled.set(text, validate);
  return validate;
}

export interface Named {
  readonly missing: readonly string[];
  readonly forbidden: readonly string[];
}

const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort();

/** Missing and forbidden answers as Ajv names them. The id of a row is no answer. */
export const named = (errors: readonly ErrorObject[]): Named => ({
  missing: sorted(
    errors.flatMap(({ keyword, instancePath, params }) =>
      keyword === 'required' && params['missingProperty'] !== 'id'
        ? [`${instancePath}/${String(params['missingProperty'])}`]
        : [],
    ),
  ),
  forbidden: sorted(
    errors.flatMap(({ keyword, instancePath }) => (keyword === 'false schema' ? [instancePath] : [])),
  ),
});

/** The same of the engine's problems. */
export const namedBy = (problems: readonly { readonly code: string; readonly at: string }[]): Named => ({
  missing: sorted(problems.flatMap(({ code, at }) => (code === 'required' ? [at] : []))),
  forbidden: sorted(problems.flatMap(({ code, at }) => (code === 'hidden' ? [at] : []))),
});
