// SPDX-License-Identifier: AGPL-3.0-or-later
import { createMemoryStore } from '../../../server/storage/memory.ts';
import { contractSuite } from './contract.ts';

contractSuite('memory', async () => ({ store: createMemoryStore() }));
