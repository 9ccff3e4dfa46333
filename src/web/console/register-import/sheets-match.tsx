import { useState } from 'react'
import type { ChosenSheets, ImportOverview, ReadSheet } from '../../../people/register/import/contract.ts'
import { Button } from '../../kit/button.tsx'
import { FormProblem } from '../form-problem.tsx'
import { FileBox } from '../import/file-box.tsx'
import { useWords } from '../words.ts'
import { Progress } from './progress.tsx'
import { type Matched, SheetColumns } from './sheet-columns.tsx'
import { useReadFile } from './use-register-import.ts'

interface SheetsMatchProps {
  readonly overview: ImportOverview
  readonly file: File | null
  onAgain(id: string, file: File): void
}

const asRead = ({ headerRow, likelyRow, letters }: ReadSheet): Matched => ({
  row: String(headerRow ?? likelyRow ?? 1),
  letters,
})
const rowOf = (row: string): number | null =>
  /^\d{1,3}$/.test(row.trim()) && Number(row) >= 1 && Number(row) <= 100 ? Number(row) : null

/** Which columns of each sheet were matched to what; changed by hand, the file is read again. */
export function SheetsMatch({ overview, file, onAgain }: SheetsMatchProps) {
  const { consoleRegisterImport: said } = useWords()
  const [changed, setChanged] = useState<Readonly<Record<string, Matched>>>({})
  const [again, setAgain] = useState(file)
  const [isMissed, setMissed] = useState(false)
  const { run, progress } = useReadFile()
  const errors = new Map(
    Object.entries(changed).flatMap(([name, { row, letters }]) => {
      const error = {
        row: rowOf(row) === null ? said.sheets.headerRowWrong : undefined,
        name: letters.name === undefined ? said.sheets.nameNeeded : undefined,
        room:
          letters.room === undefined && letters.address === undefined ? said.sheets.homeNeeded : undefined,
      }
      return Object.values(error).some(Boolean) ? [[name, error] as const] : []
    }),
  )
  const read = () => {
    setMissed(true)
    if (again === null || errors.size > 0 || run.isPending) return
    const columns: ChosenSheets = Object.fromEntries(
      Object.entries(changed).map(([name, { row, letters }]) => [
        name,
        { rowNumber: rowOf(row) ?? 1, letters },
      ]),
    )
    const sent = { file: again, columns, insteadOf: overview.id }
    run.mutate(sent, { onSuccess: ({ id }) => onAgain(id, again) })
  }
  return (
    <section className="panel" aria-labelledby="import-sheets">
      <h2 id="import-sheets">{said.sheets.title}</h2>
      <p className="book__lead">{said.sheets.hint}</p>
      {overview.sheets.map((sheet) => (
        <SheetColumns
          key={sheet.name}
          sheet={sheet}
          wanted={overview.wanted}
          matched={changed[sheet.name] ?? asRead(sheet)}
          startsOpen={overview.total === 0 && sheet.found.length > 0}
          errors={isMissed ? errors.get(sheet.name) : undefined}
          onMatch={(matched) => setChanged({ ...changed, [sheet.name]: matched })}
        />
      ))}
      {Object.keys(changed).length > 0 && (
        <>
          {file === null && (
            <FileBox
              accept=".xlsx,.csv,.gz,.tsv,.txt"
              hint={said.file.again}
              error={isMissed && again === null ? said.file.needed : undefined}
              file={again}
              onFile={setAgain}
            />
          )}
          <FormProblem error={run.error} />
          <Button busy={run.isPending} onClick={read}>
            {said.sheets.again}
          </Button>
          {run.isPending && (
            <Progress done={progress?.done ?? 0} of={0} says={said.progress.reading(progress?.done ?? 0)} />
          )}
        </>
      )}
    </section>
  )
}
