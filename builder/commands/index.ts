// SPDX-License-Identifier: AGPL-3.0-or-later
// Every command, in the order of its buttons and of the sheet of keys.
import { comment } from './comment.ts';
import type { Command } from './contract.ts';
import { copy, cut, paste } from './clipboard.ts';
import { deletion } from './delete.ts';
import { duplicate } from './duplicate.ts';
import { insert } from './insert.ts';
import { down, into, up } from './move.ts';
import { publish } from './publish.ts';
import { required } from './required.ts';
import { search } from './search.ts';
import { alone, beside } from './side.ts';
import { redo, undo } from './travel.ts';
import { addAfter, rename } from './write.ts';

export const commands: readonly Command[] = [
  up,
  down,
  into,
  beside,
  alone,
  insert,
  addAfter,
  rename,
  required,
  copy,
  cut,
  paste,
  duplicate,
  comment,
  deletion,
  undo,
  redo,
  search,
  publish,
];
