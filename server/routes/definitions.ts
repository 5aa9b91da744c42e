// SPDX-License-Identifier: AGPL-3.0-or-later
import { allDefinitions, isChanged, newestVersion, titleOf } from '../actions/definitions/definitions.ts';
import { withoutPrinted } from '../actions/definitions/printed-conditions.ts';
import { publishDefinition } from '../actions/definitions/publish-definition.ts';
import { readSteps } from '../actions/definitions/moments.ts';
import {
  createDefinition,
  removeDefinition,
  saveDefinition,
} from '../actions/definitions/save-definition.ts';
import { baseOf } from '../base.ts';
import type { Deps } from '../deps.ts';
import { depths, limits } from '../guard.ts';
import type { Finding } from '../../runtime/engine/contract.ts';
import { grammarProblem } from '../compile/grammar.ts';
import { refuse, sentence, type Locale } from '../problems.ts';
import { versionId, type KeptDefinition } from '../records.ts';
import type { Version } from '../../schemas/types.ts';
import { scopeOf, type Asked, type Route } from './contract.ts';
import { anything, grammar, list, object, text, whole } from './schema.ts';

const number = { type: ['integer', 'null'] };
const definitionBody = (schema: object) => ({
  schema: { ...schema },
  limit: limits.definition,
  depth: depths.definition,
});
const find = (asked: Asked, deps: Deps) =>
  deps.store.get<KeptDefinition>(scopeOf(asked), 'definitions', asked.path['id'] ?? '');

/** What goes into another site's page to show the form. */
export const embedSnippet = (base: string, district: string, form: string): string =>
  `<script type="module" src="${base}/embed/${district}/${form}.js"></script>\n<patto-form form="${district}/${form}"></patto-form>`;

/** Findings with their sentences. */
const saidFindings = (findings: readonly Finding[], deps: Deps, locale: Locale) =>
  findings.map((finding) => ({
    ...finding,
    message: sentence(finding, deps.sentences, locale),
    ...(finding.fix && {
      fix: { ...finding.fix, message: sentence({ ...finding, ...finding.fix }, deps.sentences, locale) },
    }),
  }));

export const definitionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/definitions',
    summary: 'Definitions of the district',
    access: 'definitions: read',
    answer: object({
      items: list(
        object({
          id: text(),
          title: text(),
          kind: text(),
          rev: whole,
          published: number,
          withdrawn: { type: 'boolean' },
          changed: { type: 'boolean' },
          changedAt: text('date-time'),
        }),
      ),
    }),
    async run(asked, deps) {
      const all = await allDefinitions(deps, scopeOf(asked));
      const items = all.map(({ id, rev, value, changedAt }) => ({
        id,
        title: titleOf(value.definition),
        kind: value.definition.kind,
        rev,
        published: value.published,
        withdrawn: value.withdrawn !== undefined,
        changed: isChanged(value),
        changedAt,
      }));
      return { ok: true, body: { items } };
    },
  },
  {
    method: 'POST',
    path: '/api/definitions',
    summary: 'A new definition, or a copy of one or of a national model',
    access: 'definitions: write',
    body: definitionBody({
      type: 'object',
      oneOf: [
        object({ definition: anything }),
        object({
          copy: { type: 'string', maxLength: 60 },
          id: { type: 'string', maxLength: 60 },
          title: { type: 'string', maxLength: 500 },
        }),
        object({
          model: { type: 'string', maxLength: 60 },
          id: { type: 'string', maxLength: 60 },
          title: { type: 'string', maxLength: 500 },
        }),
      ],
    }),
    status: 201,
    answer: object({ id: text(), rev: whole }),
    async run(asked, deps) {
      const made = await createDefinition(
        deps,
        scopeOf(asked),
        asked.body as { definition: unknown },
        asked.key,
      );
      return made.ok
        ? { ok: true, rev: made.value.rev, body: { id: made.value.id, rev: made.value.rev } }
        : made;
    },
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}',
    summary: 'A definition as it is being edited',
    access: 'definitions: read',
    answer: object({ definition: grammar('definition'), rev: whole, published: number }),
    async run(asked, deps) {
      const kept = await find(asked, deps);
      if (!kept) return refuse('not-found');
      const { definition, published } = kept.value;
      return { ok: true, rev: kept.rev, body: { definition, rev: kept.rev, published } };
    },
  },
  {
    method: 'PUT',
    path: '/api/definitions/{id}',
    summary:
      'Saves a definition; it may be unfinished. Sent as `definition` beside `steps`, what was done stands in its history',
    access: 'definitions: write',
    needs: ['rev'],
    body: {
      schema: anything,
      limit: limits.definition + limits.request,
      depth: depths.definition + 1,
    },
    answer: object({ rev: whole }),
    async run(asked, deps) {
      const sent = asked.body as { readonly definition?: unknown; readonly steps?: unknown };
      const named = Object.hasOwn(sent, 'definition');
      const saved = await saveDefinition(
        deps,
        scopeOf(asked),
        asked.path['id'] ?? '',
        named ? sent.definition : sent,
        asked.rev ?? 0,
        named ? readSteps(sent.steps) : [],
      );
      return saved.ok ? { ok: true, rev: saved.rev, body: { rev: saved.rev } } : saved;
    },
  },
  {
    method: 'DELETE',
    path: '/api/definitions/{id}',
    summary: 'Takes away a definition that was never published',
    access: 'definitions: write',
    needs: ['rev'],
    status: 204,
    async run(asked, deps) {
      const gone = await removeDefinition(deps, scopeOf(asked), asked.path['id'] ?? '', asked.rev ?? 0);
      return gone.ok ? { ok: true, status: 204 } : gone;
    },
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}/findings',
    summary: 'What stands in the way of publishing, with its place',
    access: 'definitions: read',
    answer: object({ findings: list(anything) }),
    async run(asked, deps) {
      const kept = await find(asked, deps);
      if (!kept) return refuse('not-found');
      const { definition } = kept.value;
      const found = await deps.publishing.examine(definition);
      const findings = await withoutPrinted(deps, scopeOf(asked), definition, found);
      const said = saidFindings(findings, deps, asked.locale);
      return { ok: true, rev: kept.rev, body: { findings: said } };
    },
  },
  {
    method: 'POST',
    path: '/api/findings',
    summary: 'What would be found in a definition that is not saved; `fits`: it has the shape of one',
    access: 'definitions: read',
    body: {
      schema: object({ definition: {} }),
      limit: limits.definition + limits.request,
      depth: depths.definition + 1,
    },
    status: 200,
    answer: object({ fits: { type: 'boolean' }, findings: list(anything) }),
    async run(asked, deps) {
      const { definition } = asked.body as { definition: unknown };
      const found = await deps.publishing.examine(definition);
      const findings = await withoutPrinted(deps, scopeOf(asked), definition, found);
      const fits = grammarProblem(definition) === undefined;
      return { ok: true, body: { fits, findings: saidFindings(findings, deps, asked.locale) } };
    },
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}/changes',
    summary: 'What changed since the newest version, in words',
    access: 'definitions: read',
    answer: object({ changes: list(text()) }),
    async run(asked, deps) {
      const kept = await find(asked, deps);
      if (!kept) return refuse('not-found');
      const before = await newestVersion(deps, scopeOf(asked), kept.id);
      const changes = isChanged(kept.value)
        ? deps.forms.differences(before?.source, kept.value.definition, asked.locale)
        : [];
      return { ok: true, rev: kept.rev, body: { changes } };
    },
  },
  {
    method: 'POST',
    path: '/api/definitions/{id}/publish',
    summary: 'Publishes the definition as its next version',
    access: 'definitions: write',
    needs: ['rev'],
    rate: 'print',
    body: { schema: object({ note: { type: 'string', maxLength: 1000 } }, []), limit: limits.request },
    status: 201,
    answer: object({ number: whole, hash: text(), changes: list(text()), embed: text() }),
    async run(asked, deps) {
      const scope = scopeOf(asked);
      const { note } = asked.body as { note?: string };
      const done = await publishDefinition(deps, scope, asked.path['id'] ?? '', asked.rev ?? 0, { note });
      if (!done.ok) return done;
      const { number, hash, changes, definition, public: open } = done.value;
      // Only a form that the district opens to the public answers in pages of others.
      const embed = open ? embedSnippet(baseOf(deps), scope.district, definition) : '';
      return { ok: true, body: { number, hash, changes, embed } };
    },
  },
  {
    method: 'GET',
    path: '/api/versions/{id}',
    summary: 'Published versions of a definition, newest first',
    access: 'versions: read',
    answer: object({ items: list(anything) }),
    async run(asked, deps) {
      const query = { where: { definition: asked.path['id'] ?? '' }, newestFirst: true, limit: 200 };
      const { items } = await deps.store.list(scopeOf(asked), 'versions', query);
      return items.length === 0
        ? refuse('not-found')
        : { ok: true, body: { items: items.map((item) => item.fields) } };
    },
  },
  {
    method: 'GET',
    path: '/api/versions/{id}/{number}',
    summary: 'One published version',
    access: 'versions: read',
    answer: grammar('version'),
    async run(asked, deps) {
      const number = Number(asked.path['number']);
      const kept = Number.isInteger(number)
        ? await deps.store.get<Version>(scopeOf(asked), 'versions', versionId(asked.path['id'] ?? '', number))
        : undefined;
      return kept ? { ok: true, body: kept.value } : refuse('not-found');
    },
  },
];
