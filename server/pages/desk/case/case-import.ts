// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { fileChoice, fileChoices } from '../../../../runtime/elements/kit/file-choice.ts';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { ownDistrict, type DistrictView } from '../api.ts';
import { importCase } from './case-work-api.ts';
import { caseWorkWords } from './case-work-words.ts';
import { comuneChoice, measureChoice } from '../choices.ts';

/** For the coordinator: a button that opens a case from the file of another district. */
@customElement('patto-case-import')
export class CaseImport extends LitElement {
  static override styles = [tokens, controls, fileChoices, forms];
  @property() locale = 'it';
  @state() private district: DistrictView | undefined;
  /** name of the file */
  @state() private chosen = '';
  @state() private problem = '';
  @query('patto-dialog') private dialog!: PattoDialog;

  private async open(): Promise<void> {
    this.district = await ownDistrict();
    await this.dialog.show();
  }
  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const file = data.get('file') as File;
    if (file.size === 0) {
      this.problem = caseWorkWords(this.locale).fileMissing;
      return;
    }
    let packed: unknown;
    try {
      packed = JSON.parse(await file.text()) as unknown;
    } catch {
      this.problem = caseWorkWords(this.locale).notAFile;
      return;
    }
    const answer = await importCase({
      comune: String(data.get('comune')),
      measure: String(data.get('measure')),
      package: packed,
    });
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    this.dialog.hide();
    location.hash = `#/case/${answer.value.id}`;
  };

  override render() {
    const say = caseWorkWords(this.locale);
    return html`<button @click=${() => this.open()}>${say.import}</button>
      <patto-dialog heading=${say.import} close-label=${say.cancel}>
        <form id="import" @submit=${this.send}>
          ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
          ${fileChoice({
            id: 'file',
            name: 'file',
            title: say.file,
            choose: say.chooseFile,
            chosen: this.chosen,
            accept: 'application/json,.json',
            change: (file) => (this.chosen = file?.name ?? ''),
          })}
          ${comuneChoice(say.comune, this.district)} ${measureChoice(say.measure, this.district)}
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          @click=${() => (this.renderRoot.querySelector('#import') as HTMLFormElement).requestSubmit()}
        >
          ${say.importNow}
        </button>
      </patto-dialog>`;
  }
}
