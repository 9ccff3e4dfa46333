import { useEffect, useRef } from 'react'
import type { ImportResult } from '../../../cases/import/contract.ts'
import { useWords } from '../words.ts'
import { FaultTable } from './fault-table.tsx'
import { returnedSheet } from './use-imports.ts'

const counted = ['total', 'added', 'known', 'refused', 'answered', 'blank'] as const

/** What became of the file just sent: how many rows, which did not come in and why. */
export function ImportDone({ result }: { result: ImportResult }) {
  const { import: said } = useWords().consoleBooks
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { faults } = result
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {said.done}
      </h2>
      <p>{result.fileName}</p>
      <dl className="figures">
        {counted.map((count) => (
          <div key={count}>
            <dt>{said.counts[count]}</dt>
            <dd>{said.rows(result[count])}</dd>
          </div>
        ))}
      </dl>
      <h3>{said.faults}</h3>
      {result.refused === 0 ? (
        <p>{said.noFaults}</p>
      ) : (
        <>
          <p>
            <a href={returnedSheet(result.id)} download>
              {said.sheet}
            </a>{' '}
            <small>{said.sheetHint}</small>
          </p>
          <FaultTable label={said.faults} faults={faults} />
          {new Set(faults.map(({ rowNumber }) => rowNumber)).size < result.refused && (
            <p>{said.faultsCut(faults.length)}</p>
          )}
        </>
      )}
    </section>
  )
}
