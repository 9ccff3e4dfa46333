import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Pager } from '../kit/pager.tsx'
import { Shown } from '../kit/shown.tsx'
import { useWords } from '../preferences.tsx'

/** What `useReadPages` knows of a list that is read on by key. */
interface Reading<Row> {
  readonly data: { readonly pages: readonly { readonly rows: readonly Row[] }[] } | undefined
  readonly error: Error | null
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  refetch(): unknown
  fetchNextPage(): unknown
}

interface RowPagesProps<Row> {
  readonly reading: Reading<Row>
  /** What stands there while there is no row at all. */
  readonly none: ReactNode
  /** What the way on is called, where what is listed are not cases; then nothing is counted. */
  readonly more?: string
  /** How many are shown is said, where what is listed are not cases. */
  readonly count?: (shown: number, hasMore: boolean) => string
  readonly children: (rows: readonly Row[]) => ReactNode
}

/** The rows of a list that have been read so far, and the way to those after them. */
export function RowPages<Row>({ reading, none, more, count, children }: RowPagesProps<Row>) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = reading
  const { states } = useWords().common
  return (
    <Shown reading={reading}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        if (rows.length === 0) return none
        return (
          <>
            {children(rows)}
            {more === undefined && (
              <Pager
                shown={rows.length}
                hasMore={hasNextPage}
                busy={isFetchingNextPage}
                {...(count && { count: count(rows.length, hasNextPage) })}
                onMore={() => void fetchNextPage()}
              />
            )}
            {more !== undefined && hasNextPage && (
              <Button look="quiet" wide busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
                {isFetchingNextPage ? states.loading : more}
              </Button>
            )}
          </>
        )
      }}
    </Shown>
  )
}
