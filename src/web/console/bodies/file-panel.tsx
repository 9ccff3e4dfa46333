import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BodyFileResult } from '../../../people/offices/body-file.contract.ts'
import { call } from '../../api/call.ts'
import { FileTrial } from '../import/file-trial.tsx'
import { useWords } from '../words.ts'

const IMPORT_TIMEOUT_MS = 300_000

function useBodyFile() {
  const client = useQueryClient()
  const send = (path: string) => (file: File) => {
    const form = new FormData()
    form.append('file', file, file.name)
    return call<BodyFileResult>('POST', path, form, { timeoutMs: IMPORT_TIMEOUT_MS })
  }
  const look = useMutation({ mutationFn: send('/api/bodies/file/try') })
  const take = useMutation({
    mutationFn: send('/api/bodies/file'),
    onSettled: () => client.invalidateQueries(),
  })
  return { look, take }
}

/** A workbook of bodies, offices and holders: read without writing, then taken in. */
export function FilePanel() {
  const { file: said } = useWords().consoleBodies
  const { look, take } = useBodyFile()
  return (
    <details className="panel no-print">
      <summary className="summary">{said.title}</summary>
      <FileTrial
        accept=".xlsx"
        hint={said.hint}
        needed={said.fileNeeded}
        look={look}
        take={take}
        done={<h3>{said.done}</h3>}
      >
        {(result) => <Told result={result} />}
      </FileTrial>
    </details>
  )
}

const mostFaults = 50

function Told({ result }: { result: BodyFileResult }) {
  const { file: said } = useWords().consoleBodies
  const counts = [
    [said.sheets.bodies, result.bodies],
    [said.sheets.offices, result.offices],
    [said.sheets.terms, result.terms],
    [said.people, result.people],
  ] as const
  const beyond = result.faults.length - mostFaults
  return (
    <>
      <dl>
        {counts.map(([name, { added, changed, same }]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said.counts(added, changed, same)}</dd>
          </div>
        ))}
      </dl>
      <p>{said.faultCount(result.faults.length)}</p>
      <ul>
        {result.faults.slice(0, mostFaults).map(({ sheet, row, column, reason, value }) => (
          <li key={`${sheet} ${row} ${column} ${reason}`}>
            {said.fault(said.sheets[sheet], row, said.columns[column], said.faults[reason], value)}
          </li>
        ))}
      </ul>
      {beyond > 0 && <p>{said.more(beyond)}</p>}
    </>
  )
}
