// SPDX-License-Identifier: AGPL-3.0-or-later
// Families to try a definition with, as the server keeps them.
import { type Answer, ask, newKey } from '../../runtime/elements/kit/http.ts';
import type { Answers } from '../../schemas/types.ts';

export interface Family {
  readonly id: string;
  readonly title: string;
  /** 0: it comes with the district and is not changed */
  readonly rev: number;
  readonly answers: Answers;
}

const base = (definition: string): string => `/api/definitions/${encodeURIComponent(definition)}/families`;
const one = (definition: string, id: string): string => `${base(definition)}/${encodeURIComponent(id)}`;

export const listFamilies = (definition: string): Promise<Answer<{ items: readonly Family[] }>> =>
  ask(base(definition));

export const createFamily = (
  definition: string,
  title: string,
  answers: Answers,
): Promise<Answer<{ id: string; rev: number }>> =>
  ask(base(definition), { body: { title, answers }, key: newKey() });

export const putFamily = (
  definition: string,
  { id, rev, title }: Family,
  answers: Answers,
): Promise<Answer<{ rev: number }>> =>
  ask(one(definition, id), { method: 'PUT', rev, body: { title, answers } });

export const removeFamily = (definition: string, { id, rev }: Family): Promise<Answer<unknown>> =>
  ask(one(definition, id), { method: 'DELETE', rev });
