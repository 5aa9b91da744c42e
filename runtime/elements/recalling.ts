// SPDX-License-Identifier: BSD-3-Clause
// Takes up what this device kept of a draft: before a crash, or in a window that is gone.
import type { PattoForm } from './form.ts';
import type { FoundKept } from './keeping.ts';
import type { Saving } from './saving.ts';

/** Drafts that the person may go on with; those that need no question are gone on with at once. Then hears of others. */
export async function recall(form: PattoForm, saving: Saving, kept: boolean): Promise<void> {
  if (kept) await find(form, saving);
  if (form.isConnected) await saving.hear(true);
}

async function find(form: PattoForm, saving: Saving): Promise<void> {
  const found = await saving.keeping.found();
  // A draft that was opened by name, and what waits to be sent, go on by themselves.
  const waiting = found.find(({ value, open }) => value.outbox && !open);
  if (waiting) await adopt(form, saving, [waiting]);
  else if (form.remote)
    await adopt(
      form,
      saving,
      found.filter(({ open }) => !open),
    );
  else form.kept = found;
  form.requestUpdate();
}

export async function adopt(form: PattoForm, saving: Saving, found: readonly FoundKept[]): Promise<void> {
  if (!found.length) return;
  await saving.adopt(found, async (draft) => {
    form.draft = draft;
    await form.updateComplete;
    // Until then the offer stands: what would be typed meanwhile has nowhere to stay.
    form.kept = [];
    form.requestUpdate();
  });
  if (saving.outbox) await (await form.toGo()).deliver();
}

/** The person wants to begin anew. */
export async function forget(form: PattoForm, saving: Saving): Promise<void> {
  for (const { id, open } of form.kept) if (!open) await saving.keeping.remove(id);
  form.kept = [];
  form.requestUpdate();
}
