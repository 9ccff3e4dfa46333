import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PermissionHistory } from '../../../people/permission/contract.ts'
import { call } from '../../api/call.ts'
import { withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Pager } from '../../kit/pager.tsx'
import { Shown } from '../../kit/shown.tsx'
import { sayMoment } from '../../words/time.ts'
import { useWords } from '../words.ts'
import { useSayChange } from './use-say-reach.ts'

const path = '/api/permissions/history'

/** Who changed what and when, the latest first; read when it is opened. */
export function History() {
  const { history: said } = useWords().consolePermissions
  const [open, setOpen] = useState(false)
  return (
    <details className="permissions__history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="summary">{said.title}</summary>
      {open && <Changes />}
    </details>
  )
}

function Changes() {
  const words = useWords()
  const { history: said } = words.consolePermissions
  const sayChange = useSayChange()
  const reading = useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ signal, pageParam }) =>
      call<PermissionHistory>('GET', withQuery(path, { before: pageParam }), undefined, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => (next === null ? undefined : String(next)),
  })
  return (
    <Shown reading={reading}>
      {({ pages }) => {
        const changes = pages.flatMap((page) => page.changes)
        if (changes.length === 0) return <p>{said.none}</p>
        return (
          <>
            <ul>
              {changes.map((change) => (
                <li key={change.n}>
                  {sayChange(change)}
                  <small className="permissions__when">
                    {words.common.facts(sayMoment(words, change.at, nowMs()), said.by(change.by))}
                  </small>
                </li>
              ))}
            </ul>
            {reading.hasNextPage && (
              <Pager
                shown={changes.length}
                hasMore
                busy={reading.isFetchingNextPage}
                onMore={() => void reading.fetchNextPage()}
              />
            )}
          </>
        )
      }}
    </Shown>
  )
}
