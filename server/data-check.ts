// SPDX-License-Identifier: AGPL-3.0-or-later
// Whether a file of data has the shape that its JSON Schema says; the first thing wrong, with its place.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Register } from '../schemas/types.ts';

export type DataKind =
  | 'definition'
  | 'measure'
  | 'district'
  | 'family'
  | 'sample'
  | 'register'
  | 'list'
  | 'condition'
  | 'other';
export type DataCheck = (
  kind: DataKind,
  value: unknown,
) => { readonly at: string; readonly detail: string } | undefined;

/** Compiles the grammars of the shipped `schemas` folder. */
export async function loadDataCheck(schemas: string): Promise<DataCheck> {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, validateFormats: false });
  for (const name of ['definition', 'district', 'register'])
    ajv.addSchema(JSON.parse(await readFile(join(schemas, `${name}.schema.json`), 'utf8')) as object);
  const references: { readonly [kind in DataKind]?: string } = {
    definition: 'urn:patto:definition:1',
    condition: 'urn:patto:definition:1#/$defs/condition',
    district: 'urn:patto:district:1',
    measure: 'urn:patto:district:1#/$defs/measure',
    family: 'urn:patto:district:1#/$defs/family',
    sample: 'urn:patto:district:1#/$defs/sample',
    register: 'urn:patto:register:1',
  };
  const check: DataCheck = (kind, value) => {
    const reference = references[kind];
    if (!reference) return undefined;
    const validate = ajv.getSchema(reference);
    if (!validate) return undefined;
    if (validate(value) === true) {
      const inner = kind === 'register' ? check('definition', (value as Register).form) : undefined;
      return inner && { at: `/form${inner.at}`, detail: `/form${inner.detail}` };
    }
    const [error] = validate.errors ?? [];
    const extra = Object.values(error?.params ?? {}).join(' ');
    return {
      at: error?.instancePath ?? '',
      detail: `${error?.instancePath || '/'} ${error?.keyword ?? ''} ${extra}`.trim(),
    };
  };
  return check;
}
