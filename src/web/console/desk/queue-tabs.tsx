import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '../words.ts'
import { countWords, type DeskSearch, type Queue } from './queues.ts'
import { useDeskCounts } from './use-desk.ts'

/** The queues of the reader's posts, with how many wait. Links, so that each can be opened beside another. */
export function QueueTabs({
  queues,
  open,
  search,
}: {
  queues: readonly Queue[]
  open: Queue
  search: DeskSearch
}) {
  const { desk } = useWords().console
  const { data: counts } = useDeskCounts(open)
  const { light: _, case: __, stage: ___, ...kept } = search
  const tabs = useRef<HTMLElement>(null)
  // On a phone the open queue may lie beyond the edge: the row is pushed until it is seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another queue is another place in the row
  useEffect(() => {
    const row = tabs.current
    const tab = row?.querySelector<HTMLElement>('[aria-current="page"]')
    if (row && tab) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
  }, [open, counts === undefined])
  return (
    <nav ref={tabs} className="queue-tabs" aria-label={desk.queuesLabel}>
      <ul>
        {queues.map((queue) => {
          const count = counts?.queues[queue]
          return (
            <li key={queue}>
              <Link to="/desk" search={{ ...kept, queue }} aria-current={queue === open ? 'page' : undefined}>
                {desk.queues[queue]}{' '}
                {count !== undefined && (
                  <span className="queue-tabs__count">{countWords(count, counts!.bound)}</span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
