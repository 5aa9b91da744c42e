// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../contract.ts';
import { rules as actions } from './actions.ts';
import { rules as annotations } from './annotations.ts';
import { rules as attachments } from './attachments.ts';
import { rules as colour } from './colour.ts';
import { rules as content } from './content.ts';
import { rules as figures } from './figures.ts';
import { rules as file } from './file.ts';
import { rules as fonts } from './fonts.ts';
import { rules as headings } from './headings.ts';
import { rules as language } from './language.ts';
import { rules as lists } from './lists.ts';
import { rules as metadata } from './metadata.ts';
import { rules as tables } from './tables.ts';
import { rules as tags } from './tags.ts';

/** Every rule, in the order in which findings are told: what an author can mend comes first. */
export const rules: readonly Rule[] = [
  ...headings,
  ...figures,
  ...tables,
  ...lists,
  ...language,
  ...annotations,
  ...fonts,
  ...content,
  ...tags,
  ...attachments,
  ...metadata,
  ...colour,
  ...actions,
  ...file,
];
