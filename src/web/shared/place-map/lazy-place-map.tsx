import { lazy, Suspense } from 'react'
import { Loading } from '../../kit/states.tsx'
import type { PlaceMapProps } from './place-map.tsx'

const PlaceMap = lazy(() => import('./place-map.tsx'))

/** A place picked on the map. Its code is fetched when it is first shown: most people never need it. */
export const LazyPlaceMap = (props: PlaceMapProps) => (
  <Suspense fallback={<Loading />}>
    <PlaceMap {...props} />
  </Suspense>
)
