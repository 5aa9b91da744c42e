// SPDX-License-Identifier: AGPL-3.0-or-later
// What the diary and the attachments ask of the server.
import { ask, type Answer, type HttpProblem } from '../../../../runtime/elements/kit/http.ts';

export type Readers = 'family' | 'team' | 'author';
export interface NoteText {
  readonly kind: string;
  readonly at: string;
  readonly people: readonly string[];
  readonly others?: string;
  readonly text: string;
  readonly readers: Readers;
}
export interface Note extends NoteText {
  readonly id: string;
  readonly rev: number;
  readonly by: string;
  readonly writtenAt: string;
  readonly own: boolean;
  readonly corrected: number;
  readonly earlier?: readonly (NoteText & { readonly writtenAt: string })[];
}
interface Named {
  readonly id: string;
  readonly name: string;
}
export interface Diary {
  readonly items: readonly Note[];
  readonly total: number;
  readonly next?: string;
  readonly kinds: readonly { readonly id: string; readonly title: string }[];
  readonly members: readonly Named[];
  readonly authors: readonly (Named & { readonly profile: string })[];
  /** account ids of who would read a note for the team */
  readonly team: readonly string[];
  readonly writes: boolean;
}
export interface Attachment {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string;
  readonly expires?: string;
  readonly readers: Readers;
  readonly person?: string;
  readonly about?: string;
  readonly file: { readonly name: string; readonly size: number };
  readonly by: string;
  readonly at: string;
  readonly replaces?: string;
  readonly replacedBy?: string;
}
export interface Attachments {
  readonly items: readonly Attachment[];
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly expires: boolean }[];
  readonly members: readonly Named[];
  readonly writes: boolean;
}

const of = (kase: string, what: string): string => `/api/cases/${encodeURIComponent(kase)}/${what}`;
const withReason = (reason: string | undefined) => (reason ? { reason } : {});

export const readDiary = (
  kase: string,
  wanted: { readonly [name: string]: string },
  reason?: string,
): Promise<Answer<Diary>> => ask(`${of(kase, 'diary')}?${new URLSearchParams(wanted)}`, withReason(reason));
export const writeNote = (kase: string, body: NoteText, key: string): Promise<Answer<{ id: string }>> =>
  ask(of(kase, 'diary'), { body, key });
export const correctNote = (
  kase: string,
  note: string,
  body: NoteText,
  rev: number,
): Promise<Answer<{ rev: number }>> =>
  ask(`${of(kase, 'diary')}/${encodeURIComponent(note)}`, { method: 'PUT', body, rev });

export const readAttachments = (kase: string, reason?: string): Promise<Answer<Attachments>> =>
  ask(of(kase, 'attachments'), withReason(reason));

/** The file itself: with a written reason it cannot be a plain link. */
export async function openAttachment(kase: string, id: string, reason?: string): Promise<Blob | HttpProblem> {
  const response = await fetch(`${of(kase, 'attachments')}/${encodeURIComponent(id)}`, {
    headers: reason ? { 'X-Patto-Reason': encodeURIComponent(reason) } : {},
    credentials: 'same-origin',
  });
  return response.ok ? response.blob() : ((await response.json()) as HttpProblem);
}

/** Sends a file with what is told of it. */
export async function attach(
  kase: string,
  file: File,
  told: { readonly [name: string]: string },
): Promise<Answer<{ id: string }>> {
  const language = document.documentElement.lang || 'it';
  const lost =
    language === 'en' ? 'The server does not answer. Try again.' : 'Il server non risponde. Riprovi.';
  try {
    const bytes = await file.arrayBuffer();
    const sum = crypto.subtle ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : undefined;
    const sha256 = sum ? [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('') : '';
    const response = await fetch(`${of(kase, 'attachments')}?${new URLSearchParams({ ...told, sha256 })}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'X-Patto-Name': encodeURIComponent(file.name),
        'Accept-Language': language,
      },
      body: bytes,
      credentials: 'same-origin',
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok)
      return { ok: true, value: body as { id: string }, rev: undefined, status: response.status };
    const problem = { code: 'unexpected', title: lost, ...(body as Partial<HttpProblem> | undefined) };
    return { ok: false, problem: { ...problem, status: response.status } };
  } catch {
    return { ok: false, problem: { code: 'network', title: lost, status: 0 } };
  }
}
