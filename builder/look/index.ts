// SPDX-License-Identifier: AGPL-3.0-or-later
// How the builder looks, one file a place; a view's own look is one line more.
import { fileChoices } from '../../runtime/elements/kit/file-choice.ts';
import { blocks } from './blocks.ts';
import { canvas } from './canvas.ts';
import { comments } from './comments.ts';
import { common } from './common.ts';
import { dialogs } from './dialogs.ts';
import { district } from './district.ts';
import { document } from './document.ts';
import { frame } from './frame.ts';
import { json } from './json.ts';
import { lease } from './lease.ts';
import { insert } from './insert.ts';
import { begin } from './begin.ts';
import { list } from './list.ts';
import { logic } from './logic.ts';
import { panel } from './panel.ts';
import { translations } from './translations.ts';
import { trying } from './try.ts';
import { versions } from './versions.ts';

export const looks = [
  common,
  list,
  begin,
  frame,
  panel,
  dialogs,
  canvas,
  insert,
  logic,
  trying,
  district,
  document,
  blocks,
  versions,
  lease,
  json,
  comments,
  translations,
  fileChoices,
];
