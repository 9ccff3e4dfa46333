import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ConsoleShell } from './shell.tsx'

const root = createRootRoute({ component: ConsoleShell })

// One line per page; each page is its own chunk.
const page = (path: string, load: Parameters<typeof lazyRouteComponent>[0]) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) })

export const consoleRoutes = root.addChildren([
  page('/', () => import('./pages/home.tsx')),
  // Signing in and setting up happen before the gate; who comes here afterwards is taken to their work.
  page('/sign-in', () => import('./pages/home.tsx')),
  page('/set-up', () => import('./pages/home.tsx')),
  page('/desk', () => import('./pages/desk.tsx')),
  page('/approvals', () => import('./pages/approvals.tsx')),
  page('/closings', () => import('./pages/closings.tsx')),
  page('/precedents', () => import('./pages/precedents.tsx')),
  page('/whistles', () => import('./pages/whistles.tsx')),
  page('/whistles/new', () => import('./pages/blow-whistle.tsx')),
  page('/whistles/rules', () => import('./pages/whistle-rules.tsx')),
  page('/whistles/advice', () => import('./pages/whistle-advice.tsx')),
  page('/whistles/$id', () => import('./pages/whistle.tsx')),
  page('/emergency', () => import('./pages/emergencies.tsx')),
  page('/emergency/$id', () => import('./pages/emergency.tsx')),
  page('/assessment', () => import('./pages/assessment.tsx')),
  page('/assessment/units/$id', () => import('./pages/assessed-unit.tsx')),
  page('/assessment/claims', () => import('./pages/assessment-claims.tsx')),
  page('/assessment/formula', () => import('./pages/assessment-formula.tsx')),
  page('/assessment/marks', () => import('./pages/assessment-marks.tsx')),
  page('/assessment/own', () => import('./pages/own-timings.tsx')),
  page('/cases/$id/paper', () => import('./pages/paper.tsx')),
  page('/cases/$id', () => import('./pages/case.tsx')),
  page('/notices', () => import('./pages/notices.tsx')),
  page('/community', () => import('./pages/community.tsx')),
  page('/report', () => import('./pages/report.tsx')),
  page('/map', () => import('./pages/map.tsx')),
  page('/import', () => import('./pages/import.tsx')),
  page('/matters', () => import('./pages/matters.tsx')),
  page('/matters/compare', () => import('./pages/compare-matters.tsx')),
  page('/matters/$code', () => import('./pages/matter.tsx')),
  page('/ladder', () => import('./pages/ladder.tsx')),
  page('/areas', () => import('./pages/areas.tsx')),
  page('/register', () => import('./pages/register.tsx')),
  page('/register/import', () => import('./pages/register-import.tsx')),
  page('/register/homes/$id', () => import('./pages/register-home.tsx')),
  page('/register/people/$id', () => import('./pages/register-person.tsx')),
  page('/rights', () => import('./pages/rights.tsx')),
  page('/bodies', () => import('./pages/bodies.tsx')),
  page('/bodies/attention', () => import('./pages/attention.tsx')),
  page('/bodies/$id', () => import('./pages/body.tsx')),
  page('/links', () => import('./pages/links.tsx')),
  page('/coverage', () => import('./pages/coverage.tsx')),
  page('/posters', () => import('./pages/posters.tsx')),
  page('/robots', () => import('./pages/robots.tsx')),
  page('/services', () => import('./pages/services.tsx')),
  page('/account', () => import('./pages/account.tsx')),
  page('/people', () => import('./pages/people.tsx')),
  page('/permissions', () => import('./pages/permissions.tsx')),
  page('/retention', () => import('./pages/retention.tsx')),
])
