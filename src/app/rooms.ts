import { areaRoutes, mapRoutes } from '../areas/door.ts'
import {
  arbitrationRoutes,
  caseActRoutes,
  caseListRoutes,
  caseMapRoutes,
  closingRoutes,
  deskRoutes,
  emergencyNowRoutes,
  emergencyRoutes,
  figureRoutes,
  handOverRoutes,
  importRoutes,
  ladderRoutes,
  mediationRoutes,
  openDataRoutes,
  ownCaseRoutes,
  ownMediationRoutes,
  passedRoutes,
  photoRoutes,
  powerRoutes,
  publicCaseRoutes,
  reportRoutes,
  stationActionRoutes,
  stationRoutes,
  wallRoutes,
  whistleCallRoutes,
  whistleOfficeRoutes,
  whistleRoutes,
} from '../cases/door.ts'
import { assessmentActRoutes, assessmentRoutes } from '../evaluation/door.ts'
import { matterRoutes } from '../matters/door.ts'
import { communityDeskRoutes, communityRoutes } from '../neighbours/door.ts'
import { deliveryRoutes, noticeRoutes } from '../notices/door.ts'
import { organisationRoutes } from '../organisations/door.ts'
import { must, peopleRoutes, whoOf } from '../people/door.ts'
import type { Clock } from '../platform/clock.ts'
import type { District } from '../platform/ctx.ts'
import type { Routes, ServerParts } from '../platform/http/server.ts'
import { sheetJobRoutes } from '../platform/sheet/jobs/routes.ts'
import { gridDayRoutes, roundRoutes } from '../rounds/door.ts'
import { visitRoutes } from '../visits/door.ts'
import { ownCopyRoutes } from './own-copy/routes.ts'
import { plainRoutes } from './plain/routes.ts'

/** The rooms that answer requests. A new room adds its routes here. */
export const rooms: readonly Routes[] = [
  areaRoutes,
  mapRoutes,
  organisationRoutes,
  peopleRoutes,
  matterRoutes,
  publicCaseRoutes,
  photoRoutes,
  ownCaseRoutes,
  deskRoutes,
  caseListRoutes,
  sheetJobRoutes,
  arbitrationRoutes,
  caseActRoutes,
  caseMapRoutes,
  closingRoutes,
  ladderRoutes,
  mediationRoutes,
  ownMediationRoutes,
  emergencyNowRoutes,
  emergencyRoutes,
  figureRoutes,
  reportRoutes,
  openDataRoutes,
  wallRoutes,
  handOverRoutes,
  importRoutes,
  whistleRoutes,
  whistleCallRoutes,
  whistleOfficeRoutes,
  stationActionRoutes,
  passedRoutes,
  powerRoutes,
  stationRoutes,
  communityRoutes,
  communityDeskRoutes,
  roundRoutes,
  gridDayRoutes,
  visitRoutes,
  assessmentRoutes,
  assessmentActRoutes,
  noticeRoutes,
  deliveryRoutes,
  ownCopyRoutes,
  plainRoutes,
]

/** The house wired together for one district: who asks, what they may, and the rooms. */
export const house = (
  district: District,
  clock: Clock,
): Pick<ServerParts, 'district' | 'clock' | 'whoOf' | 'must' | 'rooms'> => ({
  district,
  clock,
  whoOf: whoOf(district, clock),
  must,
  rooms,
})
