import { useState } from 'react'
import type { ImportKind, ImportTrial } from '../../../cases/import/contract.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { ColumnMatch } from './column-match.tsx'
import { FileBox } from './file-box.tsx'
import { ImportDone } from './import-done.tsx'
import { TrialOutcome } from './trial-outcome.tsx'
import { keepMatched, type Matched, matchedOf, useTakeIn, useTrial } from './use-trial.ts'

/** A file of cases: chosen, read without writing, its columns matched, then taken in. */
export function ImportCases({ kind }: { kind: ImportKind }) {
  const { consoleImports: said, consoleBooks } = useWords()
  const { import: books } = consoleBooks
  const [file, setFile] = useState<File | null>(null)
  const [system, setSystem] = useState('')
  const [tried, setTried] = useState(false)
  const look = useTrial(kind)
  const { take, progress } = useTakeIn(kind)
  const choose = (chosen: File) => {
    setFile(chosen)
    look.reset()
    take.reset()
  }
  const rehearse = (columns?: { rowNumber: number; letters: Matched }) => {
    setTried(true)
    if (file !== null && !look.isPending) look.mutate({ file, system: system.trim(), columns })
  }
  const trial = look.data
  const apply = (matched: Matched) => {
    if (file === null || trial === undefined || take.isPending) return
    keepMatched(kind, trial.columns, matched)
    const columns = { rowNumber: trial.columns.headerRow, letters: matched }
    take.mutate({ file, system: system.trim(), columns }, { onSuccess: () => look.reset() })
  }
  return (
    <>
      <section className="panel">
        <FileBox
          accept=".xlsx,.csv,.gz,.tsv,.txt"
          hint={said.hints[kind]}
          error={tried && file === null ? books.fileNeeded : undefined}
          file={file}
          onFile={choose}
        />
        <TextField
          label={books.system}
          hint={books.systemHint}
          optional
          maxLength={40}
          value={system}
          onChange={(event) => setSystem(event.target.value)}
        />
        <FormProblem error={look.error ?? take.error} />
        {trial === undefined && (
          <Button busy={look.isPending} onClick={() => rehearse()}>
            {said.try}
          </Button>
        )}
        <p role="status">{look.isPending && said.trying}</p>
        {trial !== undefined && (
          <Trial
            key={JSON.stringify(trial.columns.wanted)}
            trial={trial}
            busy={look.isPending}
            taking={take.isPending}
            onAgain={(letters) => rehearse({ rowNumber: trial.columns.headerRow, letters })}
            onApply={apply}
            onCancel={() => look.reset()}
          />
        )}
        {take.isPending && (
          <p role="status">
            {said.outcome.progress(progress?.done ?? 0, progress?.of ?? 0)} <small>{said.outcome.stay}</small>
          </p>
        )}
      </section>
      {take.data && <ImportDone result={take.data} />}
    </>
  )
}

function Trial({
  trial,
  busy,
  taking,
  onAgain,
  onApply,
  onCancel,
}: {
  trial: ImportTrial
  busy: boolean
  taking: boolean
  onAgain(matched: Matched): void
  onApply(matched: Matched): void
  onCancel(): void
}) {
  const { columns: said, outcome: told } = useWords().consoleImports
  const { kind, columns, outcome } = trial
  const [first] = useState(() => matchedOf(kind, columns))
  const [matched, setMatched] = useState(first)
  const asRead = Object.fromEntries(
    columns.wanted.flatMap(({ key, letter }) => (letter ? [[key, letter]] : [])),
  )
  const isAsRead = columns.wanted.every(({ key }) => matched[key] === asRead[key])
  const isWhole = columns.wanted.every(({ key, required }) => !required || matched[key] !== undefined)
  const brings = outcome === null ? 0 : outcome.added + outcome.answered
  return (
    <>
      <ColumnMatch columns={columns} matched={matched} onMatch={setMatched} />
      {!isWhole && <p role="status">{said.missing}</p>}
      {isWhole && !isAsRead && (
        <Button busy={busy} onClick={() => onAgain(matched)}>
          {said.retry}
        </Button>
      )}
      {isAsRead && outcome !== null && (
        <>
          <TrialOutcome outcome={outcome} />
          {brings === 0 && outcome.refused === 0 && <p>{told.nothing}</p>}
          <div className="people__acts">
            {brings + outcome.refused > 0 && (
              <Button busy={taking} onClick={() => onApply(matched)}>
                {told.apply(outcome.added)}
              </Button>
            )}
            <Button look="quiet" onClick={onCancel}>
              {told.cancel}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
