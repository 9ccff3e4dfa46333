import '../areas/areas.css'
import '../books.css'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { AreaPath } from '../../../areas/contract.ts'
import { call } from '../../api/call.ts'
import { TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { AreaFacts, AreaParts } from '../areas/area-tree.tsx'
import { useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** The district's areas, level by level, and found by name. */
export default function AreasPage() {
  const { areas: said } = useWords().consoleBooks
  const { district } = useSignedIn()
  const nameOf = useNameOf()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  useTitle(said.title)
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <div className="find-line">
        <TextField
          label={said.find}
          hint={said.findHint}
          type="search"
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {text !== '' ? (
        <Found text={text} />
      ) : (
        district.areaId !== null && (
          <section aria-label={said.tree}>
            <h2>{nameOf(district)}</h2>
            <AreaParts parent={district.areaId} label={nameOf(district)} />
          </section>
        )
      )}
    </div>
  )
}

function Found({ text }: { text: string }) {
  const { areas: said } = useWords().consoleBooks
  const nameOf = useNameOf()
  const { data, error, refetch } = useQuery({
    queryKey: ['areas', 'search', text],
    queryFn: ({ signal }) =>
      call<AreaPath[]>('GET', `/api/areas/find?${new URLSearchParams({ text, limit: '50' })}`, undefined, {
        signal,
      }),
    placeholderData: (before) => before,
  })
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <Empty what={said.none} next={said.noneNext} />
  return (
    <>
      <p role="status">{said.results(data.length)}</p>
      <ul className="areas">
        {data.map(({ area, steps }) => (
          <li key={area.id} className="areas__row">
            <span className="areas__name">{steps.map(nameOf).join(' / ')}</span>
            <AreaFacts area={area} />
          </li>
        ))}
      </ul>
    </>
  )
}
