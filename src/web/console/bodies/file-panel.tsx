import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BodyFileResult } from '../../../people/offices/body-file.contract.ts'
import { call } from '../../api/call.ts'
import { Button } from '../../kit/button.tsx'
import { FormProblem } from '../form-problem.tsx'
import { FileBox } from '../import/file-box.tsx'
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
  const { consoleBodies, consoleImports } = useWords()
  const { file: said } = consoleBodies
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const { look, take } = useBodyFile()
  const choose = (chosen: File) => {
    setFile(chosen)
    look.reset()
    take.reset()
  }
  const rehearse = () => {
    setTried(true)
    if (file !== null) look.mutate(file)
  }
  return (
    <details className="panel no-print">
      <summary className="summary">{said.title}</summary>
      <FileBox
        accept=".xlsx"
        hint={said.hint}
        error={tried && file === null ? said.fileNeeded : undefined}
        file={file}
        onFile={choose}
      />
      <FormProblem error={look.error ?? take.error} />
      {look.data === undefined && (
        <Button busy={look.isPending} onClick={rehearse}>
          {consoleImports.try}
        </Button>
      )}
      {look.data !== undefined && take.data === undefined && (
        <>
          <p role="status">{consoleImports.outcome.nothingYet}</p>
          <Told result={look.data} />
          <div className="people__acts">
            <Button busy={take.isPending} onClick={() => file !== null && take.mutate(file)}>
              {consoleImports.outcome.applyAll}
            </Button>
            <Button look="quiet" onClick={() => look.reset()}>
              {consoleImports.outcome.cancel}
            </Button>
          </div>
        </>
      )}
      {take.data !== undefined && (
        <div role="status">
          <h3>{said.done}</h3>
          <Told result={take.data} />
        </div>
      )}
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
