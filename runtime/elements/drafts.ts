// SPDX-License-Identifier: BSD-3-Clause
// What a form needs once something was changed in it; fetched then.
import { workSheet } from './css-work.ts';
import { dress } from './css.ts';
import { draftsSheet } from './drafts-css.ts';
import type { PattoForm } from './form.ts';
import { PublicRemote } from './public-remote.ts';
import { Saving } from './saving.ts';

export { recall } from './recalling.ts';
export { offer, resumeCode } from './resume.ts';
export { saveLine } from './save-line.ts';
export type { Saving } from './saving.ts';

/** Begins to keep the draft of a form, or goes on; a public form has its transport from here. */
export function begin(form: PattoForm): Saving {
  dress(form.renderRoot, workSheet);
  if (form.published && !form.remote) form.guest ??= new PublicRemote(form.published, () => form.tongue);
  if (form.saving) return form.saving;
  dress(form.renderRoot, draftsSheet);
  const saving = new Saving({
    recording: form.recording,
    draft: () => form.currentDraft,
    store: () => form.store!,
    remote: () => (form.bare ? undefined : form.transport),
    fire: (draft) => form.fire('patto-save', draft),
    changed: () =>
      void form.toGo().then(
        (going) => going.saved(),
        // without a network: said later
        () => form.requestUpdate(),
      ),
    // What this form was opened with the server has; a public draft it has none of.
    base: form.remote ? form.draft : undefined,
  });
  if (form.isConnected) saving.attend();
  return (form.saving = saving);
}
