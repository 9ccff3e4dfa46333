import { countWords } from './desk/queues.ts'
import type { MenuPage } from './menu.ts'
import { useWaitingRights } from './rights/use-waiting-rights.ts'
import { useWords } from './words.ts'

/** What a page is called in the menu, and beside it how much waits there. */
export function MenuName({ page }: { page: MenuPage['key'] }) {
  const { menu } = useWords().faces.console
  return page === 'rights' ? <RightsName /> : menu[page]
}

function RightsName() {
  const { menu, waiting } = useWords().faces.console
  const counted = useWaitingRights()
  if (counted === undefined || counted.waiting === 0) return menu.rights
  const count = countWords(counted.waiting, counted.bound)
  return (
    <>
      {menu.rights}{' '}
      <span className="menu-count" aria-hidden="true">
        {count}
      </span>
      <span className="unseen">{waiting(count)}</span>
    </>
  )
}
