import type { RefusalFacts } from '../../kernel/refusal.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import { consoleEn } from './en/console.ts'
import { consoleApprovalsEn } from './en/console-approvals.ts'
import { consoleAreasEn, consoleMapEn } from './en/console-areas.ts'
import { consoleAssessmentEn } from './en/console-assessment.ts'
import { consoleBodiesEn } from './en/console-bodies.ts'
import { consoleBooksEn } from './en/console-books.ts'
import { consoleCaseEn } from './en/console-case.ts'
import { consoleCatalogueEn } from './en/console-catalogue.ts'
import { consoleClosingsEn } from './en/console-closings.ts'
import { consoleDeskEn } from './en/console-desk.ts'
import { consoleEmergencyEn } from './en/console-emergency.ts'
import { consoleFaceEn } from './en/console-face.ts'
import { consoleFindEn } from './en/console-find.ts'
import { consoleImportsEn } from './en/console-imports.ts'
import { consoleLadderEn } from './en/console-ladder.ts'
import { consoleLinksEn } from './en/console-links.ts'
import { consoleMediationEn } from './en/console-mediation.ts'
import { consoleOverviewEn } from './en/console-overview.ts'
import { consolePaperEn } from './en/console-paper.ts'
import { consolePeopleEn } from './en/console-people.ts'
import { consolePermissionsEn } from './en/console-permissions.ts'
import { consolePostersEn } from './en/console-posters.ts'
import { consolePrecedentsEn } from './en/console-precedents.ts'
import { consoleRegisterImportEn } from './en/console-register-import.ts'
import { consoleReportEn } from './en/console-report.ts'
import { consoleReportsEn } from './en/console-reports.ts'
import { consoleRobotsEn } from './en/console-robots.ts'
import { consoleServicesEn } from './en/console-services.ts'
import { consoleStationEn } from './en/console-station.ts'
import { consoleStepsEn } from './en/console-steps.ts'
import { consoleVisitsEn } from './en/console-visits.ts'
import { consoleWhistlesEn } from './en/console-whistles.ts'
import { deskRefusalsEn } from './en/desk-refusals.ts'
import { screenEn } from './en/screen.ts'
import { en } from './en.ts'
import type { Language } from './language.ts'
import { consoleZh } from './zh/console.ts'
import { consoleApprovalsZh } from './zh/console-approvals.ts'
import { consoleAreasZh, consoleMapZh } from './zh/console-areas.ts'
import { consoleAssessmentZh } from './zh/console-assessment.ts'
import { consoleBodiesZh } from './zh/console-bodies.ts'
import { consoleBooksZh } from './zh/console-books.ts'
import { consoleCaseZh } from './zh/console-case.ts'
import { consoleCatalogueZh } from './zh/console-catalogue.ts'
import { consoleClosingsZh } from './zh/console-closings.ts'
import { consoleDeskZh } from './zh/console-desk.ts'
import { consoleEmergencyZh } from './zh/console-emergency.ts'
import { consoleFaceZh } from './zh/console-face.ts'
import { consoleFindZh } from './zh/console-find.ts'
import { consoleImportsZh } from './zh/console-imports.ts'
import { consoleLadderZh } from './zh/console-ladder.ts'
import { consoleLinksZh } from './zh/console-links.ts'
import { consoleMediationZh } from './zh/console-mediation.ts'
import { consoleOverviewZh } from './zh/console-overview.ts'
import { consolePaperZh } from './zh/console-paper.ts'
import { consolePeopleZh } from './zh/console-people.ts'
import { consolePermissionsZh } from './zh/console-permissions.ts'
import { consolePostersZh } from './zh/console-posters.ts'
import { consolePrecedentsZh } from './zh/console-precedents.ts'
import { consoleRegisterImportZh } from './zh/console-register-import.ts'
import { consoleReportZh } from './zh/console-report.ts'
import { consoleReportsZh } from './zh/console-reports.ts'
import { consoleRobotsZh } from './zh/console-robots.ts'
import { consoleServicesZh } from './zh/console-services.ts'
import { consoleStationZh } from './zh/console-station.ts'
import { consoleStepsZh } from './zh/console-steps.ts'
import { consoleVisitsZh } from './zh/console-visits.ts'
import { consoleWhistlesZh } from './zh/console-whistles.ts'
import { deskRefusalsZh } from './zh/desk-refusals.ts'
import { screenZh } from './zh/screen.ts'
import { type Words, zh } from './zh.ts'

// Apart from the words of every face: no phone loads what only staff read.
const own = {
  zh: {
    console: consoleZh,
    approvals: consoleApprovalsZh,
    consoleDesk: consoleDeskZh,
    paper: consolePaperZh,
    consoleCase: consoleCaseZh,
    consoleAreas: consoleAreasZh,
    consoleAssessment: consoleAssessmentZh,
    consoleVisits: consoleVisitsZh,
    consoleMap: consoleMapZh,
    consoleOverview: consoleOverviewZh,
    screen: screenZh,
    consoleReports: consoleReportsZh,
    consoleBodies: consoleBodiesZh,
    consoleBooks: consoleBooksZh,
    consoleCatalogue: consoleCatalogueZh,
    consoleRegisterImport: consoleRegisterImportZh,
    consoleReport: consoleReportZh,
    consoleImports: consoleImportsZh,
    consoleLinks: consoleLinksZh,
    consolePeople: consolePeopleZh,
    consolePermissions: consolePermissionsZh,
    consolePosters: consolePostersZh,
    consoleClosings: consoleClosingsZh,
    consoleLadder: consoleLadderZh,
    consoleSteps: consoleStepsZh,
    consoleFind: consoleFindZh,
    consolePrecedents: consolePrecedentsZh,
    consoleRobots: consoleRobotsZh,
    consoleServices: consoleServicesZh,
    consoleEmergency: consoleEmergencyZh,
    consoleMediation: consoleMediationZh,
    consoleStation: consoleStationZh,
    consoleWhistles: consoleWhistlesZh,
  },
  en: {
    console: consoleEn,
    approvals: consoleApprovalsEn,
    consoleDesk: consoleDeskEn,
    paper: consolePaperEn,
    consoleCase: consoleCaseEn,
    consoleAreas: consoleAreasEn,
    consoleAssessment: consoleAssessmentEn,
    consoleVisits: consoleVisitsEn,
    consoleMap: consoleMapEn,
    consoleOverview: consoleOverviewEn,
    screen: screenEn,
    consoleReports: consoleReportsEn,
    consoleBodies: consoleBodiesEn,
    consoleBooks: consoleBooksEn,
    consoleCatalogue: consoleCatalogueEn,
    consoleRegisterImport: consoleRegisterImportEn,
    consoleReport: consoleReportEn,
    consoleImports: consoleImportsEn,
    consoleLinks: consoleLinksEn,
    consolePeople: consolePeopleEn,
    consolePermissions: consolePermissionsEn,
    consolePosters: consolePostersEn,
    consoleClosings: consoleClosingsEn,
    consoleLadder: consoleLadderEn,
    consoleSteps: consoleStepsEn,
    consoleFind: consoleFindEn,
    consolePrecedents: consolePrecedentsEn,
    consoleRobots: consoleRobotsEn,
    consoleServices: consoleServicesEn,
    consoleEmergency: consoleEmergencyEn,
    consoleMediation: consoleMediationEn,
    consoleStation: consoleStationEn,
    consoleWhistles: consoleWhistlesEn,
  },
}

/** Every word of the console, and those that all faces share; each "no" of the server is among them. */
export type ConsoleWords = Words &
  (typeof own)['zh'] & {
    readonly faces: { readonly console: typeof consoleFaceZh }
    readonly refusals: { readonly byCode: Readonly<Record<RefusalCode, (facts: RefusalFacts) => string>> }
  }

const atDesk = <Phone extends Words['refusals'], Desk extends object>(refusals: Phone, desk: Desk) => ({
  ...refusals,
  byCode: { ...refusals.byCode, ...desk },
})

export const consoleWords: Record<Language, ConsoleWords> = {
  zh: {
    ...zh,
    ...own.zh,
    faces: { ...zh.faces, console: consoleFaceZh },
    refusals: atDesk(zh.refusals, deskRefusalsZh),
  },
  en: {
    ...en,
    ...own.en,
    faces: { ...en.faces, console: consoleFaceEn },
    refusals: atDesk(en.refusals, deskRefusalsEn),
  },
}
