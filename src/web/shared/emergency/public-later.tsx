import { type ComponentType, lazy, Suspense } from 'react'

// Without signal it cannot be fetched, and nothing else of the page waits for it.
const nothing: { readonly default: ComponentType } = { default: () => null }
const PublicBanner = lazy<ComponentType>(() => import('./public-banner.tsx').catch(() => nothing))

/** What residents are told of an emergency that is on; it comes after the page. */
export const EmergenciesLater = () => (
  <Suspense fallback={null}>
    <PublicBanner />
  </Suspense>
)
