// SPDX-License-Identifier: BSD-3-Clause
import type { Kind } from '../engine/contract.ts';

export const grid: Kind = { kind: 'grid', words: { it: 'Griglia', en: 'Grid' } };
