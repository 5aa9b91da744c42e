// SPDX-License-Identifier: BSD-3-Clause
// Choosing files: what is allowed is said before, each file shows how it goes, everything that happens is said politely.
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { FileRef } from '../../fields/contract.ts';
import { countOf, kindsOf, sizeInWords, sizeOf, typesOf } from '../../fields/file/kinds.ts';
import { dress } from '../css.ts';
import type { PattoField } from '../field.ts';
import { storeOf, type FormStore } from '../form-store.ts';
import type { InputContext, Shown } from '../input.ts';
import { uploadsAt, type Underway, type Uploads } from './uploads.ts';

const sheet = css`
  patto-files {
    display: block;
  }
  .file-pick {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: center;
    margin-block-start: 0.5em;
    padding: 0.875em;
    border: 1px dashed var(--strong);
    border-radius: var(--radius);
    background: var(--ground);
  }
  .file-pick.over {
    border-color: var(--primary);
    background: var(--primary-soft);
  }
  label.file-button {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 2.75em;
    padding: 0.5em 1.125em;
    border: 1px solid var(--primary);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--primary);
    cursor: pointer;
  }
  label.file-button > input.hidden-text {
    width: 1px;
    height: 1px;
    min-height: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label.file-button:hover {
    background: var(--primary-soft);
  }
  label.file-button:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  label.file-button:has(:disabled) {
    opacity: 0.6;
    cursor: default;
  }
  .files {
    display: grid;
    gap: 0.5em;
    margin-block-start: 0.75em;
  }
  .files > li {
    display: grid;
    grid-template-columns: 3.25em minmax(0, 1fr) auto;
    gap: 0.25em 0.875em;
    align-items: center;
    padding: 0.625em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .files > li.failed,
  .files > li.refused {
    border-color: var(--danger);
  }
  .file-look {
    display: grid;
    place-items: center;
    width: 3.25em;
    height: 3.25em;
    border-radius: 4px;
    background: var(--primary-soft);
    color: var(--primary-strong);
    font-size: 1em;
    overflow: hidden;
  }
  .file-look > * {
    grid-area: 1 / 1;
  }
  .file-look > span {
    font-size: 0.75em;
    font-weight: 700;
  }
  .file-look > img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .file-name {
    overflow-wrap: anywhere;
  }
  .file-name progress {
    display: block;
    width: 100%;
    height: 0.5em;
    margin-block-start: 0.375em;
    accent-color: var(--primary);
  }
  .file-name .error,
  .file-name .warning {
    margin: 0;
    font-weight: 400;
  }
  .file-acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
  }
  .file-list {
    display: grid;
    gap: 0.25em;
  }
  @media (pointer: coarse) {
    .file-pick > .hint {
      display: none;
    }
  }
  @media (max-width: 30em) {
    .files > li {
      grid-template-columns: 3.25em minmax(0, 1fr);
    }
    .file-acts {
      grid-column: 1 / -1;
      justify-content: flex-end;
    }
  }
`;

const ending = (name: string): string => (name.includes('.') ? name.split('.').at(-1)! : '').toLowerCase();

/** Endings in words: PDF, JPG, PNG. */
const endingsIn = (context: Pick<InputContext, 'field'>): string =>
  Object.values(typesOf(context.field))
    .map(([first]) => first!.toUpperCase())
    .join(', ');

export class FileChoice extends LitElement {
  static override properties = { context: { attribute: false }, over: { state: true } };
  declare context: InputContext;
  declare over: boolean;
  declare store: FormStore;
  #uploads: Uploads | undefined;
  readonly #draw = () => this.requestUpdate();

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.store = storeOf(this);
    dress(this.getRootNode(), sheet);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#uploads?.removeEventListener('change', this.#draw);
    this.#uploads = undefined;
  }

  /** Those of the place where this stands now: a row may have moved. */
  get #here(): Uploads {
    const found = uploadsAt(this.store, this.closest<PattoField>('patto-field')!.path);
    if (found !== this.#uploads) {
      this.#uploads?.removeEventListener('change', this.#draw);
      found.addEventListener('change', this.#draw);
      this.#uploads = found;
    }
    return found;
  }

  readonly #say = (key: string, params: { readonly [name: string]: unknown }) =>
    this.context.say(key, params);

  get #files(): readonly FileRef[] {
    return (this.context.value as readonly FileRef[] | undefined) ?? [];
  }

  #take(files: Iterable<File>) {
    const { context } = this;
    const uploads = this.#here;
    const { most } = countOf(context.field);
    const limit = sizeOf(context.field);
    const types = typesOf(context.field);
    const endings = Object.values(types).flat();
    for (const file of files) {
      const { name } = file;
      const there = this.#files.length + uploads.items.filter(({ is }) => is !== 'refused').length;
      // Phones may give neither a type nor an ending: then the server, which reads the content, decides.
      const fits = file.type in types || endings.includes(ending(name)) || (!file.type && !ending(name));
      if (there >= most) uploads.refuse(file, context.say('tooMany', { name, most }));
      else if (!fits) uploads.refuse(file, context.say('wrongKind', { name, kinds: endingsIn(context) }));
      else if (file.size === 0) uploads.refuse(file, context.say('emptyFile', { name }));
      else if (file.size > limit)
        uploads.refuse(
          file,
          context.say('tooLarge', {
            name,
            size: sizeInWords(file.size, context.locale),
            limit: sizeInWords(limit, context.locale),
          }),
        );
      else uploads.add(file, this.#say);
    }
  }

  readonly #chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    this.#take([...(input.files ?? [])]);
    // the same file may be chosen again
    input.value = '';
  };

  readonly #dropped = (event: DragEvent) => {
    event.preventDefault();
    this.over = false;
    if (!this.context.locked) this.#take([...(event.dataTransfer?.files ?? [])]);
  };

  /** Focus that stood on a button which goes away stays in the list. */
  #after(act: () => void) {
    return async (event: Event) => {
      const row = (event.target as Element).closest('li');
      const rows = [...this.querySelectorAll('.files > li')];
      const place = row ? rows.indexOf(row) : -1;
      act();
      await this.updateComplete;
      await new Promise((done) => requestAnimationFrame(done));
      const left = this.querySelectorAll<HTMLElement>('.files > li');
      const next = left[Math.min(place, left.length - 1)]?.querySelector<HTMLElement>('button:last-of-type');
      (next ?? this.querySelector<HTMLElement>('input'))?.focus();
    };
  }

  protected override render() {
    const { context } = this;
    const uploads = this.#here;
    const files = this.#files;
    const { most } = countOf(context.field);
    const full = files.length >= most;
    const rules = context.say('rules', {
      kinds: endingsIn(context),
      size: sizeInWords(sizeOf(context.field), context.locale),
      most,
    });
    const camera =
      context.field['x-settings']?.['camera'] === true &&
      kindsOf(context.field).includes('photo') &&
      matchMedia('(pointer: coarse)').matches;
    return html`<p class="hint" id="${context.id}-r">${rules}</p>
      ${
        context.locked
          ? nothing
          : html`<div
              class=${this.over ? 'file-pick over' : 'file-pick'}
              @dragover=${(event: DragEvent) => {
                event.preventDefault();
                this.over = true;
              }}
              @dragleave=${() => (this.over = false)}
              @drop=${this.#dropped}
            >
              ${this.#button(context.id, files.length ? 'pickMore' : 'pick', full, false)}
              ${camera ? this.#button(`${context.id}-c`, 'camera', full, true) : nothing}
              <span class="hint" aria-hidden="true">${full ? nothing : context.say('drop')}</span>
            </div>`
      }
      ${
        files.length || uploads.items.length
          ? html`<ul class="files" aria-label=${context.say('files')}>
              ${files.map((file) => this.#kept(file, uploads))}
              ${uploads.items.map((item) => this.#underway(item, uploads))}
            </ul>`
          : nothing
      }
      <p class="hidden-text" role="status">${uploads.said}</p>`;
  }

  #button(id: string, key: string, full: boolean, camera: boolean): TemplateResult {
    const { context } = this;
    const types = typesOf(context.field);
    const accept = camera
      ? 'image/*'
      : [
          ...Object.keys(types),
          ...Object.values(types).flatMap((all) => all.map((each) => `.${each}`)),
        ].join();
    return html`<label class="file-button" part="button"
      >${context.say(key)}<input
        class="hidden-text"
        type="file"
        id=${id}
        accept=${accept}
        capture=${camera ? 'environment' : nothing}
        ?multiple=${!camera && countOf(context.field).most > 1}
        ?disabled=${full}
        aria-describedby="${context.id}-r"
        @change=${this.#chosen}
    /></label>`;
  }

  #kept(file: FileRef, uploads: Uploads): TemplateResult {
    const { context } = this;
    const address = this.store.reach?.transport?.fileAddress?.(file.id);
    const { name } = file;
    return html`<li>
      ${look(name, uploads.pictures.get(file.id))}
      <span class="file-name"
        >${address ? html`<a href=${address} download=${name}>${name}</a>` : name}
        <span class="hint">${sizeInWords(file.size, context.locale)}</span></span
      >
      <span class="file-acts"
        >${
          context.locked
            ? nothing
            : this.#act('takeOut', name, () => uploads.remove(file, context.say('removed', { name })))
        }</span
      >
    </li>`;
  }

  #underway(item: Underway, uploads: Uploads): TemplateResult {
    const { context } = this;
    const { name, size } = item.file;
    const percent = Math.round(item.part * 100);
    const going = item.is === 'sending' || item.is === 'waiting';
    return html`<li class=${item.is}>
      ${look(name, undefined)}
      <span class="file-name"
        >${
          item.is === 'sending'
            ? html`${name} <span class="hint">${sizeInWords(size, context.locale)}</span
                ><progress
                  max="100"
                  value=${percent}
                  aria-label=${context.say('underway', { name, percent })}
                ></progress>`
            : html`<p class=${item.is === 'waiting' ? 'warning' : 'error'}>${item.message}</p>`
        }</span
      >
      <span class="file-acts"
        >${
          item.is === 'failed' || item.is === 'waiting'
            ? this.#act('again', name, () => uploads.retry(item, this.#say))
            : nothing
        }${this.#act(going ? 'giveUp' : 'takeOut', name, () =>
          uploads.drop(item, context.say(going ? 'cancelled' : 'removed', { name })),
        )}</span
      >
    </li>`;
  }

  #act(key: string, name: string, act: () => void): TemplateResult {
    const { context } = this;
    return html`<button
      type="button"
      part="button tool"
      aria-label=${context.say(key, { name })}
      @click=${this.#after(act)}
    >
      ${context.say(`${key}Short`)}
    </button>`;
  }
}
if (!customElements.get('patto-files')) customElements.define('patto-files', FileChoice);

/** A small picture, or the ending of the name. One that the browser cannot draw gives way to the ending. */
const look = (name: string, picture: string | undefined): TemplateResult =>
  html`<span class="file-look" aria-hidden="true"
    ><span>${ending(name).slice(0, 4).toUpperCase() || 'FILE'}</span>${
      picture
        ? html`<img
            src=${picture}
            alt=""
            @error=${({ target }: Event) => ((target as HTMLElement).hidden = true)}
          />`
        : nothing
    }</span
  >`;

/** Kept files as links, where there is an address for them. */
export const fileLinks = (files: readonly FileRef[], shown: Shown): TemplateResult =>
  html`<ul class="file-list">
    ${files.map(({ id, name, size }) => {
      const address = shown.fileAddress(id);
      return html`<li>
        ${address ? html`<a href=${address} download=${name}>${name}</a>` : name}
        <span class="hint">${sizeInWords(size, shown.locale)}</span>
      </li>`;
    })}
  </ul>`;
