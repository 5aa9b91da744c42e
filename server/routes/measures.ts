// SPDX-License-Identifier: AGPL-3.0-or-later
import { personOf, type Route } from './contract.ts';
import { list, object, text } from './schema.ts';

export const measureRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/measures',
    summary: 'The measures that the district runs, with their names and dates',
    access: 'signed-in',
    answer: object({
      items: list(
        object({ id: text(), name: text(), short: text(), from: text('date'), to: text('date') }, [
          'id',
          'name',
          'short',
        ]),
      ),
    }),
    run(asked, deps) {
      const district = deps.catalogue.districts.get(personOf(asked).district);
      const items = (district?.measures ?? []).flatMap((id) => {
        const measure = deps.catalogue.measures.get(id);
        if (!measure) return [];
        const { name, short = name, from, to } = measure;
        return [{ id, name, short, ...(from ? { from } : {}), ...(to ? { to } : {}) }];
      });
      return { ok: true, body: { items } };
    },
  },
];
