// SPDX-License-Identifier: AGPL-3.0-or-later
// Every view, in the order of its buttons.
import { comments } from './comments/view.ts';
import type { View } from './contract.ts';
import { history } from './history/view.ts';
import { document } from './document/view.ts';
import { json } from './json/view.ts';
import { lists } from './lists/view.ts';
import { keys } from './keys/view.ts';
import { map } from './map/view.ts';
import { outcome } from './outcome/view.ts';
import { problems } from './problems/view.ts';
import { rules } from './rules/view.ts';
import { search } from './search/view.ts';
import { translations } from './translations/view.ts';
import { trying } from './try/view.ts';
import { versions } from './versions/view.ts';

export const views: readonly View[] = [
  trying,
  document,
  rules,
  outcome,
  map,
  problems,
  search,
  comments,
  versions,
  translations,
  history,
  lists,
  json,
  keys,
];
