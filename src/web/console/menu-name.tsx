import { countWords } from './desk/queues.ts'
import { useDeskCounts } from './desk/use-desk.ts'
import type { MenuPage } from './menu.ts'
import { useWaitingRights } from './rights/use-waiting-rights.ts'
import { useWaitingWhistles } from './whistles/use-whistles.ts'
import { useWords } from './words.ts'

/** What a page is called in the menu, and beside it how much waits there. */
export function MenuName({ page }: { page: MenuPage['key'] }) {
  const { menu } = useWords().faces.console
  if (page === 'whistles') return <WhistlesName />
  if (page === 'approvals') return <ApprovalsName />
  return page === 'rights' ? <RightsName /> : menu[page]
}

function WhistlesName() {
  const { faces, consoleWhistles } = useWords()
  return (
    <Counted
      name={faces.console.menu.whistles}
      counted={useWaitingWhistles()}
      say={consoleWhistles.waiting}
    />
  )
}

/** Requests that wait for a decision, and listings whose review has come. */
function ApprovalsName() {
  const { menu, toDecide } = useWords().faces.console
  const { data } = useDeskCounts(undefined)
  const counted = data && { waiting: (data.queues.decide ?? 0) + data.reviewsDue, bound: data.bound }
  return <Counted name={menu.approvals} counted={counted} say={toDecide} />
}

function RightsName() {
  const { menu, waiting } = useWords().faces.console
  return <Counted name={menu.rights} counted={useWaitingRights()} say={waiting} />
}

/** How much waits is a figure to see, and a sentence to hear. */
function Counted({
  name,
  counted,
  say,
}: {
  name: string
  counted: { readonly waiting: number; readonly bound: number } | undefined
  say(count: string): string
}) {
  if (counted === undefined || counted.waiting === 0) return name
  const count = countWords(counted.waiting, counted.bound)
  return (
    <>
      {name}{' '}
      <span className="menu-count" aria-hidden="true">
        {count}
      </span>
      <span className="unseen">{say(count)}</span>
    </>
  )
}
