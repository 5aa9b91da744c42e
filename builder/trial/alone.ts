// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Definition } from '../../schemas/types.ts';
import type { Handle } from '../edit/contract.ts';

/** The definition with one question only, the outermost around what is chosen; undefined: nothing of that kind is chosen. */
export function alone(definition: Definition, handle: Handle): Definition | undefined {
  const key = handle.startsWith('/') ? handle.split('/')[1] : undefined;
  const field = key === undefined ? undefined : definition.schema.properties[key];
  if (key === undefined || !field) return undefined;
  const { 'x-show': _show, 'x-require': _require, 'x-lock': _lock, ...asked } = field;
  const required = definition.schema.required?.includes(key) ? { required: [key] } : {};
  const { layout: _layout, outcome: _outcome, gives: _gives, ...rest } = definition;
  const { 'x-check': _check, 'x-bands': _bands, required: _required, ...schema } = definition.schema;
  return { ...rest, schema: { ...schema, ...required, properties: { [key]: asked } } };
}
