// SPDX-License-Identifier: BSD-3-Clause
import type { FieldInput } from '../../elements/input.ts';
import { control } from './control.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

export const input: FieldInput = { facts, words: () => import('./words.ts'), paper, ...control };
