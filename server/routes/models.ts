// SPDX-License-Identifier: AGPL-3.0-or-later
import { titleOf } from '../actions/definitions/definitions.ts';
import { scopeOf, type Route } from './contract.ts';
import { list, object, text } from './schema.ts';

/** National definitions that a district may begin from. */
export const modelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/models',
    summary: 'National definitions of the measures that the district runs, to begin from',
    access: 'definitions: read',
    answer: object({
      items: list(object({ id: text(), title: text(), kind: text(), about: text() })),
    }),
    async run(asked, deps) {
      const models = [...deps.catalogue.models(scopeOf(asked).district).values()];
      const items = models.map((model) => ({
        id: model.id,
        title: titleOf(model),
        kind: model.kind,
        about: model.description ?? '',
      }));
      return { ok: true, body: { items } };
    },
  },
];
