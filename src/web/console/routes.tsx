import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ConsoleShell } from './shell.tsx'

const root = createRootRoute({ component: ConsoleShell })

// One line per page; each page is its own chunk.
const page = (path: string, load: Parameters<typeof lazyRouteComponent>[0]) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) })

export const consoleRoutes = root.addChildren([
  page('/', () => import('./pages/home.tsx')),
  page('/screening', () => import('./pages/screening.tsx')),
  page('/queue', () => import('./pages/queue.tsx')),
  page('/matters', () => import('./pages/matters.tsx')),
  page('/imports', () => import('./pages/imports.tsx')),
  page('/areas', () => import('./pages/areas.tsx')),
  page('/people', () => import('./pages/people.tsx')),
])
