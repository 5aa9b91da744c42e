// SPDX-License-Identifier: BSD-3-Clause
import type { Kind } from '../engine/contract.ts';
import { form } from './form.ts';
import { grid } from './grid.ts';
import { pact } from './pact.ts';

/** The kinds of definition. */
export const kinds: readonly Kind[] = [form, grid, pact];
