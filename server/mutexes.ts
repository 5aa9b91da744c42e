// SPDX-License-Identifier: AGPL-3.0-or-later
// One thing at a time per name, in this process; across processes the store's revisions decide.
import { Mutex } from './storage/mutex.ts';

export const oneAtATime = new Mutex();
