// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Report } from './contract.ts';
import { jobCentreList } from './job-centre-list.ts';
import { progress } from './progress/report.ts';
import { serviceGuide } from './service-guide.ts';

/** Documents of the district that the server can make: one line each. */
export const reports: readonly Report<never, unknown>[] = [jobCentreList, progress, serviceGuide];
