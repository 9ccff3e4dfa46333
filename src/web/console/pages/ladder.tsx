import '../books.css'
import '../people/people.css'
import '../ladder/ladder.css'
import { useState } from 'react'
import type { LadderClock } from '../../../cases/ladder/ladder.contract.ts'
import type { LadderBook } from '../../../cases/ladder/steps.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Field } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { LadderCard } from '../ladder/ladder-card.tsx'
import { MatterSelect } from '../matter-select.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** Clocks of cases have a matter; those of a whistle have none. */
const clocks: Readonly<Record<LadderClock, boolean>> = {
  response: true,
  unit: true,
  sign: false,
  arrive: false,
}

/** The ladder (督办阶梯): who hears of which clock when, today, before and from a day on. */
export default function LadderPage() {
  const { consoleSteps: said } = useWords()
  const me = useSignedIn()
  const isOpen = mayDo(me, 'matter.manage') || mayDo(me, 'case.see')
  const reading = useRead<LadderBook>(isOpen ? '/api/ladder' : null)
  const [matter, setMatter] = useState<string | null>(null)
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  const shown = (Object.keys(clocks) as LadderClock[]).filter((clock) => matter === null || clocks[clock])
  return (
    <div className="book ladder">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Field label={said.matter}>
        {({ id }) => (
          <MatterSelect
            id={id}
            className="whole-width"
            placeholder={said.matterAll}
            value={matter ?? undefined}
            onChange={(chosen) => setMatter(chosen ?? null)}
          />
        )}
      </Field>
      <Shown reading={reading} long>
        {(book) => (
          <div className="beside">
            {shown.map((clock) => (
              <LadderCard key={`${clock} ${matter}`} book={book} clock={clock} matter={matter} />
            ))}
          </div>
        )}
      </Shown>
    </div>
  )
}
