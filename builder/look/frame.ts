// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of the editor: bar, tabs, areas, and how they stand on small screens.
import { css } from 'lit';

export const frame = css`
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
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    border-block-end: 1px solid var(--patto-line);
  }
  .views button {
    border-color: transparent;
    border-radius: 8px 8px 0 0;
    background: transparent;
    color: var(--patto-text);
  }
  .views [aria-pressed='true'] {
    color: var(--patto-primary-strong);
    box-shadow: inset 0 -3px var(--patto-primary);
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
    .choosing.on {
      top: 60px;
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
