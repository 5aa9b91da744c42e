// SPDX-License-Identifier: AGPL-3.0-or-later
// What the builder asks of the server.
import { type Answer, ask, newKey } from '../runtime/elements/kit/http.ts';
import type { Fix, Witness } from '../runtime/engine/contract.ts';
import type { Definition } from '../schemas/types.ts';
import type { Step } from './edit/contract.ts';

export interface ListedDefinition {
  readonly id: string;
  readonly title: string;
  readonly kind: 'form' | 'grid' | 'pact';
  readonly rev: number;
  /** number of the version in use; null: never published */
  readonly published: number | null;
  /** out of use: nothing new begins with it */
  readonly withdrawn?: boolean;
  /** is the draft different from what is published? */
  readonly changed: boolean;
  readonly changedAt: string;
}

export interface OpenedDefinition {
  readonly definition: Definition;
  readonly rev: number;
  readonly published: number | null;
}

/** A finding with its sentence, the answers that show it and what would put it right. */
export interface SaidFinding {
  readonly code: string;
  readonly at: string;
  readonly level: 'error' | 'warning';
  readonly message: string;
  readonly field?: string;
  readonly witness?: Witness;
  readonly fix?: Fix & { readonly message: string };
}

/** A step as the history keeps it; `back`: taken back, not done. */
export interface DoneStep extends Step {
  readonly back?: true;
}

export interface Publication {
  readonly number: number;
  readonly hash: string;
  readonly changes: readonly string[];
  readonly embed: string;
}

const base = '/api/definitions';
const one = (id: string): string => `${base}/${encodeURIComponent(id)}`;

export const listDefinitions = (): Promise<Answer<{ items: readonly ListedDefinition[] }>> => ask(base);

export const openDefinition = (id: string): Promise<Answer<OpenedDefinition>> => ask(one(id));

export const createDefinition = (definition: Definition): Promise<Answer<{ rev: number }>> =>
  ask(base, { body: { definition }, key: newKey() });

export const copyDefinition = (copy: string, id: string, title: string): Promise<Answer<{ rev: number }>> =>
  ask(base, { body: { copy, id, title }, key: newKey() });

/** A national definition to begin from. */
export interface Model {
  readonly id: string;
  readonly title: string;
  readonly kind: 'form' | 'grid' | 'pact';
  /** what it is for */
  readonly about: string;
}

export const listModels = (): Promise<Answer<{ items: readonly Model[] }>> => ask('/api/models');

export const copyModel = (model: string, id: string, title: string): Promise<Answer<{ rev: number }>> =>
  ask(base, { body: { model, id, title }, key: newKey() });

export const putDefinition = (
  id: string,
  definition: Definition,
  rev: number,
  keepalive: boolean,
  steps: readonly DoneStep[] = [],
): Promise<Answer<{ rev: number }>> => {
  const body = { definition, steps };
  // A browser takes at most 64 KB in a request that outlives its page.
  const small = !keepalive || JSON.stringify(body).length < 60_000;
  return ask(one(id), { method: 'PUT', body, rev, keepalive: keepalive && small });
};

export const findingsOf = (id: string): Promise<Answer<{ findings: readonly SaidFinding[] }>> =>
  ask(`${one(id)}/findings`);

/** What would be found in a definition that nobody has saved; `fits`: it has the shape of one. */
export const examine = (
  definition: unknown,
): Promise<Answer<{ fits: boolean; findings: readonly SaidFinding[] }>> =>
  ask('/api/findings', { body: { definition } });

export const changesOf = (id: string): Promise<Answer<{ changes: readonly string[] }>> =>
  ask(`${one(id)}/changes`);

export const publishDefinition = (
  id: string,
  rev: number,
  note: string,
  key: string,
): Promise<Answer<Publication>> =>
  ask(`${one(id)}/publish`, { body: note.trim() === '' ? {} : { note: note.trim() }, rev, key });

/** 'Scheda d’ingresso' → 'scheda-d-ingresso', free among the ids that are there. */
export function freeId(title: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  const start = plain || 'modulo';
  if (!used.has(start)) return start;
  for (let number = 2; ; number++) if (!used.has(`${start}-${number}`)) return `${start}-${number}`;
}
