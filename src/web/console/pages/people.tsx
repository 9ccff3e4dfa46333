import '../books.css'
import '../people/people.css'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { SearchField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { useSettled } from '../../shared/use-settled.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { AccountFilters, AccountSheets, noFilter } from '../people/account-filters.tsx'
import { AccountList } from '../people/account-list.tsx'
import { FactorKinds } from '../people/factor-kinds.tsx'
import { OpenAccountForm } from '../people/open-account-form.tsx'
import { type Opened, OpenedCard } from '../people/opened-card.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** Staff accounts and the posts they hold: found, opened, given and ended. */
export default function PeoplePage() {
  const words = useWords()
  const me = useSignedIn()
  useTitle(words.consolePeople.title)
  if (!mayDo(me, 'people.manage')) return <NotPermitted />
  return <People />
}

function People() {
  const { consolePeople: said } = useWords()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState(noFilter)
  const [opening, setOpening] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const text = useSettled(typed.trim())
  const finish = (account: Opened) => {
    setOpening(false)
    setOpened(account)
  }
  return (
    <div className="book people">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      {opened !== null && <OpenedCard opened={opened} onClose={() => setOpened(null)} />}
      {opening && <OpenAccountForm onOpened={finish} onClose={() => setOpening(false)} />}
      {!opening && opened === null && (
        <p className="people__open">
          <Button onClick={() => setOpening(true)}>{said.open.open}</Button>
        </p>
      )}
      <div className="find-line no-print">
        <SearchField label={said.find} hint={said.findHint} value={typed} onType={setTyped} />
      </div>
      <AccountFilters filter={filter} onFilter={setFilter} />
      <AccountSheets text={text} filter={filter} />
      <FactorKinds />
      <AccountList text={text} filter={filter} />
    </div>
  )
}
