import '../books.css'
import '../people/people.css'
import '../whistles/whistles.css'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AdvicePage } from '../../../cases/whistle/contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { AdviceForm } from '../whistles/advice-form.tsx'
import { AdviceItem } from '../whistles/advice-item.tsx'
import { ToWhistles } from '../whistles/to-whistles.tsx'
import { useWords } from '../words.ts'

/** 建议权: a street's advice on a department's officials with its evidence, read by that street and the centre alone. */
export default function WhistleAdvicePage() {
  const { advice: said } = useWords().consoleWhistles
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'whistle.advise')) return <NotPermitted />
  return <Book />
}

function Book() {
  const { advice: said } = useWords().consoleWhistles
  const { unit, call } = useSearch({ strict: false }) as { unit?: string; call?: string }
  const [filing, setFiling] = useState(unit !== undefined)
  const reading = useReadPages<AdvicePage>('/api/whistle-advice')
  return (
    <div className="book people">
      <ToWhistles />
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      {filing ? (
        <AdviceForm unitId={unit ?? null} callId={call ?? null} onClose={() => setFiling(false)} />
      ) : (
        <p className="people__open no-print">
          <Button onClick={() => setFiling(true)}>{said.file}</Button>
        </p>
      )}
      <RowPages reading={reading} count={said.shown} none={<Empty what={said.none} next={said.noneNext} />}>
        {(rows) => (
          <ul className="whistles">
            {rows.map((row) => (
              <li key={row.id}>
                <AdviceItem advice={row} />
              </li>
            ))}
          </ul>
        )}
      </RowPages>
    </div>
  )
}
