// SPDX-License-Identifier: AGPL-3.0-or-later
// The look of the canvas and of the preview's frame.
import { css } from 'lit';

export const canvas = css`
  .things {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .thing {
    display: block;
    position: relative;
    scroll-margin-block: 112px 24px;
  }
  /* what is out of sight is not laid out; it keeps its place among the keys */
  .things > .page,
  .things .section,
  .inner {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 800px;
  }
  .things .section {
    contain-intrinsic-block-size: auto 600px;
  }
  .contents {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-end: 16px;
  }
  .contents button {
    max-width: 100%;
    border-color: var(--patto-line);
    font-weight: 400;
    color: var(--patto-text);
    text-align: start;
  }
  .contents .number {
    color: var(--patto-muted);
  }
  .choosing {
    margin-block-end: 12px;
  }
  .choosing.on {
    position: sticky;
    top: 96px;
    z-index: 2;
    padding: 8px 12px;
    border: 1px solid var(--patto-primary);
    border-radius: 10px;
    background: var(--patto-surface);
    box-shadow: var(--patto-shadow);
  }
  .choosing [aria-pressed='true'] {
    background: var(--patto-primary-soft);
  }
  .choosing [aria-pressed='true']::before {
    content: '✓ ' / '';
    white-space: pre;
  }
  .choosing .hint {
    margin: 4px 0 0;
  }
  .thing > .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
  }
  .pick {
    flex: 1 1 160px;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: flex-start;
    gap: 2px 10px;
    min-height: 44px;
    padding: 8px 0;
    border: 0;
    background: transparent;
    color: var(--patto-text);
    font: inherit;
    text-align: start;
  }
  .pick:hover {
    background: transparent;
    color: var(--patto-primary-strong);
  }
  .pick:focus-visible {
    outline: none;
  }
  .pick:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    outline: 3px solid var(--patto-focus);
    outline-offset: 2px;
    pointer-events: none;
  }
  /* what may be left out of the layout is clipped at its edge */
  .page > .head > .pick:focus-visible::after,
  .section > .head > .pick:focus-visible::after,
  .inner > .question > .head > .pick:focus-visible::after {
    outline-offset: -4px;
  }
  .pick .title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .pick .over,
  .pick .kind {
    color: var(--patto-muted);
    font-size: 14px;
  }
  .pick .over {
    flex: 0 0 100%;
  }
  .pick .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .must {
    color: var(--patto-danger);
  }
  .thing > .hint,
  .thing > .when {
    margin: 0 0 6px;
  }
  .when {
    color: var(--patto-primary-strong);
    font-size: 15px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-inline-end: -8px;
  }
  .actions .delete {
    color: var(--patto-danger);
  }

  .thing.page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    padding: 18px 20px 14px;
    border: 1px solid var(--patto-line);
    border-radius: 12px;
    background: var(--patto-surface);
    box-shadow: var(--patto-shadow);
  }
  .page > .head .title {
    font-size: 20px;
    font-weight: 700;
  }
  .thing.section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 6px 7px 7px 16px;
    margin-inline-end: -7px;
    border-inline-start: 3px solid var(--patto-line);
  }
  .section > .head .title {
    font-size: 17px;
  }
  .thing.chosen.page,
  .thing.chosen.section {
    border-color: var(--patto-primary);
  }
  .thing.question,
  .thing.note {
    padding: 4px 14px 10px;
    border: 1px solid var(--patto-line);
    border-radius: 10px;
    background: var(--patto-surface);
  }
  .thing.note {
    border-style: dashed;
  }
  .thing.question:hover {
    border-color: var(--patto-line-strong);
  }
  .thing.question.chosen,
  .thing.note.chosen {
    border-color: var(--patto-primary);
    box-shadow: inset 3px 0 0 var(--patto-primary);
    background: color-mix(in srgb, var(--patto-primary-soft) 45%, var(--patto-surface));
  }
  [draggable='true'] > .head > .pick {
    cursor: pointer;
  }
  .cells {
    display: grid;
    gap: 10px;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    align-items: start;
  }
  .inner {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin-block-start: 4px;
    padding: 10px;
    border-radius: 8px;
    background: var(--patto-ground);
  }
  .drop-before {
    box-shadow: 0 -4px 0 var(--patto-primary);
  }
  .drop-after {
    box-shadow: 0 4px 0 var(--patto-primary);
  }
  .drop-into {
    background: var(--patto-primary-soft);
  }

  patto-builder-several {
    display: block;
    padding: 20px;
    border: 1px solid var(--patto-line);
    border-radius: calc(var(--patto-radius) + 4px);
    background: var(--patto-surface);
  }
  patto-builder-several > * {
    margin-block: 0 14px;
  }

  .thing.question.among,
  .thing.note.among {
    border-style: solid;
    outline: 2px solid var(--patto-primary);
    outline-offset: -1px;
  }
  .pick .ticked {
    color: var(--patto-primary-strong);
    font-weight: 700;
  }
  .in-place {
    flex: 1 1 100%;
    margin-block: 4px;
    font-weight: 600;
  }
  .add.after,
  .after > .add {
    margin-block-start: 8px;
  }
  .add .guess {
    color: var(--patto-muted);
    font-size: 14px;
    white-space: nowrap;
  }
  patto-builder-add-line {
    display: block;
  }

  /* the line that adds a question */
  .add {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-inline: 12px 4px;
    border: 1.5px dashed var(--patto-line-strong);
    border-radius: 10px;
  }
  .add:focus-within {
    border-style: solid;
    border-color: var(--patto-primary);
    background: var(--patto-surface);
    outline: 3px solid var(--patto-focus);
    outline-offset: 2px;
  }
  .add .plus {
    color: var(--patto-primary);
    font-size: 20px;
    line-height: 1;
  }
  .add input {
    border: 0;
    background: transparent;
    padding-inline: 8px;
  }
  .add input:focus-visible {
    outline: none;
  }
  .add input::placeholder {
    color: var(--patto-muted);
    opacity: 1;
  }
  .add .turn {
    flex: 1;
    justify-content: flex-start;
    border: 0;
    background: transparent;
    padding-inline: 8px;
    color: var(--patto-muted);
    font-weight: 400;
    cursor: text;
  }
  .add button:not(.turn) {
    display: none;
  }
  .add input:not(:placeholder-shown) + button {
    display: inline-flex;
  }
  .more {
    padding-block: 4px 24px;
  }

  /* an answer, drawn faintly */
  .drawn {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: center;
    color: var(--patto-muted);
    font-size: 15px;
  }
  .drawn .box {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
    height: 30px;
    padding-inline: 8px;
    border: 1px solid var(--patto-line);
    border-radius: 6px;
    background: var(--patto-surface);
  }
  .drawn .tiny {
    width: 46px;
    justify-content: center;
  }
  .drawn .small {
    width: 66px;
    justify-content: center;
  }
  .drawn .short {
    width: 120px;
  }
  .drawn .long {
    width: min(100%, 320px);
  }
  .drawn .tall {
    width: min(100%, 420px);
    height: 56px;
  }
  .drawn .option::before {
    content: '';
    display: inline-block;
    width: 13px;
    height: 13px;
    margin-inline-end: 6px;
    vertical-align: -2px;
    border: 1.5px solid var(--patto-line-strong);
    border-radius: 50%;
  }
  .drawn .option.square::before {
    border-radius: 3px;
  }
  .drawn .option.more::before {
    display: none;
  }

  /* the preview's frame */
  .screen {
    margin: 8px auto 0;
    padding: 16px;
    border: 1px solid var(--patto-line);
    border-radius: 12px;
    background: var(--patto-surface);
    box-shadow: var(--patto-shadow);
    overflow: auto;
  }
  .screen.phone {
    max-width: 376px;
    border-width: 6px;
    border-radius: 24px;
    border-color: var(--patto-line);
  }
`;
