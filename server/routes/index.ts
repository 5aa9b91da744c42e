// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountRoutes } from './accounts.ts';
import { appointmentRoutes } from './appointments.ts';
import { auditRoutes } from './audit.ts';
import { archiveRoutes } from './archives.ts';
import { attachmentRoutes } from './attachments.ts';
import { caseRoutes } from './cases.ts';
import { caseWorkRoutes } from './case-work.ts';
import type { Route } from './contract.ts';
import { deadlineRoutes } from './deadlines.ts';
import { definitionRoutes } from './definitions.ts';
import { lifeRoutes } from './definition-life.ts';
import { diaryRoutes } from './diary.ts';
import { demoRoutes } from './demo.ts';
import { districtRoutes } from './district.ts';
import { documentRoutes } from './documents.ts';
import { integratorRoutes } from './integrators.ts';
import { keyRoutes } from './keys.ts';
import { jobRoutes } from './jobs.ts';
import { counterRoutes } from './counter.ts';
import { draftRoutes } from './drafts.ts';
import { embedRoutes } from './embed.ts';
import { framedRoutes } from './framed.ts';
import { measureRoutes } from './measures.ts';
import { modelRoutes } from './models.ts';
import { listRoutes } from './lists.ts';
import { exportRoutes } from './exports.ts';
import { familyRoutes } from './families.ts';
import { fileRoutes } from './files.ts';
import { pactRoutes } from './pact.ts';
import { pageRoutes } from './pages.ts';
import { registerRoutes } from './registers.ts';
import { reportRoutes } from './reports.ts';
import { seenRoutes } from './seen.ts';
import { shareRoutes } from './shares.ts';
import { sessionRoutes } from './session.ts';
import { systemRoutes } from './system.ts';
import { templateRoutes } from './templates.ts';
import { verifyRoutes } from './verify.ts';

/** Every route there is. What is not here is not served. */
export const registry: readonly Route[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...keyRoutes,
  ...auditRoutes,
  ...seenRoutes,
  ...definitionRoutes,
  ...lifeRoutes,
  ...modelRoutes,
  ...familyRoutes,
  ...templateRoutes,
  ...districtRoutes,
  ...measureRoutes,
  ...caseRoutes,
  ...deadlineRoutes,
  ...caseWorkRoutes,
  ...counterRoutes,
  ...appointmentRoutes,
  ...diaryRoutes,
  ...attachmentRoutes,
  ...draftRoutes,
  ...pactRoutes,
  ...shareRoutes,
  ...documentRoutes,
  ...jobRoutes,
  ...reportRoutes,
  ...exportRoutes,
  ...archiveRoutes,
  ...verifyRoutes,
  ...listRoutes,
  ...registerRoutes,
  ...fileRoutes,
  ...integratorRoutes,
  ...embedRoutes,
  ...framedRoutes,
  ...demoRoutes,
  ...pageRoutes,
  ...systemRoutes(() => registry),
];
