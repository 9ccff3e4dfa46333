import { createRootRoute, createRoute, lazyRouteComponent, Outlet, useLocation } from '@tanstack/react-router'
import { Shell } from '../kit/shell.tsx'
import { useWords } from '../preferences.tsx'
import { EmergenciesLater } from '../shared/emergency/public-later.tsx'

const isWide = (pathname: string): boolean =>
  pathname === '/' || pathname === '/board' || pathname.startsWith('/community/')

function PortalShell() {
  const { pathname } = useLocation()
  const { name, tabs } = useWords().faces.portal
  const items = [
    { to: '/', label: tabs.home },
    { to: '/report', label: tabs.report },
    { to: '/follow', label: tabs.follow },
    { to: '/board', label: tabs.board },
    { to: '/me', label: tabs.me },
  ]
  return (
    <Shell name={name} tabs={{ label: tabs.label, items }} wide={isWide(pathname)}>
      {/^\/(report|board)?$/.test(pathname) && <EmergenciesLater />}
      <Outlet />
    </Shell>
  )
}

const root = createRootRoute({ component: PortalShell })

// One line per page; each page is its own chunk.
const page = (path: string, load: Parameters<typeof lazyRouteComponent>[0]) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) })

export const portalRoutes = root.addChildren([
  page('/', () => import('./pages/home.tsx')),
  page('/report', () => import('./pages/report.tsx')),
  page('/paper', () => import('./pages/paper.tsx')),
  page('/receipt/$number', () => import('./pages/receipt.tsx')),
  page('/follow', () => import('./pages/follow.tsx')),
  page('/follow/$number', () => import('./pages/follow-receipt.tsx')),
  page('/my/$caseId', () => import('./pages/my-case.tsx')),
  page('/mediation', () => import('./pages/mediation.tsx')),
  page('/ways', () => import('./pages/ways.tsx')),
  page('/board', () => import('./pages/board.tsx')),
  page('/board/$number', () => import('./pages/board-case.tsx')),
  page('/community/$areaId', () => import('./pages/community.tsx')),
  page('/security', () => import('./pages/security.tsx')),
  page('/me/record', () => import('./pages/record.tsx')),
  page('/me', () => import('./pages/me.tsx')),
])
