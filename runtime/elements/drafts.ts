// SPDX-License-Identifier: BSD-3-Clause
// What a form needs once something was changed in it; fetched then.
export { draftsSheet } from './drafts-css.ts';
export { PublicRemote } from './public-remote.ts';
export { adopt, forget, recall } from './recalling.ts';
export { resumeCode, resumeTab } from './resume.ts';
export { saveLine } from './save-line.ts';
export { Saving } from './saving.ts';
export { workSheet } from './css-work.ts';
