import { countWords } from '../desk/queues.ts'
import type { MenuGroup, MenuPage } from '../menu.ts'
import { useWords } from '../words.ts'
import { useWaiting, type Waiting } from './use-waiting.ts'

/** What a page is called in the menu, and beside it how much waits there. */
export function PageName({ page }: { page: MenuPage['key'] }) {
  const { menu } = useWords().faces.console
  const waiting = useWaiting()[page]
  return <Counted name={menu[page]} waiting={waiting} />
}

/** What a group is called, and while it is folded how much waits on its pages. */
export function GroupName({ group, open }: { group: MenuGroup; open: boolean }) {
  const { groups, waitingInGroup } = useWords().faces.console
  const waiting = useWaiting()
  const there = open ? [] : group.pages.flatMap(({ key }) => waiting[key] ?? [])
  const count = there.reduce((sum, one) => sum + one.count, 0)
  const isMore = there.some((one) => one.isMore)
  return <Counted name={groups[group.key]} waiting={{ count, isMore, say: waitingInGroup }} />
}

/** How much waits is a figure to see, and a sentence to hear. */
function Counted({ name, waiting }: { name: string; waiting: Waiting | undefined }) {
  if (waiting === undefined || waiting.count === 0) return name
  const count = countWords(waiting.count, waiting.isMore ? waiting.count : Number.POSITIVE_INFINITY)
  return (
    <>
      {name}{' '}
      <span className="menu-count" aria-hidden="true">
        {count}
      </span>
      <span className="unseen">{waiting.say(count)}</span>
    </>
  )
}
