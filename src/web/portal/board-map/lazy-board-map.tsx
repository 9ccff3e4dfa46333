import { lazy, Suspense } from 'react'
import { Loading } from '../../kit/states.tsx'
import type { BoardOnMapProps } from './board-map.tsx'

const BoardOnMap = lazy(() => import('./board-map.tsx'))

/** The board by community. Its code is fetched when it is first shown. */
export const LazyBoardMap = (props: BoardOnMapProps) => (
  <Suspense fallback={<Loading />}>
    <BoardOnMap {...props} />
  </Suspense>
)
