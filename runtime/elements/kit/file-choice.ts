// SPDX-License-Identifier: BSD-3-Clause
// Choosing a file: the browser's own button speaks the browser's language, so the label is the button.
import { css, html, nothing, type TemplateResult } from 'lit';

export const fileChoices = css`
  .file-choice {
    position: relative;
  }
  .file-choice > p {
    font-weight: 600;
    margin: 0 0 6px;
  }
  .file-choice > input:focus-visible + .cluster label {
    outline: 3px solid var(--patto-focus);
    outline-offset: 2px;
  }
  .file-choice [role='status'] {
    overflow-wrap: anywhere;
    min-width: 0;
  }
`;

export interface FileChoice {
  readonly id: string;
  /** what the file is */
  readonly title: string;
  /** words of the button */
  readonly choose: string;
  /** name of the file that was chosen; '' for none */
  readonly chosen: string;
  readonly accept?: string;
  /** under which the form has it */
  readonly name?: string;
  /** id of the text that says more */
  readonly about?: string;
  /** the same file may be chosen again: nothing of it stays */
  readonly again?: true;
  change(file: File | undefined): void;
}

export const fileChoice = (one: FileChoice): TemplateResult =>
  html`<div class="file-choice">
    <p id="${one.id}-title">${one.title}</p>
    <input
      id=${one.id}
      name=${one.name ?? nothing}
      class="hidden-text"
      type="file"
      accept=${one.accept ?? nothing}
      aria-labelledby="${one.id}-title"
      aria-describedby=${one.about ?? nothing}
      @change=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        one.change(input.files?.[0]);
        if (one.again) input.value = '';
      }}
    />
    <div class="cluster">
      <label for=${one.id} class="button small">${one.choose}</label><span role="status">${one.chosen}</span>
    </div>
  </div>`;
