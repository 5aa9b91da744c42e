// SPDX-License-Identifier: AGPL-3.0-or-later
// The JSON Schema of each route's body, compiled once; the first thing wrong is said in words.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { refuse, type Refusal } from './problems.ts';
import type { Route } from './routes/contract.ts';

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  ownProperties: true,
  allErrors: false,
});
ajv.addKeyword('tsType');
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/);
ajv.addFormat('email', /^[^\s@]{1,100}@[^\s@]{1,100}$/);
const compiled = new WeakMap<Route, ValidateFunction>();

/** Gives the body back, or a `bad-request` that names the place. */
export function bodyCheck(
  route: Route,
  value: unknown,
): { readonly ok: true; readonly value: unknown } | Refusal {
  if (!route.body) return { ok: true, value };
  const validate = compiled.get(route) ?? ajv.compile(route.body.schema);
  compiled.set(route, validate);
  return validate(value)
    ? { ok: true, value }
    : refuse(
        'bad-request',
        { detail: inWords(validate.errors?.[0]) },
        validate.errors?.[0]?.instancePath ?? '',
      );
}

function inWords(error: ErrorObject | undefined): string {
  if (!error) return '?';
  const place = error.instancePath || '/';
  const params = error.params as { readonly [name: string]: unknown };
  const name =
    params['missingProperty'] ??
    params['additionalProperty'] ??
    params['allowedValue'] ??
    params['limit'] ??
    params['type'] ??
    params['format'] ??
    '';
  return `${place} ${error.keyword} ${String(name)}`.trim();
}
