// SPDX-License-Identifier: AGPL-3.0-or-later
import { jobCentreList } from './documents/job-centre-list/facts.ts';
import { progress } from './documents/progress/facts.ts';
import { serviceGuide } from './documents/service-guide/facts.ts';
import type { ReportKind } from './report.ts';

/** The kinds of document of a district: one line each. */
export const reportKinds: readonly ReportKind[] = [jobCentreList, progress, serviceGuide];
