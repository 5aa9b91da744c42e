// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html } from 'lit';
import type { Catalogue, Edited, Handle, Place } from '../edit/contract.ts';
import type { Editing } from '../editing.ts';
import '../parts/clash.ts';
import '../parts/deletion.ts';
import '../parts/destination.ts';
import '../parts/insert.ts';
import '../parts/publish.ts';
import type { Language } from '../words.ts';

interface Around {
  readonly editing: Editing;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly deleted: (handle: Handle) => void;
  readonly placed: (handle: Handle, place: Place) => void;
  readonly put: (edited: Edited) => void;
}

/** The dialogs of the editor: each is there, and draws nothing until it is asked. */
export function dialogs({ editing, catalogue, language, deleted, placed, put }: Around): TemplateResult {
  const { now: definition, together, published } = editing;
  return html`<patto-builder-deletion
      .definition=${definition}
      .together=${together}
      .language=${language}
      @builder-confirmed=${(event: CustomEvent<Handle>) => deleted(event.detail)}
    ></patto-builder-deletion>
    <patto-builder-destination
      .definition=${definition}
      .language=${language}
      @builder-placed=${({ detail }: CustomEvent<{ handle: Handle; place: Place }>) => placed(detail.handle, detail.place)}
    ></patto-builder-destination>
    <patto-builder-clash
      .definition=${definition}
      .catalogue=${catalogue}
      .language=${language}
    ></patto-builder-clash>
    <patto-builder-insert
      .definition=${definition}
      .catalogue=${catalogue}
      .language=${language}
      @builder-put=${(event: CustomEvent<Edited>) => put(event.detail)}
    ></patto-builder-insert>
    <patto-builder-publish
      .definition=${definition}
      .published=${published}
      .flush=${() => editing.flush()}
      .language=${language}
      @builder-published=${({ detail }: CustomEvent<{ number: number; rev: number | undefined }>) =>
        editing.publishedAs(detail.number, detail.rev)}
    ></patto-builder-publish>`;
}
