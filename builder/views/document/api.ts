// SPDX-License-Identifier: AGPL-3.0-or-later
// What the document's view asks of the server.
import { type Answer, ask, newKey } from '../../../runtime/elements/kit/http.ts';
import type { Answers } from '../../../schemas/types.ts';
import type { Thing } from '../../../templates/blocks/things.ts';

/** An answer that may be put into a template, and the text that puts it there. */
export interface Placeable {
  readonly title: string;
  readonly text: string;
}

export interface TemplateMoment {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  /** absent: from then on the one that comes with Patto */
  readonly text?: string;
}

export interface TemplateState {
  /** of the newest text of the district; 0: it never had one */
  readonly number: number;
  readonly text: string;
  readonly shipped: string;
  readonly fields: readonly Placeable[];
  /** ready-made parts that it may use, by name */
  readonly parts: readonly string[];
  /** everything that it may name, with titles */
  readonly things: readonly Thing[];
  readonly history: readonly TemplateMoment[];
}

/** What is wrong with a text; line and column from 1, length in signs. */
export interface TemplateFinding {
  readonly code: string;
  readonly message: string;
  readonly params: {
    readonly line?: number;
    readonly column?: number;
    readonly length?: number;
    readonly what?: string;
    readonly nearest?: string;
  };
}

/** A kind of document that can print a definition; `made`: the district makes it of this one. */
export interface PaperKind {
  readonly kind: string;
  readonly title: string;
  readonly made: boolean;
}

export const listKinds = (definition: string): Promise<Answer<{ items: readonly PaperKind[] }>> =>
  ask(`/api/templates?definition=${encodeURIComponent(definition)}`);

const base = (kind: string): string => `/api/templates/${encodeURIComponent(kind)}`;

export const openTemplate = (kind: string, definition: string): Promise<Answer<TemplateState>> =>
  ask(`${base(kind)}?definition=${encodeURIComponent(definition)}`);

export const checkText = (
  kind: string,
  definition: string,
  text: string,
): Promise<Answer<{ findings: readonly TemplateFinding[] }>> =>
  ask(`${base(kind)}/check`, { body: { definition, text } });

/** The text, or the district's own that is in use, with other names for questions. */
export const renamedText = (
  kind: string,
  definition: string,
  names: readonly { readonly from: string; readonly to: string }[],
  text: string | undefined,
): Promise<Answer<{ text: string; inUse: string; places: number; read: boolean }>> =>
  ask(`${base(kind)}/renamed`, { body: { definition, names, ...(text === undefined ? {} : { text }) } });

export const previewText = (
  kind: string,
  definition: string,
  text: string,
  answers: Answers,
): Promise<Answer<{ id: string; pages: number }>> =>
  ask(`${base(kind)}/preview`, { body: { definition, text, answers }, key: newKey() });

/** `text` undefined: back to the one that comes with Patto. */
export const useText = (
  kind: string,
  definition: string,
  after: number,
  text: string | undefined,
): Promise<Answer<{ number: number }>> =>
  ask(base(kind), { body: { definition, after, ...(text === undefined ? {} : { text }) }, key: newKey() });

export const pageOf = (preview: string, page: number): string =>
  `/api/previews/${encodeURIComponent(preview)}?page=${page}`;
