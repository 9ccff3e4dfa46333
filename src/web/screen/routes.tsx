import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

const root = createRootRoute()

export const screenRoutes = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/wall.tsx')),
  }),
])
