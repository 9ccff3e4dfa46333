import { type ComponentType, lazy, Suspense } from 'react'

// Without signal it cannot be fetched, and nothing else of the page waits for it.
const nothing: { readonly default: ComponentType } = { default: () => null }
const OwnBanner = lazy<ComponentType>(() => import('./own-banner.tsx').catch(() => nothing))

/** The emergencies that are on where the reader works; they come after the page. */
export const OwnEmergenciesLater = () => (
  <Suspense fallback={null}>
    <OwnBanner />
  </Suspense>
)
