import './field.css'
import { createRootRoute, createRoute, lazyRouteComponent, Outlet, useLocation } from '@tanstack/react-router'
import type { Me } from '../../people/contract.ts'
import { useRead } from '../api/use-read.ts'
import { Shell } from '../kit/shell.tsx'
import { useWords } from '../preferences.tsx'
import { OfflineBar } from './session/offline-bar.tsx'

function FieldShell() {
  const { pathname } = useLocation()
  const { name, tabs } = useWords().faces.field
  const { data: me } = useRead<Me>('/api/me')
  const items = [
    { to: '/', label: tabs.today },
    { to: '/report', label: tabs.report },
    ...(me?.acts.includes('grid.see') ? [{ to: '/grid', label: tabs.grid }] : []),
    { to: '/me', label: tabs.me },
  ]
  return (
    <Shell name={name} tabs={{ label: tabs.label, items }} wide={['/', '/grid', '/route'].includes(pathname)}>
      <OfflineBar />
      <Outlet />
    </Shell>
  )
}

const root = createRootRoute({ component: FieldShell })

// One line per page; each page is its own chunk.
const page = (path: string, load: Parameters<typeof lazyRouteComponent>[0]) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) })

export const fieldRoutes = root.addChildren([
  page('/', () => import('./pages/today.tsx')),
  page('/route', () => import('./pages/route.tsx')),
  page('/report', () => import('./pages/report.tsx')),
  page('/receipt/$number', () => import('./pages/receipt.tsx')),
  page('/case/$id', () => import('./pages/case.tsx')),
  page('/case/$id/$act', () => import('./pages/act.tsx')),
  page('/grid', () => import('./pages/grid.tsx')),
  page('/door', () => import('./pages/door.tsx')),
  page('/door/building/$id', () => import('./pages/door-building.tsx')),
  page('/door/home/$id', () => import('./pages/door-home.tsx')),
  page('/visits', () => import('./pages/visits.tsx')),
  page('/visits/$id', () => import('./pages/visit.tsx')),
  page('/rounds', () => import('./pages/rounds.tsx')),
  page('/rounds/$id', () => import('./pages/round.tsx')),
  page('/grid-day', () => import('./pages/grid-day.tsx')),
  page('/sign-in', () => import('./pages/sign-in.tsx')),
  page('/security', () => import('./pages/security.tsx')),
  page('/stand-in', () => import('./pages/stand-in.tsx')),
  page('/hand-over', () => import('./pages/hand-over.tsx')),
  page('/outbox', () => import('./pages/outbox.tsx')),
  page('/me', () => import('./pages/me.tsx')),
])
