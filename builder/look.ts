// SPDX-License-Identifier: AGPL-3.0-or-later
// The look of the list, the frame of the editor, the panel and the dialogs.
import { css } from 'lit';

export const look = css`
  :host {
    display: block;
  }
  patto-builder-list,
  patto-builder-editor,
  patto-builder-canvas,
  patto-builder-panel,
  patto-builder-preview,
  patto-builder-problems,
  patto-builder-trouble,
  patto-builder-condition,
  patto-builder-settings,
  patto-builder-leads,
  patto-builder-type-menu {
    display: block;
  }
  .wrong {
    color: var(--patto-danger);
    margin: 4px 0 0;
    font-weight: 600;
  }
  .nothing,
  .start {
    color: var(--patto-muted);
    margin: 8px 0;
  }

  /* the list */
  .list {
    display: grid;
    gap: 24px;
    max-width: 1040px;
    margin: 0 auto;
  }
  .list > h1 {
    margin: 0;
  }
  .list > .lead {
    max-width: 62ch;
    margin: -16px 0 0;
    color: var(--patto-muted);
    font-size: 18px;
  }
  .begin {
    display: grid;
    gap: 20px;
    grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
  }
  .begin .card {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 24px;
  }
  .begin h2,
  .begin .hint {
    margin: 0;
  }
  .begin button {
    align-self: start;
  }
  .search {
    max-width: 420px;
    margin-block-end: 16px;
  }
  .definitions {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 10px;
  }
  .definitions .card {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    justify-content: space-between;
    align-items: center;
    padding: 16px 20px;
  }
  .definitions .card:hover {
    border-color: var(--patto-primary);
  }
  .definitions h3,
  .definitions p {
    margin: 0;
  }
  .definitions a {
    text-decoration: none;
  }
  .definitions a::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .definitions a:hover {
    text-decoration: underline;
  }

  /* the editor's frame */
  .editor {
    display: grid;
    gap: 16px;
  }
  /* in sight wherever the person works: nothing of theirs is saved while it stands */
  patto-builder-trouble {
    position: sticky;
    top: 100px;
    z-index: 3;
    box-shadow: var(--patto-shadow);
  }
  patto-builder-trouble:empty {
    display: none;
  }
  patto-builder-bar {
    display: contents;
  }
  .editor > patto-builder-bar > .bar {
    position: sticky;
    top: 0;
    z-index: 4;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
    justify-content: space-between;
    margin: -24px -20px 0;
    padding: 12px 20px;
    background: color-mix(in srgb, var(--patto-ground) 94%, transparent);
    border-block-end: 1px solid var(--patto-line);
    backdrop-filter: blur(6px);
  }
  .name {
    flex: 1 1 320px;
    min-width: 0;
  }
  .back {
    display: inline-block;
    font-size: 15px;
    text-decoration: none;
    padding-block: 2px;
  }
  .back:hover {
    text-decoration: underline;
  }
  #form-title {
    display: block;
    margin-inline-start: -9px;
    padding: 2px 8px;
    font-size: 24px;
    font-weight: 700;
    border-color: transparent;
    background: transparent;
    text-overflow: ellipsis;
  }
  #form-title:hover:not([readonly]) {
    border-color: var(--patto-line);
    background: var(--patto-surface);
  }
  #form-title:focus {
    background: var(--patto-surface);
  }
  .tools {
    flex-wrap: nowrap;
  }
  .saved {
    color: var(--patto-muted);
    font-size: 15px;
    white-space: nowrap;
  }
  .saved.clean::before {
    content: '✓ ';
    color: var(--patto-success);
  }
  .saved.offline,
  .saved.signed-out,
  .saved.conflict {
    color: var(--patto-warning);
    font-weight: 600;
  }
  .saved.refused {
    color: var(--patto-danger);
    font-weight: 600;
  }
  .icon-drawing {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button.icon {
    min-width: 40px;
    padding-inline: 8px;
    font-size: 18px;
    line-height: 1;
  }
  patto-builder-trouble > .notice {
    margin: 0;
  }
  .conflict h2 {
    font-size: 18px;
    margin-block-end: 4px;
  }
  .draft {
    color: var(--patto-muted);
    font-size: 15px;
    margin: 0 0 12px;
  }
  .tabs {
    display: none;
    gap: 4px;
    padding: 4px;
    border-radius: calc(var(--patto-radius) + 4px);
    background: var(--patto-line);
  }
  .tabs button,
  .pair button {
    border-color: transparent;
    background: transparent;
    color: var(--patto-text);
  }
  .tabs button {
    flex: 1;
    min-height: 44px;
  }
  .tabs [aria-pressed='true'] {
    background: var(--patto-surface);
    color: var(--patto-primary-strong);
    box-shadow: var(--patto-shadow);
  }
  .pair [aria-pressed='true'] {
    background: var(--patto-primary-soft);
    color: var(--patto-primary-strong);
  }
  .areas {
    display: grid;
    gap: 20px;
    align-items: start;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 340px) minmax(320px, 400px);
  }
  .area {
    min-width: 0;
    scroll-margin-block-start: 96px;
  }
  .area:focus-visible {
    outline-offset: 6px;
  }
  .area > h2 {
    font-size: 15px;
    font-weight: 600;
    color: var(--patto-muted);
    margin: 0 0 8px;
  }
  .area.panel,
  .area.preview {
    position: sticky;
    top: 96px;
    max-height: calc(100vh - 112px);
    overflow: auto;
    padding: 4px;
    margin: -4px;
  }
  .area.panel > patto-builder-panel {
    padding: 20px;
    border: 1px solid var(--patto-line);
    border-radius: calc(var(--patto-radius) + 4px);
    background: var(--patto-surface);
  }
  patto-builder-panel > * + * {
    margin-block-start: 18px;
  }

  /* the panel */
  .setting {
    border: 0;
    margin-inline: 0;
    padding: 0;
    min-width: 0;
  }
  .setting legend,
  .setting .label,
  details summary {
    font-weight: 600;
    padding: 0;
  }
  .setting .label {
    display: block;
    margin-block-end: 4px;
  }
  .setting .hint,
  details .hint,
  .hint.count {
    margin: 0 0 6px;
  }
  .hint.count {
    margin-block: 6px 0;
  }
  .setting textarea {
    min-height: 44px;
    field-sizing: content;
    resize: vertical;
    max-height: 60vh;
  }
  .tick {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 44px;
    margin: 0;
    font-weight: 600;
  }
  .tick input {
    flex: none;
  }
  .type-now,
  .types button {
    width: 100%;
    justify-content: space-between;
    text-align: start;
    color: inherit;
    font-weight: 400;
  }
  .type-now b,
  .types b {
    display: block;
    font-weight: 600;
  }
  .type-now small,
  .types small {
    display: block;
    color: var(--patto-muted);
    font-size: 14px;
    margin-block-start: 2px;
  }
  .types {
    list-style: none;
    margin: 6px 0 0;
    padding: 4px;
    border: 1px solid var(--patto-line);
    border-radius: var(--patto-radius);
    max-height: 380px;
    overflow: auto;
  }
  .types[hidden] {
    display: none;
  }
  .types button {
    border-color: transparent;
    padding: 8px 10px;
    background: transparent;
  }
  .types button:hover {
    background: var(--patto-primary-soft);
  }
  .types [aria-pressed='true'] {
    background: var(--patto-primary-soft);
    box-shadow: inset 3px 0 0 var(--patto-primary);
  }
  details summary {
    cursor: pointer;
    min-height: 32px;
    padding-block: 4px;
  }
  .type-settings patto-form {
    display: block;
    margin-block-start: 8px;
  }
  .lead {
    margin-block-start: 8px;
  }
  .lead label {
    font-weight: 400;
    font-size: 15px;
  }
  .condition {
    padding: 12px 14px;
    border-radius: var(--patto-radius);
    background: var(--patto-ground);
  }
  .condition legend {
    float: inline-start;
    width: 100%;
    margin-block-end: 6px;
  }
  .condition legend + * {
    clear: both;
  }
  .sentence {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin-block-end: 8px;
  }
  .sentence .word {
    font-weight: 600;
    flex: 0 0 100%;
  }
  .sentence select,
  .sentence input {
    flex: 1 1 100%;
    min-width: 0;
  }
  .sentence [id^='condition-join'] {
    flex: 0 0 auto;
    width: auto;
    margin-inline-end: 40%;
  }
  .sentence [id^='condition-relation'] {
    flex: 0 1 auto;
    width: auto;
    max-width: 100%;
  }
  .sentence [id^='condition-value'] {
    flex: 1 1 96px;
  }
  .otherwise {
    margin: 0 0 10px;
  }
  .keys {
    display: grid;
    gap: 8px;
    margin: 0;
  }
  .keys div {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    justify-content: space-between;
  }
  .keys dd {
    margin: 0;
    color: var(--patto-muted);
  }
  kbd {
    font: 600 14px/1.4 var(--patto-mono);
    padding: 1px 6px;
    border: 1px solid var(--patto-line);
    border-block-end-width: 2px;
    border-radius: 5px;
    background: var(--patto-ground);
  }

  /* problems, publishing, messages */
  .findings,
  .changes {
    margin: 0 0 16px;
  }
  .findings {
    list-style: none;
    padding: 0;
    display: grid;
    gap: 8px;
  }
  .findings li {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
  }
  .findings .sentence {
    display: block;
    flex: 1 1 280px;
    margin: 0;
  }
  .findings .witness {
    display: block;
    color: var(--patto-muted);
    font-size: 0.9em;
  }
  .problems h3 {
    font-size: 1em;
    margin-block: 12px 8px;
  }
  .problems .findings {
    gap: 12px;
  }
  .problems .findings li {
    align-items: start;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--patto-line);
  }
  @media (max-width: 60em) {
    .problems .findings .sentence,
    .problems .findings .actions {
      flex-basis: 100%;
    }
    .problems .findings .actions > .quiet:first-child {
      margin-inline-start: -10px;
    }
  }
  .problems .findings li:last-child {
    border: 0;
    padding-block-end: 0;
  }
  .changes {
    padding-inline-start: 20px;
  }
  .hash {
    font: 13px/1.4 var(--patto-mono);
    overflow-wrap: anywhere;
  }
  textarea.snippet {
    font: 14px/1.5 var(--patto-mono);
    white-space: pre;
    overflow: auto;
  }
  .goals {
    display: grid;
    gap: 6px;
    margin-block-end: 12px;
  }
  .goals button {
    justify-content: flex-start;
    text-align: start;
  }
  .message {
    position: fixed;
    inset-block-end: 24px;
    inset-inline: 16px;
    z-index: 6;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .message span {
    max-width: 640px;
    padding: 12px 18px;
    border-radius: var(--patto-radius);
    background: #17324d;
    color: #fff;
    box-shadow: 0 6px 24px rgb(0 0 0 / 25%);
  }
  .message.gone span {
    padding: 0;
    box-shadow: none;
  }

  @media (max-width: 1180px) {
    .areas {
      grid-template-columns: minmax(0, 1fr) minmax(300px, 360px);
    }
    .tabs {
      display: flex;
    }
    .shows-canvas > .preview,
    .shows-panel > .preview,
    .shows-preview > .panel {
      display: none;
    }
  }
  @media (max-width: 800px) {
    .areas {
      grid-template-columns: minmax(0, 1fr);
    }
    .shows-canvas > .panel,
    .shows-panel > .canvas,
    .shows-preview > .canvas {
      display: none;
    }
    .area.panel,
    .area.preview {
      position: static;
      max-height: none;
      overflow: visible;
    }
    .editor > patto-builder-bar > .bar {
      position: static;
      margin: -16px -12px 0;
      padding: 8px 12px;
    }
    patto-builder-trouble {
      top: 60px;
    }
    .tabs {
      position: sticky;
      top: 0;
      z-index: 4;
    }
    .tools {
      flex-wrap: wrap;
    }
    .area > h2 {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
