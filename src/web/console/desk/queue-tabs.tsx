import { Link } from '@tanstack/react-router'
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
  return (
    <nav className="queue-tabs" aria-label={desk.queuesLabel}>
      <ul>
        {queues.map((queue) => {
          const count = counts?.queues[queue]
          return (
            <li key={queue}>
              <Link to="/desk" search={{ ...kept, queue }} aria-current={queue === open ? 'page' : undefined}>
                {desk.queues[queue]}
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
