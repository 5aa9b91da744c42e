// SPDX-License-Identifier: BSD-3-Clause
import type { Kind } from '../engine/contract.ts';

export const form: Kind = { kind: 'form', words: { it: 'Modulo', en: 'Form' } };
