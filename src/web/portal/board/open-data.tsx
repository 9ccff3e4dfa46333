import { useState } from 'react'
import type { OpenDataMonths } from '../../../cases/open-data/open-data.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { SelectField } from '../../kit/field.tsx'
import { Loading, Refused } from '../../kit/states.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'

/** 公开数据: what the board shows, as a month's file for other programs. Few want it: it is asked for when it is opened. */
export function OpenData() {
  const { openData: said } = useWords().portal.board
  const [opened, setOpened] = useState(false)
  return (
    <details className="card" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className="summary">{said.title}</summary>
      {opened && <Months />}
    </details>
  )
}

function Months() {
  const { openData: said } = useWords().portal.board
  const { language } = usePreferences()
  const { data, error, refetch } = useRead<OpenDataMonths>('/api/open-data')
  const [chosen, setChosen] = useState<string>()
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const [newest] = data.months
  if (newest === undefined) return <p>{said.none}</p>
  const month = chosen ?? newest
  return (
    <>
      <p>{said.lead}</p>
      <SelectField label={said.month} value={month} onChoose={setChosen}>
        {data.months.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </SelectField>
      {(['csv', 'geojson'] as const).map((format) => (
        <a
          key={format}
          className="more-link"
          href={withQuery('/api/open-data/cases', { month, format, language })}
          download
        >
          {said[format]}
        </a>
      ))}
    </>
  )
}
