// SPDX-License-Identifier: BSD-3-Clause
import type { Kind } from '../engine/contract.ts';

export const pact: Kind = { kind: 'pact', words: { it: 'Patto', en: 'Pact' } };
