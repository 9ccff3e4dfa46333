import './tokens.css'
import './base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { type AnyRoute, createRouter, Link, RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueryClient } from '../api/query-client.ts'
import { PreferencesProvider, useWords } from '../preferences.tsx'
import { buttonClass } from './button.tsx'
import { Empty, Loading, Refused } from './states.tsx'
import { StatusRegion } from './status.tsx'

function NotFound() {
  const { states, actions } = useWords().common
  return (
    <Empty wholePage what={states.notFound} next={states.notFoundNext}>
      <Link to="/" className={buttonClass({ look: 'quiet' })}>
        {actions.home}
      </Link>
    </Empty>
  )
}

/** What stands around every page of every face: words, data, news, routes, and the designed states. */
export function Around({ children }: { children: ReactNode }) {
  return (
    <StrictMode>
      <PreferencesProvider>
        <StatusRegion>{children}</StatusRegion>
      </PreferencesProvider>
    </StrictMode>
  )
}

/** Draws into `#root`. */
export function draw(page: ReactNode): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  createRoot(root).render(page)
}

/** Starts a face: its route tree, below `basepath` ('/', '/field', '/console'). */
export function startFace(routeTree: AnyRoute, basepath: string): void {
  const router = createRouter({
    routeTree,
    basepath,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Refused error={error} onRetry={reset} />,
    defaultNotFoundComponent: NotFound,
  })
  const queryClient = newQueryClient()
  draw(
    <Around>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Around>,
  )
}
