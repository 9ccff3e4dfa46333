import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { Shell } from '../kit/shell.tsx'
import { useWords } from '../preferences.tsx'

function FieldShell() {
  const { name, tabs } = useWords().faces.field
  const items = [
    { to: '/', label: tabs.today },
    { to: '/report', label: tabs.report },
    { to: '/me', label: tabs.me },
  ]
  return (
    <Shell name={name} tabs={{ label: tabs.label, items }}>
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
  page('/report', () => import('./pages/report.tsx')),
  page('/receipt/$number', () => import('./pages/receipt.tsx')),
  page('/case/$id', () => import('./pages/case.tsx')),
  page('/sign-in', () => import('./pages/sign-in.tsx')),
  page('/me', () => import('./pages/me.tsx')),
])
