// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../schemas/types.ts';
import type { Scalar } from './choices.ts';

/** Choices of several that stand alone, as "nessuno di questi": x-settings.exclusive. */
export function exclusive(field: FieldSchema): readonly Scalar[] {
  const codes = field['x-settings']?.['exclusive'];
  return Array.isArray(codes) ? (codes as readonly Scalar[]) : [];
}
